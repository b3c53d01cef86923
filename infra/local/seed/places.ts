/** The demo cities, loaded into an empty table through the same import as anyone's file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importPlaces } from '../../../functions/places/import/import'
import { createPlacesStore } from '../../../functions/places/store'
import type { Table } from '../../../functions/shared/table'
import { Failure } from '../failure'

const cities = [
  { adcode: '320800', name: '淮安' },
  { adcode: '371600', name: '滨州' },
]

/** Loads both demo cities unless there is any city; returns what it did, in words. */
export const seedPlaces = async (table: Table): Promise<string> => {
  const store = createPlacesStore(table, { clock: Date.now })
  if ((await store.listRegions()).length > 0) return 'places there already'
  const loaded: string[] = []
  for (const { adcode, name } of cities) {
    const report = await importPlaces({
      store,
      clock: Date.now,
      bytes: readFileSync(join(__dirname, '../../demo', `places-${adcode}.csv`)),
      format: 'csv',
      adcode,
      name,
      demo: true,
      strict: true,
    })
    if (!report.ok) throw new Failure(`The demo city ${name} cannot be loaded: ${report.error.details[0]}`)
    loaded.push(`${name} ${report.value.added}`)
  }
  return `${loaded.join(', ')} places`
}
