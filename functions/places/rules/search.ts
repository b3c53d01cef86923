/**
 * Finds places by what a person types: number, name, part of an address, pinyin or its initials.
 *
 * Plain `indexOf` over one joined string a field: Chinese has no spaces between words, so a word index finds no
 * substring, and twenty thousand places are scanned in a tenth of a millisecond anyway.
 */
import type { PlaceSummary } from '../contract'

/**
 * How the characters of a region are read: a character, or a pair of characters where the reading depends on the
 * neighbour, to its syllables without tones, separated by a space: `{ 淮: 'huai', 银行: 'yin hang' }`.
 */
export type PinyinDictionary = Record<string, string>

type Field = {
  /** The field of all places, lower case, each on a line of its own. */
  text: string
  /** Where each place's line begins. */
  starts: Uint32Array
  /** For pinyin: 1 where a syllable begins; a hit in the middle of one (`an` in `huan`) is none. */
  boundaries: Uint8Array | null
}
export type SearchIndex = {
  places: readonly PlaceSummary[]
  number: Field
  name: Field
  address: Field
  pinyin: Field
  initials: Field
}

export function buildSearchIndex(places: readonly PlaceSummary[], pinyin: PinyinDictionary): SearchIndex {
  const read = places.map((place) => syllablesOf(`${place.name} ${place.district} ${place.address}`, pinyin))
  return {
    places,
    number: plainField(places.map((place) => place.outletNo ?? '')),
    name: plainField(places.map((place) => place.name)),
    address: plainField(places.map((place) => `${place.district}${place.address}`)),
    pinyin: syllableField(read),
    initials: plainField(read.map((syllables) => syllables.map((syllable) => syllable.charAt(0)).join(''))),
  }
}

/** At most `limit` places, best first: exact number, number, start of the name, name, pinyin, initials, address. */
export function search(index: SearchIndex, q: string, limit: number): PlaceSummary[] {
  return searchAll([index], q, limit)
}

/** The same over several regions: a better match stands first wherever it lies, equal ones in the order of the regions. */
export function searchAll(indexes: readonly SearchIndex[], q: string, limit: number): PlaceSummary[] {
  const wanted = normalise(q)
  if (wanted === '') return []
  const found = new Set<PlaceSummary>()
  for (const tier of tiers)
    for (const index of indexes)
      for (const place of tier(index, wanted)) {
        if (found.size >= limit) return [...found]
        found.add(place)
      }
  return [...found]
}

type Tier = (index: SearchIndex, wanted: string) => Generator<PlaceSummary>

const tiers: readonly Tier[] = [
  (index, wanted) => matches(index, 'number', wanted, { whole: true }),
  (index, wanted) => matches(index, 'number', wanted),
  (index, wanted) => matches(index, 'name', wanted, { atStart: true }),
  (index, wanted) => matches(index, 'name', wanted),
  (index, wanted) => matches(index, 'pinyin', wanted),
  (index, wanted) => matches(index, 'initials', wanted),
  (index, wanted) => matches(index, 'address', wanted),
]
type Strictness = { atStart?: boolean; whole?: boolean }

function* matches(
  index: SearchIndex,
  name: Exclude<keyof SearchIndex, 'places'>,
  wanted: string,
  { atStart = false, whole = false }: Strictness = {},
): Generator<PlaceSummary> {
  const field = index[name]
  const lengthOf = (i: number) => (field.starts[i + 1] ?? 0) - (field.starts[i] ?? 0) - 1
  const accepts = (i: number, offset: number) =>
    (!atStart || offset === 0) && (!whole || (offset === 0 && lengthOf(i) === wanted.length))
  for (const i of hits(field, wanted, accepts)) {
    const place = index.places[i]
    if (place) yield place
  }
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

function plainField(values: string[]): Field {
  const lines = values.map(normalise)
  return { text: lines.join('\n'), starts: startsOf(lines), boundaries: null }
}

function syllableField(read: string[][]): Field {
  const lines = read.map((syllables) => syllables.join(''))
  const starts = startsOf(lines)
  const text = lines.join('\n')
  const boundaries = new Uint8Array(text.length)
  read.forEach((syllables, place) => {
    let at = starts[place] ?? 0
    for (const syllable of syllables) {
      boundaries[at] = 1
      at += syllable.length
    }
  })
  return { text, starts, boundaries }
}

function startsOf(lines: string[]): Uint32Array {
  const starts = new Uint32Array(lines.length + 1)
  lines.forEach((line, i) => {
    starts[i + 1] = (starts[i] ?? 0) + line.length + 1
  })
  return starts
}

/** Places whose line contains `wanted`, in their order; after an accepted hit the rest of the line is skipped. */
function* hits(
  field: Field,
  wanted: string,
  accepts: (place: number, offset: number) => boolean,
): Generator<number> {
  const { text, starts, boundaries } = field
  let at = text.indexOf(wanted)
  while (at >= 0) {
    const place = lineOf(starts, at)
    const good = (boundaries === null || boundaries[at] === 1) && accepts(place, at - (starts[place] ?? 0))
    if (good) yield place
    at = text.indexOf(wanted, good ? (starts[place + 1] ?? text.length) : at + 1)
  }
}

function lineOf(starts: Uint32Array, at: number): number {
  let low = 0
  let high = starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}

/** One entry a character: its syllable, or itself where it has none (digits, latin letters). White space is left out. */
function syllablesOf(text: string, pinyin: PinyinDictionary): string[] {
  const characters = [...text.normalize('NFKC').toLowerCase()]
  const syllables: string[] = []
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? ''
    const pair = pinyin[character + (characters[i + 1] ?? '')]
    if (pair !== undefined && i + 1 < characters.length) {
      syllables.push(...pair.split(' '))
      i++
    } else if (character.trim() !== '') syllables.push(pinyin[character] ?? character)
  }
  return syllables
}
