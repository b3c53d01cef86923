/** The ledger of an account: read in pages, newest first. Written with the account alone (accounts.ts). */
import { parseItem, type Table } from '../../shared/table'
import { type Entry, entrySchema } from '../contract'
import type { Owner } from './accounts'
import { entryKey, entrySort, personPartition } from './keys'

const firstSeq = 1
const lastSeq = 99_999_999

export type EntriesPage = {
  entries: Entry[]
  /** Number of the entry after which the next page begins; null: there is none. */
  next: number | null
}
export type PageRequest = {
  /** The last entry of the page before; null for the first page. */
  after: number | null
  limit: number
}

export const entryReader = (table: Table) => {
  const between = async (
    { person, region }: Owner,
    { after, limit, kind }: PageRequest & { kind?: Entry['kind'] },
  ): Promise<EntriesPage> => {
    const last = after === null ? lastSeq : after - 1
    if (last < firstSeq) return { entries: [], next: null }
    const items = await table.page(personPartition(person), {
      from: entrySort(region, firstSeq),
      until: entrySort(region, last),
      // One more than asked for tells whether there is another page.
      limit: limit + 1,
      newestFirst: true,
      consistent: true,
      ...(kind && {
        filter: { FilterExpression: '#kind = :kind', names: { '#kind': 'kind' }, values: { ':kind': kind } },
      }),
    })
    const entries = items.slice(0, limit).map((item) => parseItem(entrySchema, item))
    return { entries, next: items.length > limit ? (entries.at(-1)?.seq ?? null) : null }
  }

  return {
    readEntries: (owner: Owner, request: PageRequest): Promise<EntriesPage> => between(owner, request),

    /** Those by which something was ordered: the way to a person's orders. */
    readSpending: (owner: Owner, request: PageRequest): Promise<EntriesPage> =>
      between(owner, { ...request, kind: 'spend' }),

    /** Those of one kind. All of the account are read, and paid for: for whoever leaves, and no list. */
    readOfKind: (owner: Owner, kind: Entry['kind'], request: PageRequest): Promise<EntriesPage> =>
      between(owner, { ...request, kind }),

    async readEntry({ person, region }: Owner, seq: number): Promise<Entry | null> {
      const item = await table.get(entryKey(person, region, seq), { consistent: true })
      return item && parseItem(entrySchema, item)
    },
  }
}
