/** Names that people and sessions are given: Crockford's base 32, which nobody misreads, from random bytes. */

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** One character a byte, of which five bits count: every character is as likely as any other. */
function written(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join('')
}

export type Random = (bytes: number) => Uint8Array

/** 100 bits: nobody guesses one, and no two are ever alike. */
export const newId = (random: Random): string => written(random(20))

/** 40 bits, to be read out; two can be alike, so the store takes another if it is given already. */
export const newPersonNo = (random: Random): string => written(random(8)).toUpperCase()

/** Four digits, two a byte. Of its 256 values 200 share them evenly, the rest is drawn again. */
export const newDigits = (random: Random): string => twoDigits(random) + twoDigits(random)

function twoDigits(random: Random): string {
  const drawn = random(1)[0] ?? 0
  return drawn < 200 ? String(drawn % 100).padStart(2, '0') : twoDigits(random)
}
