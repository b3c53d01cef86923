/** Where a page of the ledger ended: the number of its last entry, opaque to callers. */
import { err, ok, type Result } from '../shared/result'

export const cursorOf = (seq: number | null): string | null => (seq === null ? null : `e${seq}`)

/** Where a page of a city's list ended: a sort key, of which callers need not know that it is one. */
export const sortCursorOf = (sort: string | null): string | null =>
  sort === null ? null : Buffer.from(sort).toString('base64url')

/** Null for the first page. `sorts`: what a sort key of the list looks like. */
export const readSortCursor = (
  cursor: string | undefined,
  sorts: RegExp,
): Result<string | null, 'bad-cursor'> => {
  if (cursor === undefined) return ok(null)
  const sort = Buffer.from(cursor, 'base64url').toString()
  return sorts.test(sort) ? ok(sort) : err('bad-cursor')
}

/** Null for the first page. */
export const readCursor = (cursor: string | undefined): Result<number | null, 'bad-cursor'> => {
  if (cursor === undefined) return ok(null)
  return /^e[1-9]\d{0,7}$/.test(cursor) ? ok(Number(cursor.slice(1))) : err('bad-cursor')
}
