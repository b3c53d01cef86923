/**
 * What filters ask of places, kept as columns beside the search index. To find twenty places a search passes several
 * hundred; reading each one's lists then costs several times the search, two numbers from a column do not.
 */
import { amenities, kinds, type PlaceSummary, roles } from '../contract'
import { doorOf, type OpenQuestion } from './opening'

export type Facets = {
  /** Kind, roles and amenities of each place, a bit each. */
  marks: Uint32Array
  /** Each place's row in `doors`. */
  door: Uint32Array
  /** One place for all that open and close alike. */
  doors: OpenQuestion[]
}

/** 21 words of the contract; a 33rd would need a second column. */
const bits = new Map<string, number>([...kinds, ...roles, ...amenities].map((word, i) => [word, 2 ** i]))

/** One bit for each word; words that no contract knows have none. */
export function marksOf(words: readonly string[]): number {
  return words.reduce((marks, word) => marks | (bits.get(word) ?? 0), 0) >>> 0
}

export function buildFacets(places: readonly PlaceSummary[]): Facets {
  const marks = new Uint32Array(places.length)
  const door = new Uint32Array(places.length)
  const doors: OpenQuestion[] = []
  const rows = new Map<string, number>()
  places.forEach((place, i) => {
    marks[i] = marksOf([place.kind, ...place.roles, ...place.amenities.map(({ amenity }) => amenity)])
    const key = doorOf(place)
    const row = rows.get(key) ?? doors.push(place) - 1
    rows.set(key, row)
    door[i] = row
  })
  return { marks, door, doors }
}
