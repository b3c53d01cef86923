/** The ledger of an account: read in pages, newest first. Written with the account alone (accounts.ts). */

import { parseItem, type Table } from '../../../shared/aws/table'
import {
  type EntrySeries,
  entryPages,
  type EntriesPage as Page,
  type PageRequest,
} from '../../../shared/ledger/entries'
import * as z from '../../../shared/zod'
import { entryKindSchema, entrySchema, reasonSchema } from '../../contract'
import { type EntrySeriesName, entryKey, entrySort, personPartition } from '../keys'
import type { Owner } from './accounts'

/** As it is stored: whatever is written is known. */
export const storedEntrySchema = z.extend(entrySchema, { kind: entryKindSchema, reason: reasonSchema })
export type StoredEntry = z.infer<typeof storedEntrySchema>
type EntriesPage = Page<StoredEntry>

export const entryReader = (table: Table) => {
  const pageOf = entryPages(table, storedEntrySchema)
  const seriesOf = ({ person, region }: Owner, series: EntrySeriesName): EntrySeries => ({
    partition: personPartition(person),
    sortOf: (seq) => entrySort(series, region, seq),
  })

  return {
    readEntries: (owner: Owner, request: PageRequest): Promise<EntriesPage> =>
      pageOf([seriesOf(owner, 'entry'), seriesOf(owner, 'spend')], request),

    /** Those by which something was ordered. */
    readSpending: (owner: Owner, request: PageRequest): Promise<EntriesPage> =>
      pageOf([seriesOf(owner, 'spend')], request),

    /** Those by which nothing was ordered. */
    readOthers: (owner: Owner, request: PageRequest): Promise<EntriesPage> =>
      pageOf([seriesOf(owner, 'entry')], request),

    /** One by which nothing was ordered. */
    async readEntry({ person, region }: Owner, seq: number): Promise<StoredEntry | null> {
      const item = await table.get(entryKey('entry', person, region, seq), { consistent: true })
      return item && parseItem(storedEntrySchema, item)
    },
  }
}
