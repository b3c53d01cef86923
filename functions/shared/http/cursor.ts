/** Cursors of pages: opaque to callers, who need not know that they are sort keys or sequence numbers. */

import { err, ok, type Result } from '../result'
import type { Failure } from './problems'

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

/** Of a ledger: the number of the last entry of the page. Null where there is nothing more. */
export const sequenceCursorOf = (seq: number | null): string | null => (seq === null ? null : `e${seq}`)

/** Null for the first page. */
export const readSequenceCursor = (cursor: string | undefined): Result<number | null, 'bad-cursor'> => {
  if (cursor === undefined) return ok(null)
  return /^e[1-9]\d{0,7}$/.test(cursor) ? ok(Number(cursor.slice(1))) : err('bad-cursor')
}

export const badCursor: Failure<never> = {
  code: 'invalid-request',
  errors: [{ field: 'cursor', message: 'is not one that was given out' }],
}
