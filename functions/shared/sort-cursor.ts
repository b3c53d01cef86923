/** Cursors of lists that are ranges of sort keys: opaque to callers, who need not know that they are keys. */
import type { Failure } from './problems'
import { err, ok, type Result } from './result'

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

export const badCursor: Failure<never> = {
  code: 'invalid-request',
  errors: [{ field: 'cursor', message: 'is not one that was given out' }],
}
