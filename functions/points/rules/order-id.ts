/**
 * An order is named after its idempotency key, which carries its time. So whoever repeats a request, even after midnight,
 * asks for the same order on the same day, and that it exists is what makes a repetition harmless.
 */
import { base32 } from '../../shared/codes/base32'
import { hmacSha256 } from '../../shared/codes/hmac'
import type { IdempotencyKey } from '../../shared/codes/idempotency'
import { type Day, dayOf } from '../../shared/day'

/** `yymmdd-` and ten characters that only this person's key gives: nobody can name, or take, another's order. */
export function orderIdOf(secret: string, person: string, { text, madeAt }: IdempotencyKey): string {
  const mac = hmacSha256(secret, `order|${person}|${text}`)
  return `${dayOf(madeAt).slice(2).replaceAll('-', '')}-${base32(mac, 10)}`
}

/** The day in whose partitions an order lies. */
export function dayOfOrder(id: string): Day {
  return `20${id.slice(0, 2)}-${id.slice(2, 4)}-${id.slice(4, 6)}`
}
