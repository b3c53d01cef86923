/**
 * How long a city of many places takes to load, and to compare with what is stored when its file comes again. The processor
 * time of this process stands beside it: it says the same on a busy machine, and leaves out the engine.
 */
import { performance } from 'node:perf_hooks'
import { createPlacesStore } from '../../functions/places'
import { importPlaces } from '../../functions/places/import/import'
import { writeRow } from '../../functions/places/import/row/row'
import { manyPlaces } from '../support/samples/places'
import { csvOf } from '../support/samples/sheets'
import { testContext } from '../support/worlds/context'
import { type Figure, now } from './bench'
import { ms, type Row } from './harness'
import { calibrationLoop, loadNow, median } from './machine'
import { adcode } from './stage'

const size = 25_460
const rounds = 3

export const importFigure: Figure = {
  name: 'import',
  async measure({ step, stage }) {
    const { emptyTables } = await stage()
    const bytes = csvOf(manyPlaces(size).map(writeRow))
    const loop = median(Array.from({ length: 5 }, calibrationLoop))
    const timed: { load: Timed; compare: Timed }[] = []
    for (let round = 1; round <= rounds; round++) {
      step(`import ${size} places, ${round} of ${rounds}`)
      const { context } = testContext(await emptyTables(`import-${round}`), { clock: () => now })
      const store = createPlacesStore(context)
      const load = async () => {
        const [from, worked] = [performance.now(), process.cpuUsage()]
        const report = await importPlaces({
          store,
          clock: () => now,
          bytes,
          format: 'csv',
          adcode,
          name: '淮安',
          outside: true,
        })
        if (!report.ok) throw new Error(`the file could not be imported: ${report.error.details.join(' ')}`)
        const { user, system } = process.cpuUsage(worked)
        return { whole: performance.now() - from, own: (user + system) / 1000 }
      }
      timed.push({ load: await load(), compare: await load() })
    }
    const circumstances = { loop, load: loadNow() }
    return [
      row(
        `import: ${size} places into an empty table`,
        timed.map(({ load }) => load),
        circumstances,
      ),
      row(
        'import: the same file again, compared',
        timed.map(({ compare }) => compare),
        circumstances,
      ),
    ]
  },
}

/** ms */
type Timed = { whole: number; own: number }

function row(what: string, timed: readonly Timed[], { loop, load }: { loop: number; load: number }): Row {
  const [whole, own] = [median(timed.map((one) => one.whole)), median(timed.map((one) => one.own))]
  return {
    what,
    target: '–',
    measured: `${ms(whole)}, of the processor ${ms(own)} (fixed work ${ms(loop)}, load ${load.toFixed(2)})`,
    met: null,
    values: { p50Ms: whole, ownMs: own, loopMs: loop, load },
  }
}
