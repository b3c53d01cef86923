/**
 * What filters ask of places, kept as columns beside the search index. To find twenty places a search passes several
 * hundred; reading each one's lists then costs several times the search, two numbers from a column do not.
 */
import {
  type Amenity,
  amenities,
  type Kind,
  kinds,
  type PlaceSummary,
  type Role,
  roles,
} from '../../contract'
import type { TableColumn } from '../catalogue/columns'
import { doorOf, doorSorts, type OpenQuestion } from '../opening'

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

/** Columns of a catalogue, each as long as there are places. An amenity that this build does not know is null. */
export type FacetColumns = {
  kinds: TableColumn<Kind | null>
  roles: TableColumn<Role[]>
  hours: TableColumn<string | null>
  amenities: TableColumn<(Amenity | null)[]>
}

/** The same as buildFacets gives, without a look at any place: each row of a table is judged once. */
export function facetsOfColumns({ kinds, roles, hours, amenities }: FacetColumns): Facets {
  const count = kinds.rows.length
  const marks = new Uint32Array(count)
  const door = new Uint32Array(count)
  const doors: OpenQuestion[] = []
  const ofKind = kinds.table.map((kind) => (kind === null ? 0 : marksOf([kind])))
  const ofRoles = roles.table.map(marksOf)
  const ofAmenities = amenities.table.map((list) => marksOf(list.flatMap((amenity) => amenity ?? [])))
  const sorts = kinds.table.flatMap((kind) =>
    roles.table.map((list) => doorOf({ kind: kind ?? 'outlet', roles: list, hours: null })),
  )
  /** By row of hours and sort of door; 0 for one that was not met yet, else one more than its row in `doors`. */
  const met = new Uint32Array(doorSorts * hours.table.length)
  for (let i = 0; i < count; i++) {
    const kind = kinds.rows[i] ?? 0
    const role = roles.rows[i] ?? 0
    const hour = hours.rows[i] ?? 0
    marks[i] = (ofKind[kind] ?? 0) | (ofRoles[role] ?? 0) | (ofAmenities[amenities.rows[i] ?? 0] ?? 0)
    const key = doorSorts * hour + (sorts[kind * roles.table.length + role] ?? 0)
    if (met[key] === 0)
      met[key] = doors.push({
        kind: kinds.table[kind] ?? 'outlet',
        roles: roles.table[role] ?? [],
        hours: hours.table[hour] ?? null,
      })
    door[i] = (met[key] ?? 0) - 1
  }
  return { marks, door, doors }
}
