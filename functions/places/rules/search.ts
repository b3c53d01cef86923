/**
 * Finds places by what a person types: number, name, part of an address, pinyin or its initials, an everyday word for what
 * they look for (厕所, 兑奖), or other characters of the same sound.
 *
 * Plain `indexOf` over one joined string a field: Chinese has no spaces between words, so a word index finds no
 * substring, and five thousand places are scanned in a fraction of a millisecond anyway.
 */

import { cityOf } from '../../shared/city-of'
import type { Day } from '../../shared/day'
import type { PlaceSummary } from '../contract'
import { fullDistrictName } from './divisions'
import { comparePlaces } from './name-order'
import { Alphabet, type Letters, lineEnd, type PinyinDictionary } from './search/alphabet'
import { simplified } from './search/readings'
import { linesSpelled, type Manner, manners, type SpelledLines } from './search/spelling'
import { type Field, fieldOf, lineAt, normalise } from './search/text'
import { bareOf, isCentreWord, splitWanted, type Wanted, wantedMatcher, wantedOf } from './search/words'

export type { PinyinDictionary } from './search/alphabet'
export { isSpelled } from './search/spelling'

export type SearchOptions = {
  /** Of equally good matches those with the least stand first: on the phone, metres. Without it, they stand as they come. */
  rank?: (place: PlaceSummary) => number
  /** A service that is not given on that day is not found by its name; without it, all are. */
  day?: Day
}

export type SearchIndex = {
  places: readonly PlaceSummary[]
  number: Field
  name: Field
  /** The district's name in full, and then its short one before the address: both are what people write. */
  address: Field
  /** Made when somebody first types latin letters, or what is found nowhere: most never do. */
  spelled: () => Spelled
}
type Spelled = { alphabet: Alphabet; name: Letters; address: Letters }

export function buildSearchIndex(places: readonly PlaceSummary[], pinyin: PinyinDictionary): SearchIndex {
  const name = fieldOf(places.map((place) => place.name))
  const address = fieldOf(places.map(addressLine))
  let spelled: Spelled | null = null
  return {
    places,
    number: fieldOf(places.map((place) => place.outletNo ?? '')),
    name,
    address,
    spelled: () => {
      const alphabet = new Alphabet(pinyin)
      spelled ??= { alphabet, name: alphabet.read(name), address: alphabet.read(address) }
      return spelled
    },
  }
}

/** A character that nobody types. */
const gap = '\u0001'

function addressLine({ id, district, address }: PlaceSummary): string {
  const full = fullDistrictName(cityOf(id), district)
  return full === district ? district + address : `${full}${gap}${district}${address}`
}

/**
 * At most `limit` places that match every word, best first: number, name, pinyin of the name, district and address, other readings,
 * everyday words; where nothing matches, characters of the same sound, or an everyday word beside a road or a district.
 */
export function search(
  index: SearchIndex,
  q: string,
  limit: number,
  options?: SearchOptions,
): PlaceSummary[] {
  return searchAll([index], q, limit, options)
}

/** The same over several regions: a better match stands first wherever it lies, equal ones in the order of the regions. */
export function searchAll(
  indexes: readonly SearchIndex[],
  q: string,
  limit: number,
  options: SearchOptions = {},
): PlaceSummary[] {
  const [first, ...others] = wordsOf(q)
  if (first === undefined || limit < 1) return []
  if (others.length === 0) return [...findWord(indexes, first, limit, options)]
  const needed = others.map((word) => findWord(indexes, word, Number.POSITIVE_INFINITY, { day: options.day }))
  const found = [...findWord(indexes, first, Number.POSITIVE_INFINITY, options)]
  return found.filter((place) => needed.every((places) => places.has(place))).slice(0, limit)
}

/** What the whole of `q` asks for beside names and addresses, e.g. a toilet; null where it asks for nothing of the kind. */
export function wantedBy(q: string): Wanted | null {
  const [word, ...others] = wordsOf(q)
  return word === undefined || others.length > 0 ? null : wantedOf(word)
}

/** What is asked for, and the words beside it that say where; null where they say nothing. */
export type AskedFor = { wanted: Wanted; where: string | null }

/** 洪泽的快递, 快递 洪泽, `hongze kuaidi`: a parcel point, at 洪泽; null where `q` asks for nothing of the kind. */
export function askedFor(q: string): AskedFor | null {
  const words = wordsOf(q)
  const together = words.join('')
  const whole = wantedOf(together)
  if (whole) return { wanted: whole, where: null }
  for (const [at, word] of words.entries()) {
    const wanted = wantedOf(word)
    if (wanted)
      return {
        wanted,
        where: words
          .filter((_, i) => i !== at)
          .map(bareOf)
          .join(' '),
      }
  }
  const split = splitWanted(together)
  return split && { wanted: split.wanted, where: split.rest }
}

/** Whether the whole of `q` asks for the centre of this city, which is no place of it. */
export function asksForCentre(q: string, city: string): boolean {
  const [word, ...others] = wordsOf(q)
  return word !== undefined && others.length === 0 && isCentreWord(word, city)
}

/** The first letters of a text as the region reads it: `qjp` for 清江浦; what has no reading stands for itself. */
export function initialsOf(text: string, pinyin: PinyinDictionary): string {
  const alphabet = new Alphabet(pinyin)
  const { text: letters } = alphabet.read(fieldOf([text]))
  const initials = Array.from(letters, (letter, at) =>
    letter === lineEnd
      ? ''
      : (alphabet.soundsAt(letters, at)[0]?.charAt(0) ?? alphabet.letter(letter).simple),
  )
  return initials.join('')
}

/** Without those that only join others, e.g. 附近, where there are others. */
function wordsOf(q: string): string[] {
  const words = q
    .split(/\s+/)
    .map((word) => simplified(normalise(word)))
    .filter((word) => word !== '')
  const telling = words.filter((word) => bareOf(word) !== '')
  return telling.length > 0 ? telling : words
}

function findWord(
  indexes: readonly SearchIndex[],
  word: string,
  limit: number,
  { rank, day }: SearchOptions,
): Set<PlaceSummary> {
  const found = new Set<PlaceSummary>()
  for (const hits of tiersOf(indexes, word, day, found)) {
    // Without an order of their own they are taken as they come, and the rest is never looked for.
    for (const place of rank ? ranked(hits, rank) : hits) {
      found.add(place)
      if (found.size >= limit) return found
    }
  }
  return found
}

/** Each is asked once: metres take longer than their comparison. Equal ones stand by their names. */
function ranked(hits: Iterable<PlaceSummary>, rank: (place: PlaceSummary) => number): PlaceSummary[] {
  const entries = Array.from(hits, (place) => ({ place, rank: rank(place) }))
  return entries.sort((a, b) => a.rank - b.rank || comparePlaces(a.place, b.place)).map(({ place }) => place)
}

/** Best first. `found`: what the tiers before have found; the last ones are for words that nothing else answers. */
function* tiersOf(
  indexes: readonly SearchIndex[],
  word: string,
  day: Day | undefined,
  found: ReadonlySet<PlaceSummary>,
): Generator<Iterable<PlaceSummary>> {
  const written = (field: 'number' | 'name' | 'address', accepts: Accepts) =>
    hitsOf(indexes, (index) => linesWith(index[field], word, accepts))
  yield written('number', whole)
  yield written('number', anywhere)
  yield written('name', atStart)
  yield written('name', anywhere)
  // Only a word with latin letters can be pinyin.
  const read = /[a-z]/.test(word) ? readings(indexes, word) : null
  if (read) yield* [read('name', 'inFull').own, read('name', 'byInitials').own]
  yield written('address', anywhere)
  if (read) {
    yield* [read('address', 'inFull').own, read('address', 'byInitials').own]
    yield* [read('name', 'inFull').other, read('name', 'byInitials').other]
    yield* [read('address', 'inFull').other, read('address', 'byInitials').other]
  }
  const wanted = wantedOf(word)
  if (wanted) yield placesOf(indexes, wantedMatcher(wanted, day))
  if (found.size > 0) return
  // A whole name that sounds like this is meant rather than a word of it: 云度新村爱心驿站 is no search for any 爱心驿站.
  const alike = /\p{Script=Han}/u.test(word) ? readings(indexes, word) : null
  if (alike) yield alike('name', 'alike').other
  if (found.size > 0) return
  const split = splitWanted(word)
  if (split) {
    const there = findWord(indexes, split.rest, Number.POSITIVE_INFINITY, { day })
    yield [...there].filter(wantedMatcher(split.wanted, day))
  }
  const bare = bareOf(word)
  if (found.size === 0 && bare !== word && bare !== '')
    yield findWord(indexes, bare, Number.POSITIVE_INFINITY, { day })
  const short = withoutDivisions(word)
  if (found.size === 0 && short !== word) yield findWord(indexes, short, Number.POSITIVE_INFINITY, { day })
  if (alike && found.size === 0) yield alike('address', 'alike').other
}

/** 淮安市清江浦区健康西路 as it stands in the data: 清江浦健康西路. */
function withoutDivisions(word: string): string {
  return word.replace(/^[^区县市]{2,}市/, '').replace(/[区县市]/g, '')
}

type ReadHits = { own: Iterable<PlaceSummary>; other: Iterable<PlaceSummary> }

/** Each field is read once in a manner, however many tiers ask. */
function readings(indexes: readonly SearchIndex[], word: string) {
  const known = new Map<string, SpelledLines[]>()
  return (field: 'name' | 'address', name: keyof typeof manners): ReadHits => {
    const key = `${field} ${name}`
    const manner: Manner = manners[name]
    const linesOf = () => {
      const lines =
        known.get(key) ??
        indexes.map((index) => linesSpelled(index.spelled()[field], index.spelled().alphabet, word, manner))
      known.set(key, lines)
      return lines
    }
    const hits = (which: keyof SpelledLines) => ({
      *[Symbol.iterator]() {
        for (const [i, lines] of linesOf().entries()) {
          for (const line of lines[which]) {
            const place = indexes[i]?.places[line]
            if (place) yield place
          }
        }
      },
    })
    return { own: hits('own'), other: hits('other') }
  }
}

function* hitsOf(
  indexes: readonly SearchIndex[],
  lines: (index: SearchIndex) => Iterable<number>,
): Generator<PlaceSummary> {
  for (const index of indexes) {
    for (const line of lines(index)) {
      const place = index.places[line]
      if (place) yield place
    }
  }
}

function* placesOf(
  indexes: readonly SearchIndex[],
  accepts: (place: PlaceSummary) => boolean,
): Generator<PlaceSummary> {
  for (const { places } of indexes) for (const place of places) if (accepts(place)) yield place
}

type Accepts = (field: Field, line: number, offset: number, length: number) => boolean

const anywhere: Accepts = () => true
const atStart: Accepts = (_, __, offset) => offset === 0
const whole: Accepts = ({ starts }, line, offset, length) =>
  offset === 0 && (starts[line + 1] ?? 0) - (starts[line] ?? 0) - 1 === length

/** The lines with an accepted hit, in their order. */
function* linesWith(field: Field, word: string, accepts: Accepts): Generator<number> {
  const { text, starts } = field
  let at = text.indexOf(word)
  while (at >= 0) {
    const line = lineAt(starts, at)
    const good = accepts(field, line, at - (starts[line] ?? 0), word.length)
    if (good) yield line
    at = text.indexOf(word, good ? (starts[line + 1] ?? text.length) : at + 1)
  }
}
