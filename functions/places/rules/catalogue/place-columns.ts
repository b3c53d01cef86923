/**
 * The places of a catalogue as they came: columns that are counted and checked when they are opened, and a place that is
 * built when somebody looks at it. A phone shows twenty of some thousand, and the rest would cost it a third of a second.
 *
 * A place has a position in the columns and an ordinal among those that can be shown: the two differ only where the
 * catalogue has places of a kind that this build does not know.
 */
import type { Kind, PlaceSummary } from '../../contract'
import { type Facets, facetsOfColumns } from '../nearby/facets'
import type { Located } from '../region'
import { MalformedCatalogue, openTable, type TableColumn, valueAtRow } from './columns'
import { openDates, openNumbering, openPhones, readSteps } from './field-codecs'
import { readOptional } from './optional'
import type { PackedCatalogue } from './packed'
import { openWording } from './texts'

/** What is asked of all places; all but `at` by ordinal, without building any. */
export type PlaceColumns = {
  length: number
  /** The same object each time; undefined where there is none. */
  at(ordinal: number): PlaceSummary | undefined
  idAt(ordinal: number): string
  lngs: Float64Array
  lats: Float64Array
  facets(): Facets
  /** What a region's figures are reckoned from. */
  located(): Iterable<Located>
}

/** Throws MalformedCatalogue where columns do not fit together; afterwards no place fails. */
export function openPlaces(packed: PackedCatalogue, characters: readonly string[]): PlaceColumns {
  const columns = openColumns(packed, characters)
  const { kinds, roles, districts, hours, stocked, steps } = columns
  const shown = shownPositions(kinds)
  const position = shown === null ? (ordinal: number) => ordinal : (ordinal: number) => shown[ordinal] ?? -1
  const length = shown?.length ?? packed.count
  const built: (PlaceSummary | undefined)[] = []
  const rowsOf = <T>({ table, rows }: TableColumn<T>): TableColumn<T> => ({
    table,
    rows: chosen(rows, shown),
  })
  return {
    length,
    at(ordinal) {
      if (!(ordinal >= 0 && ordinal < length)) return undefined
      built[ordinal] ??= placeAt(columns, position(ordinal))
      return built[ordinal]
    },
    idAt: (ordinal) => columns.numbering.id(position(ordinal)),
    lngs: chosen(steps.lngs, shown),
    lats: chosen(steps.lats, shown),
    facets: () =>
      facetsOfColumns({
        kinds: rowsOf(kinds),
        roles: rowsOf(roles),
        hours: rowsOf(hours),
        amenities: rowsOf(stocked),
      }),
    *located() {
      for (let i = 0; i < packed.count; i++) {
        const kind = valueAtRow(kinds, i)
        if (kind === null) continue
        const lng = steps.lngs[i] ?? 0
        const lat = steps.lats[i] ?? 0
        const district = valueAtRow(districts, i)
        yield { kind, roles: valueAtRow(roles, i), district, lng, lat, demo: false }
      }
    },
  }
}

type Columns = ReturnType<typeof openColumns>

function openColumns(packed: PackedCatalogue, characters: readonly string[]) {
  const { count } = packed
  const kinds = openTable(packed.kinds, count, 'kinds')
  const stocked = openTable(packed.amenities, count, 'amenities')
  const kindOf = (i: number) => valueAtRow(kinds, i)
  return {
    kinds,
    stocked,
    numbering: openNumbering(packed.numbering, kindOf, { adcode: packed.region.adcode, count }),
    steps: readSteps(packed.steps, count),
    wording: openWording(packed.wording, characters, count),
    roles: openTable(packed.roles, count, 'roles'),
    channels: openTable(packed.channels, count, 'channels'),
    districts: openTable(packed.districts, count, 'districts'),
    hours: openTable(packed.hours, count, 'hours'),
    phone: openPhones(packed.phones, count),
    dates: openDates(packed.dates, stocked, count),
    projects: byPosition(packed.projects, count, 'projects'),
    doubts: byPosition(packed.doubts, count, 'doubts'),
    optional: readOptional(packed.optional, count),
  }
}

/** Null where it is all of them, as it mostly is. */
function shownPositions({ table, rows }: TableColumn<Kind | null>): Uint32Array | null {
  if (!table.includes(null)) return null
  return Uint32Array.from([...rows.keys()].filter((i) => table[rows[i] ?? -1] !== null))
}

/** The column by ordinal. */
function chosen(column: Uint32Array, shown: Uint32Array | null): Uint32Array
function chosen(column: Float64Array, shown: Uint32Array | null): Float64Array
function chosen(column: Uint32Array | Float64Array, shown: Uint32Array | null): Uint32Array | Float64Array {
  if (shown === null) return column
  const isShown = new Uint8Array(column.length)
  for (const i of shown) isShown[i] = 1
  return column.filter((_, i) => isShown[i] === 1)
}

function placeAt(columns: Columns, i: number): PlaceSummary {
  const kind = valueAtRow(columns.kinds, i)
  if (kind === null) throw new MalformedCatalogue(`place ${i} is of no kind`)
  const outletNo = columns.numbering.outletNo(i)
  const [positionVerifiedOn = null, ...verified] = columns.dates(i)
  return {
    id: columns.numbering.id(i),
    kind,
    outletNo,
    name: columns.wording.name(i, outletNo),
    roles: valueAtRow(columns.roles, i),
    channel: valueAtRow(columns.channels, i),
    district: valueAtRow(columns.districts, i),
    address: columns.wording.address(i, outletNo),
    lng: columns.steps.lngs[i] ?? 0,
    lat: columns.steps.lats[i] ?? 0,
    positionVerifiedOn,
    phone: columns.phone(i),
    hours: valueAtRow(columns.hours, i),
    amenities: valueAtRow(columns.stocked, i).flatMap((amenity, n) =>
      amenity === null ? [] : [{ amenity, verifiedOn: verified[n] ?? null }],
    ),
    doubts: columns.doubts.get(i) ?? [],
    project: columns.projects.get(i) ?? null,
    ...columns.optional.get(i),
  }
}

function byPosition<T>(entries: readonly [number, T][], count: number, column: string): Map<number, T> {
  const positions = new Map(entries)
  for (const i of positions.keys()) {
    if (i < 0 || i >= count) throw new MalformedCatalogue(`${column}: there is no place ${i}`)
  }
  if (positions.size !== entries.length) throw new MalformedCatalogue(`${column}: a place twice`)
  return positions
}
