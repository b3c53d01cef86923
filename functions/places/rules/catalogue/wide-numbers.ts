/**
 * Wide numbers, those of which nothing is regular but their size: how many bits each has, a character each, and then those
 * bits without the leading one, six to a character (columns.ts says why).
 */
import { characterOf, foreign, MalformedCatalogue, values } from './columns'

const bitsPerCharacter = 6
/** A number and 1 more take no more bits than this, or it would not be exact. */
const mostBits = 53

export function writeWide(numbers: readonly number[]): string {
  let [lengths, bits] = ['', '']
  for (const number of numbers) {
    const binary = (number + 1).toString(2)
    lengths += characterOf(binary.length)
    bits += binary.slice(1)
  }
  let packed = ''
  for (let i = 0; i < bits.length; i += bitsPerCharacter) {
    packed += characterOf(
      Number.parseInt(bits.slice(i, i + bitsPerCharacter).padEnd(bitsPerCharacter, '0'), 2),
    )
  }
  return lengths + packed
}

/** A column of which few numbers are ever asked for: counted when it is opened, a number read when somebody asks. */
export type WideColumn = {
  at(i: number): number
  /** How many bits follow the leading one of the number plus 1: 0 says that it is 0, 1 that it is 1 or 2. */
  bitsAt(i: number): number
}

export function openWide(text: string, count: number, column: string): WideColumn {
  const before = bitsBefore(text, count, column)
  if (foreign.test(text)) throw new MalformedCatalogue(`${column}: a character belongs to no number`)
  const bitAt = (bit: number): number => {
    const value = values[text.charCodeAt(count + Math.floor(bit / bitsPerCharacter))] ?? 0
    return (value >> (bitsPerCharacter - 1 - (bit % bitsPerCharacter))) & 1
  }
  return {
    bitsAt: (i) => (before[i + 1] ?? 0) - (before[i] ?? 0),
    at(i) {
      let number = 1
      for (let bit = before[i] ?? 0; bit < (before[i + 1] ?? 0); bit++) number = number * 2 + bitAt(bit)
      return number - 1
    },
  }
}

/** How many bits stand before each number; the last: how many there are. */
function bitsBefore(text: string, count: number, column: string): Uint32Array {
  const before = new Uint32Array(count + 1)
  const digits = values
  let bits = 0
  for (let i = 0; i < count; i++) {
    const length = digits[text.charCodeAt(i)] ?? -1
    if (length < 1 || length > mostBits)
      throw new MalformedCatalogue(`${column}: number ${i} has ${length} bits`)
    bits += length - 1
    before[i + 1] = bits
  }
  if (text.length !== count + Math.ceil(bits / bitsPerCharacter))
    throw new MalformedCatalogue(`${column}: shorter or longer than its ${count} numbers`)
  return before
}

/** All of them at once, for a column where each is needed: one loop, for a phone runs it with code that was never run before. */
export function readWide(text: string, count: number, column: string): Float64Array {
  if (foreign.test(text)) throw new MalformedCatalogue(`${column}: a character belongs to no number`)
  const numbers = new Float64Array(count)
  const digits = values
  let at = count
  // What is left of the last character: its lowest `left` bits.
  let [rest, left] = [0, 0]
  for (let i = 0; i < count; i++) {
    const length = digits[text.charCodeAt(i)] ?? -1
    if (length < 1 || length > mostBits)
      throw new MalformedCatalogue(`${column}: number ${i} has ${length} bits`)
    let missing = length - 1
    let number = 1
    while (missing > left) {
      number = number * (1 << left) + rest
      missing -= left
      rest = digits[text.charCodeAt(at++)] ?? 0
      left = bitsPerCharacter
    }
    left -= missing
    number = number * (1 << missing) + (rest >> left)
    rest &= (1 << left) - 1
    numbers[i] = number - 1
  }
  if (at !== text.length)
    throw new MalformedCatalogue(`${column}: shorter or longer than its ${count} numbers`)
  return numbers
}
