/**
 * Where each character stands in the folded words of some bulletins. A word is looked for where the rarest of its characters stands:
 * at a few places instead of in all of the text (docs/decisions/060). Pure.
 */
import { boundary, foldInto } from './fold'

export type CharacterIndex = {
  /** Title and text of one bulletin after the other, folded, with a boundary behind each. */
  units: Uint16Array
  /** Where in `units` each title and each text ends. */
  ends: Uint32Array
  /** Those that there are, ascending. */
  characters: Uint16Array
  /** Where in `places` those of a character begin; behind the last, where they end. */
  starts: Uint32Array
  /** In `units`: of one character after the other, ascending. */
  places: Uint16Array | Uint32Array
}

/** Of UTF-16 units. */
const unitCount = 0x10000

export function indexCharacters(bulletins: readonly { title: string; text: string }[]): CharacterIndex {
  const texts = bulletins.flatMap(({ title, text }) => [title, text])
  const room = new Uint16Array(texts.reduce((sum, { length }) => sum + length + 1, 0))
  let length = 0
  const ends = Uint32Array.from(texts, (text) => {
    const end = foldInto(text, room, length)
    room[end] = boundary
    length = end + 1
    return end
  })
  const units = room.slice(0, length)
  return { units, ends, ...placesIn(units) }
}

/** Sorted by counting, as there are only so many characters. */
function placesIn(units: Uint16Array): Pick<CharacterIndex, 'characters' | 'starts' | 'places'> {
  const counts = new Uint32Array(unitCount)
  for (const unit of units) counts[unit] = (counts[unit] ?? 0) + 1
  counts[boundary] = 0
  const characters: number[] = []
  const starts: number[] = []
  let next = 0
  for (let unit = 0; unit < unitCount; unit++) {
    const count = counts[unit] ?? 0
    if (count === 0) continue
    characters.push(unit)
    starts.push(next)
    counts[unit] = next
    next += count
  }
  const places = units.length <= unitCount ? new Uint16Array(next) : new Uint32Array(next)
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? boundary
    if (unit === boundary) continue
    const place = counts[unit] ?? 0
    places[place] = at
    counts[unit] = place + 1
  }
  return { characters: Uint16Array.from(characters), starts: Uint32Array.from([...starts, next]), places }
}

/** Where a word stands in a bulletin; the better of two places is the larger. */
export const nowhere = 0
export const inText = 1
export const inTitle = 2

/** The UTF-16 units of a word, in which it is compared. */
export const unitsOf = (word: string): Uint16Array =>
  Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i))

/** Where each of the bulletins has the word, which is folded and not empty. */
export function findWord(index: CharacterIndex, word: Uint16Array): Uint8Array {
  const { units, ends, places } = index
  const found = new Uint8Array(ends.length / 2)
  const { from, until, offset } = rarestOf(index, word)
  // Titles and texts take turns.
  let part = 0
  for (let i = from; i < until; i++) {
    const at = (places[i] ?? 0) - offset
    if (at < 0) continue
    while (at >= (ends[part] ?? Number.POSITIVE_INFINITY)) part++
    const bulletin = part >> 1
    if (found[bulletin] === nowhere && standsAt(units, at, word))
      found[bulletin] = part % 2 === 0 ? inTitle : inText
  }
  return found
}

type Places = { from: number; until: number; offset: number }

/** The places of the rarest character of the word, and how far in the word it stands; none where one of them is nowhere. */
function rarestOf({ characters, starts }: CharacterIndex, word: Uint16Array): Places {
  let [from, until, offset] = [0, Number.POSITIVE_INFINITY, 0]
  for (let i = 0; i < word.length; i++) {
    const unit = word[i] ?? boundary
    const character = firstFrom(characters, unit)
    if (characters[character] !== unit) return { from: 0, until: 0, offset: 0 }
    const begin = starts[character] ?? 0
    const end = starts[character + 1] ?? 0
    if (end - begin < until - from) [from, until, offset] = [begin, end, i]
  }
  return { from, until, offset }
}

/** The place in an ascending list of the first that is no smaller than `unit`. */
function firstFrom(characters: Uint16Array, unit: number): number {
  let low = 0
  let high = characters.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((characters[middle] ?? 0) < unit) low = middle + 1
    else high = middle
  }
  return low
}

function standsAt(units: Uint16Array, at: number, word: Uint16Array): boolean {
  for (let i = 0; i < word.length; i++) if (units[at + i] !== word[i]) return false
  return true
}
