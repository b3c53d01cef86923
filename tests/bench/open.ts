/** Starts what the figures share, each part when the first figure asks for it. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importPlaces } from '../../functions/places/import/import'
import type { PlacesStore } from '../../functions/places/store'
import { manyPlaces } from '../support/samples/places'
import { type Bench, now } from './bench'
import { adcode, fillWith, openStage, type Stage } from './stage'

const large = 25_460

export type OpenBench = Bench & { close(): Promise<void> }

/** `file`: the places for the comparison; absent: a generated city as large. */
export function openBench({ file, step }: { file?: string; step: (text: string) => void }): OpenBench {
  let opened: Promise<Stage> | null = null
  const stage = () => {
    opened ??= openStage(() => now)
    return opened
  }
  const cityOf = async (size: number) => (await stage()).city(`city-${size}`, fillWith(manyPlaces(size)))
  return {
    step,
    stage,
    cityOf,
    async large() {
      if (file === undefined) return { city: await cityOf(large), label: `${large} generated places` }
      step(`import ${file}`)
      const city = await (await stage()).city('file', fillFrom(file))
      return { city, label: `${city.places.length} places of ${basename(file)}` }
    },
    async close() {
      await (await opened)?.stop()
    },
  }
}

const fillFrom =
  (file: string) =>
  async (store: PlacesStore): Promise<void> => {
    const bytes = await readFile(file)
    const report = await importPlaces({
      store,
      clock: () => now,
      bytes,
      format: 'csv',
      adcode,
      name: 'large',
    })
    if (!report.ok) throw new Error(`${file} could not be imported: ${report.error.details.join(' ')}`)
  }
