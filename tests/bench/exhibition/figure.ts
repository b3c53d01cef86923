/** `--only exhibition`: what a visitor of the exhibition waits for, what is sent, and what asking again costs. */
import { gallerySchema, hallSchema } from '../../../functions/exhibition/contract'
import type * as z from '../../../functions/shared/zod'
import { startStack } from '../../../infra/local/stack'
import { launchBrowser } from '../../support/browser'
import type { Figure } from '../bench'
import { kb, ms, type Row } from '../harness'
import { calibrationLoop, loadNow, median, waitForQuiet } from '../machine'
import { servedRows } from './served'
import { type ExhibitVisit, exhibitVisit, type Picture } from './visits'

const visits = 5
const city = '320800'
const mostMs = 3_500
const mostShift = 0.02
/** A rendition is as wide as the place, or the next wider of three: 360, 720, 1440. */
const mostTooWide = 2
/** ms to wait for a quiet machine. */
const patience = Number(process.env.BENCH_PATIENCE ?? 180_000)

export const exhibitionFigure: Figure = {
  name: 'exhibition',
  async measure(bench) {
    const served = await servedRows(bench)
    bench.step('start everything for a browser')
    const stack = await startStack({ onStep: ({ name, summary }) => bench.step(`${name}: ${summary}`) })
    const browser = await launchBrowser().catch(async (error: unknown) => {
      await stack.stop()
      throw error
    })
    try {
      const exhibit = await firstExhibit(stack.url)
      // Functions start and pages are compressed for whoever comes first: that is not what is measured.
      await exhibitVisit(browser, stack.url, exhibit)
      const load = await waitForQuiet(bench.step, patience)
      const loops = Array.from({ length: visits }, calibrationLoop)
      const all: ExhibitVisit[] = []
      for (let n = 0; n < visits; n++) {
        bench.step(`open “${exhibit.title}” ${n + 1} of ${visits}`)
        const visit = await exhibitVisit(browser, stack.url, exhibit)
        if (process.env.BENCH_DETAIL) console.error(JSON.stringify(visit))
        all.push(visit)
      }
      return [...served, ...visitRows(all, { load, loops })]
    } finally {
      await browser.close()
      await stack.stop()
    }
  },
}

/** The first of the first gallery that everybody may see and that has a picture. */
async function firstExhibit(url: string): Promise<{ route: string; title: string }> {
  const read = async <T>(path: string, schema: z.ZodMiniType<T>) =>
    schema.parse(await (await fetch(`${url}/api/exhibition/${city}${path}`)).json())
  const { galleries } = await read('', hallSchema)
  for (const { gallery, adultsOnly } of galleries) {
    if (adultsOnly) continue
    const { exhibits } = await read(`/galleries/${gallery}`, gallerySchema)
    const found = exhibits.find(({ blocks }) => blocks.some(({ type }) => type === 'picture'))
    if (!found) continue
    const page = '/exhibition/pages/exhibit/index'
    return { route: `${page}?region=${city}&gallery=${gallery}&exhibit=${found.id}`, title: found.title }
  }
  throw new Error('no exhibit of the demonstration has a picture')
}

function visitRows(all: readonly ExhibitVisit[], { load, loops }: { load: number; loops: number[] }): Row[] {
  const of = (value: (visit: ExhibitVisit) => number) => all.map(value)
  const readable = of((visit) => visit.readable)
  const shift = median(of((visit) => visit.shift))
  const [node, slowed] = [median(loops), median(of(({ calibration }) => calibration))]
  const pictured = all.flatMap((visit) => visit.pictured ?? [])
  const [first] = all
  return [
    {
      what: 'first exhibit readable, nothing kept, 1.6 Mbit/s, 150 ms, processor ÷ 4',
      target: `≤ ${ms(mostMs)}`,
      measured:
        `${ms(median(readable))} (${readable.map(Math.round).join(' ')}), first paint ${ms(median(of(({ firstPaint }) => firstPaint)))}; ` +
        `by then ${kb(first?.bytes ?? 0)} in ${first?.requests} requests; load ${load.toFixed(2)} before, ${loadNow().toFixed(2)} after; ` +
        `fixed work ${ms(node)} in Node, ${ms(slowed)} in the slowed page`,
      met: median(readable) <= mostMs,
      values: { p50Ms: median(readable), load, nodeLoopMs: node, pageLoopMs: slowed },
    },
    {
      what: 'first exhibit: layout shift',
      target: `≤ ${mostShift}`,
      measured: shift.toFixed(3),
      met: shift <= mostShift,
      values: { p50: shift },
    },
    {
      what: 'first exhibit: its picture is there',
      target: '–',
      measured: pictured.length > 0 ? ms(median(pictured)) : 'none in the first window',
      met: null,
      values: pictured.length > 0 ? { p50Ms: median(pictured) } : {},
    },
    picturesRow(all.flatMap(({ pictures }) => pictures)),
  ]
}

function picturesRow(pictures: readonly Picture[]): Row {
  const fits = ({ width, place }: Picture) => width / place <= mostTooWide
  const lazy = pictures.filter(({ isLazy }) => isLazy).length
  const ratios = pictures.map(({ width, place }) => width / place)
  const shown = [
    ...new Set(pictures.map(({ width, place, bytes }) => `${width} for ${place} pixels, ${kb(bytes)}`)),
  ]
  return {
    what: 'first exhibit: its pictures',
    target: `lazy, at most ${mostTooWide}× as wide as they are shown`,
    measured: `${lazy} of ${pictures.length} lazy; ${shown.join('; ')}`,
    met: pictures.length > 0 && lazy === pictures.length && pictures.every(fits),
    values: { widest: Math.max(...ratios) },
  }
}
