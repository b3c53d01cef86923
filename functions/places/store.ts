/** What is kept of places, and everything that is done with it. Only the files in `store/` know the table's keys. */
import type { Table } from '../shared/table'
import { importer } from './store/imports'
import { placeReader } from './store/places'
import { regionReader } from './store/regions'

export type PlacesStore = ReturnType<typeof createPlacesStore>

export const createPlacesStore = (table: Table, { clock }: { clock: () => number }) => ({
  ...regionReader(table),
  ...placeReader(table),
  ...importer(table, clock),
})
