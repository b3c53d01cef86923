/**
 * The first visit on a weak phone: 1.6 Mbit/s, 150 ms a request, processor ÷ 4, 390×844, nothing kept. Medians of five;
 * beside them stand the load of the machine and a fixed piece of work, by which two runs can be compared.
 */
import type { Browser } from 'playwright-core'
import { startStack } from '../../../infra/local/stack'
import { launchBrowser } from '../../support/browser'
import type { Figure } from '../bench'
import { catalogueText } from '../catalogue'
import { ms, type Row } from '../harness'
import { calibrationLoop, loadNow, median, waitForQuiet } from '../machine'
import { type FirstVisit, filterVisit, firstVisit, secondVisit } from './visits'

const visits = 5
const filtered = 6_000
/** ms to wait for a quiet machine; then it is measured as it is, and the load says so. */
const patience = Number(process.env.BENCH_PATIENCE ?? 180_000)

export const firstVisitFigure: Figure = {
  name: 'first-visit',
  async measure({ step }) {
    step('start everything for a browser')
    const stack = await startStack({ onStep: ({ name, summary }) => step(`${name}: ${summary}`) })
    const browser = await launchBrowser().catch(async (error: unknown) => {
      await stack.stop()
      throw error
    })
    try {
      // Functions start and pages are compressed for whoever comes first: that is not what is measured.
      await firstVisit(browser, stack.url)
      const load = await waitForQuiet(step, patience)
      return await rows(browser, stack.url, { load, step })
    } finally {
      await browser.close()
      await stack.stop()
    }
  },
}

type Circumstances = { load: number; step: (text: string) => void }

async function rows(browser: Browser, url: string, { load, step }: Circumstances): Promise<Row[]> {
  const loops = Array.from({ length: visits }, calibrationLoop)
  const firsts = await repeated('first visit', step, () => firstVisit(browser, url))
  const seconds = await repeated('second visit', step, () => secondVisit(browser, url))
  const document = catalogueText(filtered)
  const filters = await repeated('filter', step, () => filterVisit(browser, url, document))
  const of = (value: (visit: FirstVisit) => number) => firsts.map(value)
  return [
    machineRow({ load, loops, slowed: of(({ calibration }) => calibration) }),
    timeRow(
      'first visit: first paint',
      1_200,
      of(({ firstPaint }) => firstPaint),
    ),
    timeRow(
      'first visit: nearest open place shown',
      2_500,
      of(({ answered }) => answered),
    ),
    shiftRow(of(({ shift }) => shift)),
    timeRow(
      'first visit: longest task',
      200,
      of(({ longestTask }) => longestTask),
    ),
    timeRow(
      'first visit: blocking time',
      300,
      of(({ blocked }) => blocked),
    ),
    timeRow(
      'second visit: first paint',
      800,
      seconds.map(({ firstPaint }) => firstPaint),
    ),
    timeRow(
      'second visit: nearest open place shown',
      null,
      seconds.map(({ answered }) => answered),
    ),
    timeRow(
      `map: a filter over ${filters[0]?.places} places, longest frame`,
      100,
      filters.map(({ longestFrame }) => longestFrame),
    ),
  ]
}

async function repeated<T>(
  name: string,
  step: (text: string) => void,
  visit: () => Promise<T>,
): Promise<T[]> {
  const done: T[] = []
  for (let n = 0; n < visits; n++) {
    step(`${name} ${n + 1} of ${visits}`)
    const one = await visit()
    if (process.env.BENCH_DETAIL) console.error(JSON.stringify(one))
    done.push(one)
  }
  return done
}

function machineRow({ load, loops, slowed }: { load: number; loops: number[]; slowed: number[] }): Row {
  const [node, page] = [median(loops), median(slowed)]
  return {
    what: 'weak phone: the machine these times are of',
    target: 'load < 0.50',
    measured: `load ${load.toFixed(2)} before, ${loadNow().toFixed(2)} after; fixed work ${ms(node)} in Node, ${ms(page)} in the slowed page`,
    met: load < 0.5,
    values: { load, loadAfter: loadNow(), nodeLoopMs: node, pageLoopMs: page },
  }
}

function timeRow(what: string, most: number | null, values: readonly number[]): Row {
  const p50 = median(values)
  return {
    what,
    target: most === null ? '–' : `≤ ${ms(most)}`,
    measured: `${ms(p50)} (${values.map((value) => Math.round(value)).join(' ')})`,
    met: most === null ? null : p50 <= most,
    values: { p50Ms: p50 },
  }
}

function shiftRow(values: readonly number[]): Row {
  const p50 = median(values)
  return {
    what: 'first visit: layout shift',
    target: '≤ 0.02',
    measured: p50.toFixed(3),
    met: p50 <= 0.02,
    values: { p50 },
  }
}
