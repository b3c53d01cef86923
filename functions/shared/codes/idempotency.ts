/**
 * The header `Idempotency-Key`: a UUID of version 7 (RFC 9562, section 5.7), which carries its time. What a request makes
 * is named after its key, so a repetition finds it made.
 */
import { dayMs, minuteMs } from '../day'
import { err, ok, type Result } from '../result'

export const idempotencyHeader = 'idempotency-key'
/** Of the header alone; `idempotency-key-reused` is found by whoever compares the digests. */
export const keyRefusals = ['idempotency-key-missing', 'idempotency-key-stale'] as const
export type KeyRefusal = (typeof keyRefusals)[number]

/** A key that was read: as it is compared, and the time it was made (ms since 1970). */
export type IdempotencyKey = { text: string; madeAt: number }

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** A phone's clock may be a little ahead. */
const mostAheadMs = 5 * minuteMs

/** `header`: as it came, null where there was none. A key is good for a day. */
export function readKey(header: string | null, now: number): Result<IdempotencyKey, KeyRefusal> {
  const text = (header ?? '').trim().toLowerCase()
  if (!uuid7.test(text)) return err('idempotency-key-missing')
  const madeAt = Number.parseInt(text.slice(0, 8) + text.slice(9, 13), 16)
  if (madeAt < now - dayMs || madeAt > now + mostAheadMs) return err('idempotency-key-stale')
  return ok({ text, madeAt })
}
