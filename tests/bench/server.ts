/** What the function costs: a revalidation, `nearby`, a cold start, and all of it while a city grows. */
import { type Bench, type Figure, pointsNear } from './bench'
import { kb, ms, type Row, times } from './harness'
import { type Cost, coldCatalogue, nearbyWarm, placeWarm, revalidation } from './requests'

const sizes = [500, 5_000, 25_460] as const
const typical = 1
const most = { requests: 1, readUnits: 0.5, ratio: 1.3 }
/** Of its own processor time, where a ratio is missed: `nearby` finds twenty places, where a 304 does nothing. */
const mostOwnMs = { nearby: 0.25 }
const mostCold = { requests: 2, readUnits: 40 }
/** Two medians of the same thing on a busy machine may differ by this much. */
const noise = 1.3

export const serverFigure: Figure = {
  name: 'server',
  async measure(bench) {
    const measured = []
    for (const size of sizes) measured.push(await measureSize(bench, size))
    const of = measured[typical]
    if (!of) throw new RangeError('no typical size')
    return [
      costRow(`function: 304 for ${of.size} places`, of.revalidation),
      costRow(`function: nearby 20 of ${of.size} places, warm`, of.nearby, mostOwnMs.nearby),
      coldRow(of),
      growthRow(
        '304',
        measured.map(({ revalidation }) => revalidation),
      ),
      growthRow(
        'nearby',
        measured.map(({ nearby }) => nearby),
      ),
      growthRow(
        'one place',
        measured.map(({ place }) => place),
      ),
      coldGrowthRow(measured),
    ]
  },
}

type Measured = Awaited<ReturnType<typeof measureSize>>

async function measureSize({ step, stage, cityOf }: Bench, size: number) {
  step(`fill a table with ${size} places`)
  const city = await cityOf(size)
  step(`ask the function for ${size} places`)
  const { meter } = await stage()
  return {
    size,
    cold: await coldCatalogue(meter, city),
    revalidation: await revalidation(meter, city),
    nearby: await nearbyWarm(meter, city, pointsNear(city.places, 1_000)),
    place: await placeWarm(meter, city),
  }
}

const textOf = ({ requests, readUnits, ratio }: Cost) =>
  `${requests} request, ${readUnits} RCU, ${times(ratio)}`

/** @param ownMs the processor time of its own with which it may miss the ratio; without any, it may not */
function costRow(what: string, cost: Cost, ownMs = 0): Row {
  const isQuick = cost.ratio <= most.ratio || cost.ownMs <= ownMs
  return {
    what,
    target:
      `${most.requests} request, ≤ ${most.readUnits} RCU, p50 ≤ ${most.ratio}× GetItem` +
      (ownMs > 0 ? ` or ≤ ${ms(ownMs)} of its own processor time` : ''),
    measured: `${textOf(cost)}, ${ms(cost.ownMs)} of its own processor time`,
    met: cost.requests <= most.requests && cost.readUnits <= most.readUnits && isQuick,
    values: cost,
  }
}

function coldRow({ size, cold }: Measured): Row {
  return {
    what: `function: first catalogue of ${size} places after a cold start`,
    target: `≤ ${mostCold.requests} requests, ≤ ${mostCold.readUnits} RCU`,
    measured: `${cold.requests} requests, ${cold.readUnits} RCU`,
    met: cold.requests <= mostCold.requests && cold.readUnits <= mostCold.readUnits,
    values: cold,
  }
}

function growthRow(what: string, costs: readonly Cost[]): Row {
  const ratios = costs.map(({ ratio }) => ratio)
  const same = new Set(costs.map(({ requests, readUnits }) => `${requests} ${readUnits}`)).size === 1
  const flat = same && Math.max(...ratios) <= Math.min(...ratios) * noise
  return {
    what: `growth ${sizes.join(' → ')}: ${what}`,
    target: 'flat',
    measured: costs.map(({ readUnits, ratio }) => `${readUnits} RCU ${times(ratio)}`).join(' → '),
    met: flat,
    values: Object.fromEntries(ratios.map((ratio, i) => [`ratio${sizes[i]}`, ratio])),
  }
}

/** No target: a bigger document is bigger to read, once for each function that starts. */
function coldGrowthRow(measured: readonly Measured[]): Row {
  return {
    what: `growth ${sizes.join(' → ')}: first catalogue, cold`,
    target: '–',
    measured: measured
      .map(({ cold }) => `${cold.requests} req ${cold.readUnits} RCU ${kb(cold.bytes)}`)
      .join(' → '),
    met: null,
    values: Object.fromEntries(measured.map(({ size, cold }) => [`readUnits${size}`, cold.readUnits])),
  }
}
