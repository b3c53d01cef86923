/**
 * What filters ask of places, kept as columns beside the search index. To find twenty places a search passes several
 * hundred; reading each one's lists then costs several times the search, two numbers from a column do not.
 */
import { type Amenity, amenities, type Kind, kinds, type PlaceSummary, type Role, roles } from '../contract'
import type { TableColumn } from './columns'
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
  const facets: Facets = { marks: new Uint32Array(count), door: new Uint32Array(count), doors: [] }
  const ofKind = kinds.table.map((kind) => (kind === null ? 0 : marksOf([kind])))
  const ofRoles = roles.table.map(marksOf)
  const ofAmenities = amenities.table.map((list) => marksOf(list.flatMap((amenity) => amenity ?? [])))
  const doorOfRow = doorsOf({ kinds, roles, hours }, facets.doors)
  for (let i = 0; i < count; i++) {
    const kind = kinds.rows[i] ?? 0
    const role = roles.rows[i] ?? 0
    const stock = amenities.rows[i] ?? 0
    facets.marks[i] = (ofKind[kind] ?? 0) | (ofRoles[role] ?? 0) | (ofAmenities[stock] ?? 0)
    facets.door[i] = doorOfRow(kind, role, hours.rows[i] ?? 0)
  }
  return facets
}

/** The row in `doors` of a place by its rows in the tables; one that is new is added to them. */
function doorsOf({ kinds, roles, hours }: Omit<FacetColumns, 'amenities'>, doors: OpenQuestion[]) {
  const doorsByTables = new Map<number, number>()
  const known = new Map<number, number>()
  const question = (kind: number, role: number, hour: number): OpenQuestion => ({
    kind: kinds.table[kind] ?? 'outlet',
    roles: roles.table[role] ?? [],
    hours: hours.table[hour] ?? null,
  })
  return (kind: number, role: number, hour: number): number => {
    const tables = kind * roles.table.length + role
    let door = doorsByTables.get(tables)
    if (door === undefined) {
      door = doorOf(question(kind, role, hour))
      doorsByTables.set(tables, door)
    }
    const key = hour * 8 + door
    let row = known.get(key)
    if (row === undefined) {
      row = doors.push(question(kind, role, hour)) - 1
      known.set(key, row)
    }
    return row
  }
}
