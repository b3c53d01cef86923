/** Crockford's base 32: text that people read out and type without mistaking one character for another. */
import { base32crockford } from '@scure/base'

/**
 * Five bits a character, in capitals, in order; characters beyond `length` are left out.
 *
 * @param bytes at least `length` × 5 / 8 of them
 */
export function base32(bytes: Uint8Array, length: number): string {
  return base32crockford.encode(bytes).slice(0, length)
}
