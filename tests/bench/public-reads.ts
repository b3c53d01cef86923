/**
 * What the worst that anybody can ask takes, in a country of 300 cities: each public read, of a function with nothing in its
 * memory and of one that has answered it before. Compressed for a browser, as on the way to one.
 */
import { domains } from '../../functions/domains'
import { createMetaFunction } from '../../functions/meta'
import { packedOpenapi } from '../../functions/meta/packed-openapi'
import { giftKey, stockKey } from '../../functions/points/store/keys'
import { maxWrites, type Table } from '../../functions/shared/aws/table'
import { localTemplate } from '../../infra/local/builds/templates'
import { tablesOfDomain } from '../support/engine/domain-engine'
import { openDatabase } from '../support/engine/engine'
import { buildGifts } from '../support/samples/gift-country'
import { settle } from '../support/samples/nation'
import { worstReads } from '../support/samples/worst-reads'
import { callerOf } from '../support/worlds/api'
import { testContext } from '../support/worlds/context'
import { city, createPointsWorld } from '../support/worlds/points-world'
import { createWorld } from '../support/worlds/world'
import { type Bench, type Figure, now } from './bench'
import { ms, percentile, type Row } from './harness'
import { calibrationLoop, loadNow, median } from './machine'

const cities = 300
const giftCount = 200
const mostMs = 100
/** Calls of each read, spread over its worst cases. */
const calls = 40

type Get = (target: string) => Promise<{ status: number }>
type Read = { name: string; targets: readonly string[]; startFunction: () => Get }

export const publicReadsFigure: Figure = {
  name: 'public-reads',
  async measure(bench) {
    bench.step(`settle ${cities} cities and ${giftCount} gifts`)
    const reads = await publicReads(bench)
    bench.step('ask each public read for its worst')
    const rows: Row[] = []
    for (const read of reads) rows.push(await readRow(read))
    return rows
  },
}

async function publicReads({ stage }: Bench): Promise<Read[]> {
  const { endpoint } = await stage()
  const tables = openDatabase({ endpoint }, await localTemplate('data'), tablesOfDomain('places'))
  await tables.clear()
  const at = new Date(now).toISOString()
  const places = createWorld(tables, { at })
  const nation = await settle(tables.table, cities, now)
  const ofPlaces = Object.entries(worstReads(nation)).flatMap(([name, targets]) =>
    targets.length === 0 ? [] : [{ name, targets, startFunction: () => browser(places.another().get) }],
  )
  const points = await createPointsWorld(tables, { at })
  await settleGifts(points.table)
  const [gift] = buildGifts(1, 1)
  const ofPoints = Object.entries({ gifts: `/api/gifts?region=${city}`, gift: `/api/gifts/${gift?.id}` }).map(
    ([name, target]) => ({
      name,
      targets: [target],
      startFunction: () => {
        const get = browser(points.another().get)
        return (path: string) => {
          // Each finds that they are to be counted anew.
          points.time.now += 60_000
          return get(path)
        }
      },
    }),
  )
  const { context } = testContext(tables, { clock: () => now })
  const packed = packedOpenapi(domains, 'bench')
  const meta = () => callerOf(createMetaFunction(context, () => packed))
  const openapi = {
    name: 'openapi',
    targets: ['/api/openapi.json'],
    startFunction: () => browser(meta().get),
  }
  return [...ofPlaces, ...ofPoints, openapi]
}

const browser =
  (get: (target: string, headers: Record<string, string>) => Promise<{ status: number }>): Get =>
  (target) =>
    get(target, { 'accept-encoding': 'br' })

async function settleGifts(table: Table): Promise<void> {
  const stock = { left: 3, taken: 0, handedOver: 0 }
  const items = buildGifts(giftCount, 1).flatMap((gift) => [
    { ...giftKey(gift.id), ...gift },
    { ...stockKey(gift.id, 0), n: 0, ...stock },
  ])
  for (let at = 0; at < items.length; at += maxWrites)
    await table.transact(items.slice(at, at + maxWrites).map((item) => table.put(item)))
}

async function readRow({ name, targets, startFunction }: Read): Promise<Row> {
  const asked = Array.from({ length: calls }, (_, i) => targets[(i * 7) % targets.length] ?? '')
  // What V8 compiles in the first calls is the price of a cold start, which is a figure of its own.
  for (const target of asked.slice(0, 10)) await startFunction()(target)
  const [cold, warm]: [number[], number[]] = [[], []]
  const loops: number[] = []
  for (const target of asked) {
    const get = startFunction()
    cold.push(await timed(get, target))
    warm.push(await timed(get, target))
    loops.push(calibrationLoop())
  }
  const [p50, p95] = quantiles(cold)
  const [warmP50, warmP95] = quantiles(warm)
  const loop = median(loops)
  return {
    what: `public read at its worst: ${name}, of ${targets.length}, ${cities} cities`,
    target: `p95 ≤ ${mostMs} ms`,
    measured:
      `p50 ${ms(p50)}, p95 ${ms(p95)}; again p50 ${ms(warmP50)}, p95 ${ms(warmP95)} ` +
      `(fixed work ${ms(loop)}, load ${loadNow().toFixed(2)})`,
    met: p95 <= mostMs && warmP95 <= mostMs,
    values: { p50Ms: p50, p95Ms: p95, warmP50Ms: warmP50, warmP95Ms: warmP95, loopMs: loop, load: loadNow() },
  }
}

const quantiles = (samples: number[]): [number, number] => {
  const sorted = [...samples].sort((a, b) => a - b)
  return [percentile(sorted, 0.5), percentile(sorted, 0.95)]
}

async function timed(get: Get, target: string): Promise<number> {
  const from = performance.now()
  const { status } = await get(target)
  const spent = performance.now() - from
  if (status !== 200 && status !== 404) throw new Error(`${target} was answered ${status}`)
  return spent
}
