/**
 * How the catalogue writes a column of whole numbers ≥ 0 as text, made for brotli rather than for the eye.
 *
 * Only the 93 printable ASCII characters that JSON need not escape are used. Brotli spends on each about as many
 * bits as its rarity deserves, so a column is short when every character says something about one thing only:
 *
 * - *Codes* (small numbers, the common ones smallest) are written in a mixed base: 93 − L of the characters end a
 *   number, the other L carry on to the next character. Small numbers take one character and no comma.
 * - *Wide numbers* (steps, telephone numbers: nothing about them is regular but their size) are taken apart: how
 *   many bits they have, a character each, and then those bits without the leading one, six to a character. The
 *   bits cost what they must, and the sizes compress well.
 * - *Values that recur* become a table, the commonest first, and codes that point into it.
 */

const characters = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i))
  .filter((character) => character !== '"' && character !== '\\')
  .join('')
/** How many characters there are; of those, the last `carriers` of a column end no number but carry on to the next one. */
export const base = characters.length
/** The value of each character by its code; -1, or nothing, for what belongs to no column. */
export const values = new Int8Array(128).fill(-1)
for (let i = 0; i < base; i++) values[characters.charCodeAt(i)] = i

/** What cannot be unpacked says in which column and why; the reader keeps the catalogue it had. */
export class MalformedCatalogue extends Error {
  override name = 'MalformedCatalogue'
}

/** `carriers` is the L above, 1..92; or 0 where every number is below 93. */
export function writeCodes(numbers: readonly number[], carriers: number): string {
  const enders = base - carriers
  let text = ''
  for (const number of numbers) {
    let rest = number
    while (rest >= enders) {
      if (carriers === 0) throw new RangeError(`${number} cannot be written without carriers`)
      rest -= enders
      text += characters.charAt(enders + (rest % carriers))
      rest = Math.floor(rest / carriers)
    }
    text += characters.charAt(rest)
  }
  return text
}

/** The numbers, exactly `count` of them unless that is null, or a MalformedCatalogue that names `column`. */
export function readCodes(text: string, carriers: number, count: number | null, column: string): number[] {
  const enders = base - carriers
  const numbers: number[] = []
  let [number, scale] = [0, 1]
  for (let at = 0; at < text.length; at++) {
    const value = values[text.charCodeAt(at)] ?? -1
    if (value < 0) throw new MalformedCatalogue(`${column}: character ${at} belongs to no number`)
    number += value * scale
    if (value >= enders) {
      scale *= carriers
      continue
    }
    if (number > Number.MAX_SAFE_INTEGER) throw new MalformedCatalogue(`${column}: a number is too large`)
    numbers.push(number)
    number = 0
    scale = 1
  }
  if (scale !== 1 || number !== 0) throw new MalformedCatalogue(`${column}: ends in the middle of a number`)
  if (count !== null && numbers.length !== count) {
    throw new MalformedCatalogue(`${column}: ${numbers.length} numbers, not ${count}`)
  }
  return numbers
}

/**
 * The same for a long column whose numbers are at most `most` (below 2^32): as a typed array, for a phone reads dozens of
 * such columns with code that was never run before.
 */
export function readColumn(text: string, carriers: number, { count, most, column }: ColumnForm): Uint32Array {
  const enders = base - carriers
  const numbers = new Uint32Array(count)
  let [size, number, scale] = [0, 0, 1]
  for (let at = 0; at < text.length; at++) {
    const value = values[text.charCodeAt(at)] ?? -1
    if (value < 0) throw new MalformedCatalogue(`${column}: character ${at} belongs to no number`)
    number += value * scale
    if (value >= enders) {
      scale *= carriers
      continue
    }
    if (number > most) throw new MalformedCatalogue(`${column}: ${number} is too large`)
    // What is too many is written nowhere, but counted.
    numbers[size++] = number
    number = 0
    scale = 1
  }
  if (scale !== 1) throw new MalformedCatalogue(`${column}: ends in the middle of a number`)
  if (size !== count) throw new MalformedCatalogue(`${column}: ${size} numbers, not ${count}`)
  return numbers
}

export type ColumnForm = { count: number; most: number; column: string }

export const characterOf = (value: number): string => characters.charAt(value)

/** What belongs to no column. */
export const foreign = /[^ !#-[\]-~]/

/** A column of recurring values: the different ones, and for each place where in the table its value stands. */
export type Table<T> = { table: T[]; codes: string }

/** `keyOf` tells equal values apart from different ones. */
export function writeTable<T>(column: readonly T[], keyOf: (value: T) => string): Table<T> {
  const { table, codes } = rank(column, keyOf)
  return { table, codes: writeCodes(codes, carriersFor(table.length)) }
}

/** A column of a table as it came: the row of each place, which is its value when somebody asks. */
export type TableColumn<T> = { table: readonly T[]; rows: Uint32Array }

export function openTable<T>({ table, codes }: Table<T>, count: number, column: string): TableColumn<T> {
  const most = table.length - 1
  return { table, rows: readColumn(codes, carriersFor(table.length), { count, most, column }) }
}

/** The value of the place at position `i`, of those there are. */
export function valueAtRow<T>({ table, rows }: TableColumn<T>, i: number): T {
  const value = table[rows[i] ?? -1]
  if (value === undefined) throw new MalformedCatalogue(`there is no place ${i}`)
  return value
}

/** The different values, commonest first, and for each value of the column its place among them. */
export function rank<T>(column: readonly T[], keyOf: (value: T) => string): { table: T[]; codes: number[] } {
  const seen = new Map<string, { value: T; count: number; code: number }>()
  const entries = column.map((value) => {
    const key = keyOf(value)
    const entry = seen.get(key) ?? { value, count: 0, code: 0 }
    entry.count++
    seen.set(key, entry)
    return entry
  })
  // The sort is stable: values equally common stay in the order of their first appearance.
  const ranked = [...seen.values()].sort((a, b) => b.count - a.count)
  ranked.forEach((entry, code) => {
    entry.code = code
  })
  return { table: ranked.map(({ value }) => value), codes: entries.map(({ code }) => code) }
}

/** The fewest carriers that bring every code of a table into two characters; both sides reckon it from the table. */
export function carriersFor(tableLength: number): number {
  const half = Math.floor(base / 2)
  let carriers = 0
  while (carriers < half && (base - carriers) * (1 + carriers) < tableLength) carriers++
  return carriers
}

/** How many codes of a table take a single character. */
export function singlesOf(tableLength: number): number {
  return base - carriersFor(tableLength)
}

/** 0, −1, 1, −2, 2 … as 0, 1, 2, 3, 4 …: columns know no sign. */
export function zigzag(n: number): number {
  return n < 0 ? -2 * n - 1 : 2 * n
}

export function unzigzag(n: number): number {
  return n % 2 === 0 ? n / 2 : -(n + 1) / 2
}
