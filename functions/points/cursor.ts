/** Where a page of the ledger ended: the number of its last entry, opaque to callers. */
import { err, ok, type Result } from '../shared/result'

export const cursorOf = (seq: number | null): string | null => (seq === null ? null : `e${seq}`)

/** Null for the first page. */
export const readCursor = (cursor: string | undefined): Result<number | null, 'bad-cursor'> => {
  if (cursor === undefined) return ok(null)
  return /^e[1-9]\d{0,7}$/.test(cursor) ? ok(Number(cursor.slice(1))) : err('bad-cursor')
}
