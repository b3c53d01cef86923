/**
 * Texts as a search compares them: full-width and half-width, capital and small letters are the same; spaces, brackets, quotation marks and
 * the dot within a name are noise; other punctuation parts words. Pure.
 */

/** Stands for punctuation: nobody's word holds it. */
export const boundary = 0x20
const dropped = 0

const noise = /[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Cc}\p{Cf}"'`·•・]/u
const punctuation = /[\p{P}\p{S}]/u
const lineBreak = 0x0a

function foldUnit(unit: number): number {
  if (unit === lineBreak) return boundary
  // Halves of what lies beyond the first 65,536.
  if (unit >= 0xd800 && unit <= 0xdfff) return unit
  const written = String.fromCharCode(unit)
  const wide = written.normalize('NFKC').toLowerCase()
  const folded = wide.length === 1 ? wide : written.toLowerCase()
  if (noise.test(folded)) return dropped
  if (folded.length !== 1) return unit
  return punctuation.test(folded) ? boundary : folded.charCodeAt(0)
}

/** By UTF-16 unit; made when somebody first searches. */
let units: Uint16Array | null = null
const table = (): Uint16Array => {
  units ??= Uint16Array.from({ length: 0x10000 }, (_, unit) =>
    // The common ideographs, nearly all of what is written, are themselves.
    unit >= 0x4e00 && unit <= 0x9fff ? unit : foldUnit(unit),
  )
  return units
}

export function fold(text: string): string {
  const folded = new Uint16Array(text.length)
  const length = foldInto(text, folded, 0)
  return Buffer.from(folded.buffer, 0, length * 2).toString('utf16le')
}

/** Writes the folded text from `at` on, for which there has to be room; gives where it ends. */
export function foldInto(text: string, units: Uint16Array, at: number): number {
  const by = table()
  let end = at
  for (let i = 0; i < text.length; i++) {
    const unit = by[text.charCodeAt(i)] ?? dropped
    if (unit !== dropped) units[end++] = unit
  }
  return end
}

/** The words to look for, each once and at most so many. */
export const mostWords = 8
export const wordsOf = (q: string): string[] =>
  [...new Set(q.split(/\s+/).flatMap((part) => fold(part).split(' ')))].filter(Boolean).slice(0, mostWords)

/** Where in the text as it is written the unit stands that is number `at` once it is folded. */
export function writtenAt(text: string, at: number): number {
  const by = table()
  let left = at
  for (let i = 0; i < text.length; i++) {
    if (by[text.charCodeAt(i)] === dropped) continue
    if (left === 0) return i
    left--
  }
  return text.length
}
