/**
 * The printed codes: twelve characters of Crockford's base 32, the last of them a check character.
 *
 * The check is a sum over GF(32), the field of the 32 characters. Each place has a weight of its own, none of them 0:
 * - one character misread changes the sum by weight × difference, and a field has no zero divisors;
 * - two characters swapped, neighbours or not, change it by (weight − weight) × difference, and the weights differ.
 * So both are always found, before anything is asked of the table. What was made up at random passes once in 32 times.
 */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const codeLength = 12

/** As it is printed: `XXXX-XXXX-XXXX`. */
export function written(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-')
}

/**
 * What somebody typed, as the code they mean: small and full-width letters, blanks and dashes of any kind are forgiven,
 * O reads as 0, I and L as 1. Null where it cannot be a code, which includes every slip of one character or one swap.
 */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return isCode(code) ? code : null
}

/** The code that begins with these eleven characters. */
export function withCheck(eleven: string): string {
  return eleven + characterOf(sumOf(eleven))
}

function isCode(code: string): boolean {
  if (code.length !== codeLength || [...code].some((character) => !alphabet.includes(character))) return false
  return withCheck(code.slice(0, -1)) === code
}

/** Weights 2, 4, 8 … as powers of the field's generator: eleven of its 31, and the check's own weight is 1. */
function sumOf(eleven: string): number {
  let weight = 1
  let sum = 0
  for (const character of eleven) {
    weight = product(weight, 2)
    sum ^= product(weight, alphabet.indexOf(character))
  }
  return sum
}

/** In GF(32) = GF(2)[x] / (x⁵ + x² + 1), whose x generates every element but 0. */
function product(a: number, b: number): number {
  let result = 0
  for (let [factor, rest] = [a, b]; rest > 0; rest >>= 1) {
    if (rest & 1) result ^= factor
    factor = (factor << 1) ^ (factor & 16 ? 0b100101 : 0)
  }
  return result
}

function characterOf(value: number): string {
  return alphabet.charAt(value)
}
