/** The catalogue on its way to the phone: how many bytes travel, and how long until it can be asked. */
import { execFileSync } from 'node:child_process'
import { packCatalogue } from '../../functions/places/rules/catalogue'
import { brotli } from '../../functions/shared/http/brotli'
import * as z from '../../functions/shared/zod'
import { buildCatalogue } from '../support/samples/places'
import { type Figure, now } from './bench'
import { kb, ms, percentile, type Row, race } from './harness'
import { calibrationLoop, loadNow, median } from './machine'
import { firstAnswer, ready } from './ready'

const mostBytes = [
  [500, 15 * 1024],
  [5_000, 125 * 1024],
] as const
const mostReady = { places: 5_000, ms: 40 }

export const catalogueFigure: Figure = {
  name: 'catalogue',
  async measure({ step }) {
    const rows: Row[] = []
    for (const [places, most] of mostBytes) {
      step(`pack and compress a catalogue of ${places} places`)
      rows.push(await sizeRow(places, most))
    }
    step(`parse and index a catalogue of ${mostReady.places} places`)
    return [...rows, await readyRow()]
  },
}

/** The text that the phone receives for a generated city, after the browser or WeChat has decompressed it. */
export const catalogueText = (places: number): string => JSON.stringify(packCatalogue(buildCatalogue(places)))

async function sizeRow(places: number, most: number): Promise<Row> {
  const bytes = (await brotli(catalogueText(places))).byteLength
  return {
    what: `catalogue of ${places} places, brotli`,
    target: `≤ ${kb(most)}`,
    measured: kb(bytes),
    met: bytes <= most,
    values: { bytes },
  }
}

/** A phone does it once a visit, with code that was never run before: so the figure is the first time, in a fresh process. */
async function readyRow(): Promise<Row> {
  const text = catalogueText(mostReady.places)
  const firsts = Array.from({ length: 7 }, () => firstReady(text)).sort((a, b) => a - b)
  const p50 = percentile(firsts, 0.5)
  const again = await race({ ready: () => firstAnswer(ready(text), now) }, { rounds: 30 })
  const loop = median(Array.from({ length: 5 }, calibrationLoop))
  return {
    what: `phone: catalogue of ${mostReady.places} places, from its bytes to the nearest 20 open now, first time in a process`,
    target: `≤ ${mostReady.ms} ms`,
    measured: `${ms(p50)} (once warm ${ms(again.p50('ready'))}; fixed work ${ms(loop)}, load ${loadNow().toFixed(2)})`,
    met: p50 <= mostReady.ms,
    values: {
      p50Ms: p50,
      worstMs: firsts.at(-1) ?? p50,
      warmP50Ms: again.p50('ready'),
      loopMs: loop,
      load: loadNow(),
    },
  }
}

const firstReady = (text: string): number => {
  const script = [require.resolve('tsx/cli'), require.resolve('./ready-once')]
  const output: unknown = JSON.parse(
    execFileSync(process.execPath, script, { input: text, encoding: 'utf8' }),
  )
  return z.parse(z.tuple([z.number(), z.number()]), output)[1]
}
