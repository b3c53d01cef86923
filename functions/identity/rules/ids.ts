/** Names that people and sessions are given: Crockford's base 32, which nobody misreads, from random bytes. */
import { base32 } from '../../shared/codes/base32'

export type Random = (bytes: number) => Uint8Array

/** 100 bits: nobody guesses one, and no two are ever alike. */
export const newId = (random: Random): string => base32(random(13), 20).toLowerCase()

/** 40 bits, to be read out; two can be alike, so the store takes another if it is given already. */
export const newPersonNo = (random: Random): string => base32(random(5), 8)

/** Four digits, two a byte. Of its 256 values 200 share them evenly, the rest is drawn again. */
export const newDigits = (random: Random): string => twoDigits(random) + twoDigits(random)

function twoDigits(random: Random): string {
  const drawn = random(1)[0] ?? 0
  return drawn < 200 ? String(drawn % 100).padStart(2, '0') : twoDigits(random)
}
