/** The ledger of an account: read in pages, newest first. Written with the account alone (accounts.ts). */
import { parseItem, type Table } from '../../../shared/table'
import * as z from '../../../shared/zod'
import { entryKindSchema, entrySchema, reasonSchema } from '../../contract'
import { type EntryShelf, entryKey, entrySort, personPartition } from '../keys'
import type { Owner } from './accounts'

/** As it is kept: whatever is written is known. */
export const storedEntrySchema = z.extend(entrySchema, { kind: entryKindSchema, reason: reasonSchema })
export type StoredEntry = z.infer<typeof storedEntrySchema>

const firstSeq = 1
const lastSeq = 99_999_999

export type EntriesPage = {
  entries: StoredEntry[]
  /** Number of the entry after which the next page begins; null: there is none. */
  next: number | null
}
export type PageRequest = {
  /** The last entry of the page before; null for the first page. */
  after: number | null
  limit: number
}

export const entryReader = (table: Table) => {
  /** Newest first, one more than asked for: that tells whether there is another page. */
  const between = async (
    { person, region }: Owner,
    { after, limit }: PageRequest,
    shelf: EntryShelf,
  ): Promise<StoredEntry[]> => {
    const last = after === null ? lastSeq : after - 1
    if (last < firstSeq) return []
    const items = await table.page(personPartition(person), {
      from: entrySort(shelf, region, firstSeq),
      until: entrySort(shelf, region, last),
      limit: limit + 1,
      newestFirst: true,
      consistent: true,
    })
    return items.map((item) => parseItem(storedEntrySchema, item))
  }

  return {
    async readEntries(owner: Owner, request: PageRequest): Promise<EntriesPage> {
      const shelves = await Promise.all([between(owner, request, 'entry'), between(owner, request, 'spend')])
      return pageOf(
        shelves.flat().sort((a, b) => b.seq - a.seq),
        request,
      )
    },

    /** Those by which something was ordered. */
    async readSpending(owner: Owner, request: PageRequest): Promise<EntriesPage> {
      return pageOf(await between(owner, request, 'spend'), request)
    },

    /** Those by which nothing was ordered. */
    async readOthers(owner: Owner, request: PageRequest): Promise<EntriesPage> {
      return pageOf(await between(owner, request, 'entry'), request)
    },

    /** One by which nothing was ordered. */
    async readEntry({ person, region }: Owner, seq: number): Promise<StoredEntry | null> {
      const item = await table.get(entryKey('entry', person, region, seq), { consistent: true })
      return item && parseItem(storedEntrySchema, item)
    },
  }
}

const pageOf = (found: readonly StoredEntry[], { limit }: PageRequest): EntriesPage => {
  const entries = found.slice(0, limit)
  return { entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null }
}
