/** Pages of a partition whose sort keys are in the order of asking, newest first. */
import { type Item, parseItem, type Table } from '../aws/table'
import * as z from '../zod'

/** `next`: sort key with which the next page begins; null: there is none. */
export type SortedPage = { items: Item[]; next: string | null }
export type SortedRange = { from: string; until: string }

const sortSchema = z.object({ SK: z.string() })

/**
 * One range after the other, each backwards.
 *
 * @param from where the page begins, as the one before said; null for the first
 */
export const readSorted = async (
  table: Table,
  PK: string,
  ranges: readonly SortedRange[],
  { from, limit, consistent = false }: { from: string | null; limit: number; consistent?: boolean },
): Promise<SortedPage> => {
  const items: Item[] = []
  const first = from === null ? 0 : ranges.findIndex((range) => range.from <= from && from <= range.until)
  for (const [i, range] of ranges.entries()) {
    const missing = limit + 1 - items.length
    if (first < 0 || i < first || missing <= 0) continue
    const until = i === first && from !== null ? from : range.until
    // Mostly half the price, and a second old at most: whoever decides reads the item itself.
    const query = { from: range.from, until, limit: missing, newestFirst: true, consistent }
    items.push(...(await table.page(PK, query)))
  }
  const next = items.length > limit ? parseItem(sortSchema, items[limit] ?? {}).SK : null
  return { items: items.slice(0, limit), next }
}
