/**
 * An order is named by what its buyer asked with: the `Idempotency-Key`, a UUID of version 7 (RFC 9562, section 5.7),
 * which carries its time. So whoever repeats a request, even after midnight, asks for the same order on the same shelf,
 * and that it exists is what makes a repetition harmless.
 */
import { base32 } from '../../shared/base32'
import { type Day, dayMs, dayOf, minuteMs } from '../../shared/day'
import { hmacSha256 } from '../../shared/hmac'
import { err, ok, type Result } from '../../shared/result'

/** A key that was read: as it is compared, and the time it was made (ms since 1970). */
export type IdempotencyKey = { text: string; madeAt: number }
export type KeyRefusal = 'idempotency-key-missing' | 'idempotency-key-stale'

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

/** `yymmdd-` and ten characters that only this person's key gives: nobody can name, or take, another's order. */
export function orderIdOf(secret: string, person: string, { text, madeAt }: IdempotencyKey): string {
  const mac = hmacSha256(secret, `order|${person}|${text}`)
  return `${dayOf(madeAt).slice(2).replaceAll('-', '')}-${base32(mac, 10)}`
}

/** The day on whose shelf an order lies. */
export function dayOfOrder(id: string): Day {
  return `20${id.slice(0, 2)}-${id.slice(2, 4)}-${id.slice(4, 6)}`
}
