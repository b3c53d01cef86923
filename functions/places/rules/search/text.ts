/** The texts of all places of a region as a search reads them: normalised, one after the other, each on a line of its own. */
import { simplified } from './readings'

/** One field of all places. */
export type Field = {
  /** In simplified characters; each line ends with `\n`. */
  text: string
  /** Where each place's line begins, and where one more would. */
  starts: Uint32Array
  /** As it is written, simplified or not. */
  written: string
}

/**
 * Full-width and half-width, capital and small letters are the same to who searches, and so are letters with a mark of
 * tone and without; ü is v, as it is typed; spaces and apostrophes are noise. Lines stay lines.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .replace(/u\u0308/g, 'v')
    .normalize('NFC')
    .replace(/[^\S\n]+|['’‘`]/g, '')
}

/** Normalised as a whole, which is many times faster than line by line. */
export function fieldOf(lines: readonly string[]): Field {
  const joined = lines.map((line) => (line.includes('\n') ? line.replace(/\n/g, ' ') : line)).join('\n')
  const written = `${normalise(joined)}\n`
  const text = simplified(written)
  return { text, starts: startsOf(text), written }
}

function startsOf(text: string): Uint32Array {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return Uint32Array.from(starts)
}

/** Binary search: the last line that begins at or before the offset. */
export function lineAt(starts: Uint32Array, at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}
