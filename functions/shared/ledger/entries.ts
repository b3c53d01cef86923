/** The entries of an account, read in pages, newest first. */
import { parseItem, type Table } from '../aws/table'
import type * as z from '../zod'

/** Where entries are: a partition, and the sort key of a number. An account may have several series, of different kinds. */
export type EntrySeries = { partition: string; sortOf: (seq: number) => string }

export type EntriesPage<Entry> = {
  entries: Entry[]
  /** Number of the entry after which the next page begins; null: there is none. */
  next: number | null
}
export type PageRequest = {
  /** The last entry of the page before; null for the first page. */
  after: number | null
  limit: number
}

const firstSeq = 1
/** Numbers have eight digits in a sort key, so that they sort as text. */
const lastSeq = 99_999_999
export const seqText = (seq: number): string => String(seq).padStart(8, '0')

type WithSeq = z.ZodMiniType<{ seq: number }>

export const entryPages = <Schema extends WithSeq>(table: Table, schema: Schema) => {
  type Entry = z.infer<Schema>

  /** One more than asked for: that tells whether there is another page. */
  const between = async (
    { partition, sortOf }: EntrySeries,
    { after, limit }: PageRequest,
  ): Promise<Entry[]> => {
    const last = after === null ? lastSeq : after - 1
    if (last < firstSeq) return []
    const range = { from: sortOf(firstSeq), until: sortOf(last), limit: limit + 1 }
    const items = await table.page(partition, { ...range, newestFirst: true, consistent: true })
    return items.map((item) => parseItem(schema, item))
  }

  /** A page of the entries of all these series together. */
  return async (series: readonly EntrySeries[], request: PageRequest): Promise<EntriesPage<Entry>> => {
    const found = (await Promise.all(series.map((one) => between(one, request)))).flat()
    const sorted = found.sort((a, b) => b.seq - a.seq)
    const entries = sorted.slice(0, request.limit)
    return { entries, next: sorted.length > request.limit ? (entries.at(-1)?.seq ?? null) : null }
  }
}
