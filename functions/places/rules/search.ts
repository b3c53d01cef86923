/**
 * Finds places by what a person types: number, name, part of an address, pinyin or its initials.
 *
 * Plain `indexOf` over one joined string a field: Chinese has no spaces between words, so a word index finds no
 * substring, and five thousand places are scanned in a fraction of a millisecond anyway.
 */
import type { PlaceSummary } from '../contract'

/**
 * How the characters of a region are read: a character, or a pair of characters where the reading depends on the
 * neighbour, to its syllables without tones, separated by a space: `{ 淮: 'huai', 银行: 'yin hang' }`.
 */
export type PinyinDictionary = Record<string, string>

/** One field of all places, normalised, each place on a line of its own. */
type Field = {
  text: string
  /** Where each place's line begins, and where one more would. */
  starts: Uint32Array
}
/** How a field is read. A hit in the middle of a syllable (`an` in `huan`) is none: `begins` is 1 where one begins. */
type Spelling = { full: Field; begins: Uint8Array; initials: Field }

/** Which of two equally good matches stands first, as `Array.sort` asks; on the phone, the nearer one. */
export type Order = (a: PlaceSummary, b: PlaceSummary) => number

export type SearchIndex = {
  places: readonly PlaceSummary[]
  number: Field
  name: Field
  /** The district stands before the address. */
  address: Field
  /** Made when somebody first types latin letters: most never do, and it takes half the time of the whole. */
  spelled: () => { name: Spelling; address: Spelling }
}

export function buildSearchIndex(places: readonly PlaceSummary[], pinyin: PinyinDictionary): SearchIndex {
  const name = fieldOf(places.map((place) => place.name))
  const address = fieldOf(places.map((place) => place.district + place.address))
  let spelled: ReturnType<SearchIndex['spelled']> | null = null
  return {
    places,
    number: fieldOf(places.map((place) => place.outletNo ?? '')),
    name,
    address,
    spelled: () => {
      spelled ??= spellBoth(name, address, readerOf(pinyin))
      return spelled
    },
  }
}

/**
 * At most `limit` places, best first: the whole number, part of it, the start of the name, part of it, the name's
 * pinyin or initials, part of district and address, their pinyin or initials. Several words must all be found.
 */
export function search(index: SearchIndex, q: string, limit: number, ties?: Order): PlaceSummary[] {
  return searchAll([index], q, limit, ties)
}

/** The same over several regions: a better match stands first wherever it lies, equal ones in the order of the regions. */
export function searchAll(
  indexes: readonly SearchIndex[],
  q: string,
  limit: number,
  ties?: Order,
): PlaceSummary[] {
  const [first, ...others] = q.trim().split(/\s+/).map(normalise)
  if (first === undefined || first === '' || limit < 1) return []
  if (others.length === 0) return [...findWord(indexes, first, limit, ties)]
  const needed = others.map((word) => findWord(indexes, word, Number.POSITIVE_INFINITY))
  const found = [...findWord(indexes, first, Number.POSITIVE_INFINITY, ties)]
  return found.filter((place) => needed.every((places) => places.has(place))).slice(0, limit)
}

function findWord(
  indexes: readonly SearchIndex[],
  word: string,
  limit: number,
  ties?: Order,
): Set<PlaceSummary> {
  const found = new Set<PlaceSummary>()
  // Only a word with latin letters can be pinyin.
  const tiers = /[a-z]/.test(word) ? allTiers : allTiers.filter(({ spelled }) => !spelled)
  for (const tier of tiers) {
    const hits = hitsOf(tier, indexes, word)
    // Without an order of their own they are taken as they come, and the rest is never looked for.
    for (const place of ties ? [...hits].sort(ties) : hits) {
      found.add(place)
      if (found.size >= limit) return found
    }
  }
  return found
}

function* hitsOf({ lines }: Tier, indexes: readonly SearchIndex[], word: string): Generator<PlaceSummary> {
  for (const index of indexes) {
    for (const line of lines(index, word)) {
      const place = index.places[line]
      if (place) yield place
    }
  }
}

type Tier = { spelled: boolean; lines: (index: SearchIndex, word: string) => Iterable<number> }

const anywhere = () => true
const atStart = (_: Field, __: number, offset: number) => offset === 0
const whole = ({ starts }: Field, line: number, offset: number, length: number) =>
  offset === 0 && (starts[line + 1] ?? 0) - (starts[line] ?? 0) - 1 === length

/** Best first. */
const allTiers: readonly Tier[] = [
  { spelled: false, lines: ({ number }, word) => linesWith(number, word, whole) },
  { spelled: false, lines: ({ number }, word) => linesWith(number, word, anywhere) },
  { spelled: false, lines: ({ name }, word) => linesWith(name, word, atStart) },
  { spelled: false, lines: ({ name }, word) => linesWith(name, word, anywhere) },
  { spelled: true, lines: ({ spelled }, word) => linesSpelled(spelled().name, word) },
  { spelled: true, lines: ({ spelled }, word) => linesWith(spelled().name.initials, word, anywhere) },
  { spelled: false, lines: ({ address }, word) => linesWith(address, word, anywhere) },
  { spelled: true, lines: ({ spelled }, word) => linesSpelled(spelled().address, word) },
  { spelled: true, lines: ({ spelled }, word) => linesWith(spelled().address.initials, word, anywhere) },
]

function linesSpelled({ full, begins }: Spelling, word: string): Generator<number> {
  return linesWith(full, word, ({ starts }, line, offset) => begins[(starts[line] ?? 0) + offset] === 1)
}

/** The lines with an accepted hit, in their order. */
function* linesWith(
  field: Field,
  word: string,
  accepts: (field: Field, line: number, offset: number, length: number) => boolean,
): Generator<number> {
  const { text, starts } = field
  let at = text.indexOf(word)
  while (at >= 0) {
    const line = lineAt(starts, at)
    const good = accepts(field, line, at - (starts[line] ?? 0), word.length)
    if (good) yield line
    at = text.indexOf(word, good ? (starts[line + 1] ?? text.length) : at + 1)
  }
}

/** Binary search: the last line that begins at or before the offset. */
function lineAt(starts: Uint32Array, at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}

/** Full-width and half-width, capital and small letters are the same to who searches, and spaces are noise. */
function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** Normalised as a whole, which is many times faster than line by line. */
function fieldOf(lines: readonly string[]): Field {
  const joined = lines.map((line) => (line.includes('\n') ? line.replace(/\n/g, ' ') : line)).join('\n')
  const text = joined
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\S\n]+/g, '')
  return { text, starts: startsOf(text) }
}

function startsOf(text: string): Uint32Array {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  starts.push(text.length + 1)
  return Uint32Array.from(starts)
}

function spellBoth(name: Field, address: Field, reader: Reader): { name: Spelling; address: Spelling } {
  return { name: spell(name, reader), address: spell(address, reader) }
}

/** How a character or a pair is read: its syllables in one, where each begins, and their first letters. */
type Reading = { full: string; begins: readonly number[]; initials: string }
type Reader = { readings: Map<string, Reading>; firstOfPair: Set<string> }

function readerOf(pinyin: PinyinDictionary): Reader {
  const readings = new Map<string, Reading>()
  const firstOfPair = new Set<string>()
  for (const [text, read] of Object.entries(pinyin)) {
    const syllables = read.split(' ')
    const begins = syllables.map((_, i) => syllables.slice(0, i).join('').length)
    const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
    readings.set(text, { full: syllables.join(''), begins, initials })
    if (syllables.length > 1) firstOfPair.add(characterAt(text, 0))
  }
  return { readings, firstOfPair }
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** The text read here, a pair or a character, and how; what has no reading stands for itself. */
function readAt(text: string, at: number, { readings, firstOfPair }: Reader): [string, Reading | null] {
  const character = characterAt(text, at)
  if (firstOfPair.has(character)) {
    const pair = character + characterAt(text, at + character.length)
    const reading = readings.get(pair)
    if (reading) return [pair, reading]
  }
  return [character, readings.get(character) ?? null]
}

function spell({ text }: Field, reader: Reader): Spelling {
  let [full, initials] = ['', '']
  const begins: number[] = []
  for (let at = 0; at < text.length; ) {
    const [read, reading] = readAt(text, at, reader)
    for (const offset of reading?.begins ?? [0]) begins.push(full.length + offset)
    full += reading?.full ?? read
    initials += reading?.initials ?? read
    at += read.length
  }
  const marks = new Uint8Array(full.length)
  for (const begin of begins) marks[begin] = 1
  return {
    full: { text: full, starts: startsOf(full) },
    begins: marks,
    initials: { text: initials, starts: startsOf(initials) },
  }
}
