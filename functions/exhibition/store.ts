/** What is kept. Only the files in `store/` know the keys of the table. */
import type { Table } from '../shared/aws/table'
import { bulletinStore } from './store/bulletins'
import { documentStore } from './store/documents'
import { dueStore } from './store/due'
import { entryStore } from './store/entries'
import { namingStore } from './store/naming'

export type ExhibitionStore = ReturnType<typeof createExhibitionStore>

export const createExhibitionStore = (table: Table) => ({
  entries: entryStore(table),
  documents: documentStore(table),
  bulletins: bulletinStore(table),
  naming: namingStore(table),
  due: dueStore(table),
  transact: table.transact,
  backOff: table.backOff,
})
