/**
 * What filters ask of places, kept as columns beside the search index. To find twenty places a search passes several
 * hundred; reading each one's lists then costs several times the search, two numbers from a column do not.
 */
import { type Amenity, amenities, type Kind, kinds, type PlaceSummary, type Role, roles } from '../contract'
import { doorOf, type OpenQuestion } from './opening'

export type Facets = {
  /** Kind, roles and amenities of each place, a bit each. */
  marks: Uint32Array
  /** Each place's row in `doors`. */
  door: Uint32Array
  /** One place for all that open and close alike. */
  doors: OpenQuestion[]
}

type Word = Kind | Role | Amenity

/** 21 words of the contract; a 33rd would need a second column. */
const bits = new Map<Word, number>([...kinds, ...roles, ...amenities].map((word, i) => [word, 2 ** i]))

/** One bit for each word. */
export function marksOf(words: readonly Word[]): number {
  let marks = 0
  for (const word of words) marks |= bits.get(word) ?? 0
  return marks
}

/** Runs over every place of a city before the first list is drawn, so it makes no lists of its own. */
export function buildFacets(places: readonly PlaceSummary[]): Facets {
  const marks = new Uint32Array(places.length)
  const door = new Uint32Array(places.length)
  const doors: OpenQuestion[] = []
  const rowsByHours = new Map<string | null, number[]>()
  for (const [i, place] of places.entries()) {
    let mark = (bits.get(place.kind) ?? 0) | marksOf(place.roles)
    for (const { amenity } of place.amenities) mark |= bits.get(amenity) ?? 0
    marks[i] = mark
    let rows = rowsByHours.get(place.hours)
    if (!rows) {
      rows = []
      rowsByHours.set(place.hours, rows)
    }
    door[i] = rows[doorOf(place)] ??= doors.push(place) - 1
  }
  return { marks, door, doors }
}
