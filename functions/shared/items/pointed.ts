/** Records that are found from a person: beside each stands a pointer, which tells when it was written and in which city. */
import { type Item, type Key, parseItem, type Table } from '../aws/table'
import * as z from '../zod'

const pointerSchema = z.object({ SK: z.string(), region: z.string() })
type Pointer = z.infer<typeof pointerSchema>

/** Shown at most, the newest ones: with their changes some 1.5 MB, and a function answers 6. */
export const mostShown = 500

/** Where the pointers stand, in the order of time. */
export type PointerRange = { partition: string; from: string; until: string }

/** The newest records, the newest first; `more`: there are older ones. */
export async function newestPointed<T extends { at: string }>(
  table: Table,
  { partition, from, until }: PointerRange,
  {
    keyOf,
    parse,
    most = mostShown,
  }: { keyOf: (pointer: Pointer) => Key; parse: (record: Item) => T; most?: number },
): Promise<{ list: T[]; more: boolean }> {
  const range = { from, until, limit: most + 1, newestFirst: true, consistent: true }
  const pointers = (await table.page(partition, range)).map((item) => parseItem(pointerSchema, item))
  const records = await table.getMany(pointers.slice(0, most).map(keyOf), { consistent: true })
  const list = records.map(parse).sort((a, b) => b.at.localeCompare(a.at))
  return { list, more: pointers.length > most }
}
