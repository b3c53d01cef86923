/**
 * A city's places as one compact document: what travels to the phone, and what lies beside the places in the table.
 * docs/decisions/002-catalogue-on-the-phone.md tells why it is made like this and what it measures.
 *
 * Columns instead of rows: values of one sort stand together, so that each is written in the way that suits it
 * (columns.ts, fields.ts, wording.ts) and a compressor finds their habits. Places are in the order of a Hilbert
 * curve: each is a small step from the one before. Everything a PlaceSummary has comes back, exactly; only the
 * order of the places is the curve's.
 */

import { daySchema } from '../../shared/contract'
import { listOfKnown, orNull } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import {
  amenitySchema,
  type Calendar,
  calendarDaySchema,
  calendarSchema,
  channelSchema,
  doubtSchema,
  kindSchema,
  type PlaceSummary,
  projectCategorySchema,
  projectSchema,
  type Region,
  regionSchema,
  roleSchema,
} from '../contract'
import { MalformedCatalogue, readTable, writeTable } from './columns'
import {
  readDates,
  readNumbering,
  readPhones,
  readSteps,
  writeDates,
  writeNumbering,
  writePhones,
  writeSteps,
} from './fields'
import { hilbertOrder } from './hilbert'
import { optionalColumnsSchema, optionalNames, readOptional, writeOptional } from './optional'
import { plainFigures } from './region'
import type { PinyinDictionary } from './search'
import { readCharacters, readPinyin, readWording, writePinyin, writeWording } from './wording'

export { MalformedCatalogue } from './columns'

export type Catalogue = {
  region: Region
  calendar: Calendar
  pinyin: PinyinDictionary
  /** Positions have at most six decimals of a degree, as everything stored has. */
  places: PlaceSummary[]
}

const tableOf = <T extends z.ZodMiniType>(item: T) => z.object({ table: z.array(item), codes: z.string() })
const beginningSchema = z.tuple([z.string(), z.int().check(z.minimum(0), z.maximum(8))])

/** Of these, `contact` is optional: what a later build adds must be so too. */
const headMask = { adcode: true, name: true, version: true, demo: true, contact: true } as const

/** A kind of project that this build does not know is one of the others. */
const knownProjectSchema = z.extend(projectSchema, { category: z.catch(projectCategorySchema, 'other') })

/**
 * What travels. A string is a whole column: the phone checks some thirty values instead of a hundred thousand. Words that
 * a later server may know are null here, and each costs itself alone: a place of an unknown kind, a role, an amenity.
 */
export const packedCatalogueSchema = z.object({
  format: z.literal(2),
  /** `figures`: null where they are what the places add up to, as they mostly are. */
  region: z.extend(z.pick(regionSchema, headMask), { figures: orNull(z.omit(regionSchema, headMask)) }),
  calendar: z.extend(calendarSchema, { days: listOfKnown(calendarDaySchema) }),
  count: z.int().check(z.minimum(0)),
  kinds: tableOf(orNull(kindSchema)),
  roles: tableOf(listOfKnown(roleSchema)),
  channels: tableOf(orNull(channelSchema)),
  districts: tableOf(z.string()),
  hours: tableOf(z.nullable(z.string())),
  /** An unknown one keeps its position in the list, for the dates are counted by it. */
  amenities: tableOf(z.array(orNull(amenitySchema))),
  steps: z.string(),
  numbering: z.object({
    lowest: z.int(),
    codes: z.string(),
    spelled: z.array(z.string()),
    ids: z.array(z.string()),
  }),
  wording: z.object({ characters: z.string(), texts: z.string(), numbers: z.string() }),
  pinyin: z.object({ syllables: z.string(), others: z.record(z.string(), z.string()) }),
  phones: z.extend(tableOf(z.nullable(beginningSchema)), { digits: z.string() }),
  dates: z.object({ latest: daySchema, visits: z.string(), facts: z.string() }),
  /** Few places have these: each with the place's position in the columns. */
  projects: listOfKnown(z.tuple([z.int(), knownProjectSchema])),
  doubts: z.array(z.tuple([z.int(), listOfKnown(doubtSchema)])),
  optional: optionalColumnsSchema,
})
export type PackedCatalogue = z.infer<typeof packedCatalogueSchema>

/** What decides the form of a document beside its content: two builds that differ in it pack the same city differently. */
export const catalogueForm: readonly unknown[] = [2, ...Object.keys(headMask), ...optionalNames]

export function packCatalogue({ region, calendar, pinyin, places: unordered }: Catalogue): PackedCatalogue {
  const places = hilbertOrder(unordered).flatMap((i) => unordered[i] ?? [])
  const column = <T>(fieldOf: (place: PlaceSummary) => T) => writeTable(places.map(fieldOf), JSON.stringify)
  const wording = writeWording(places)
  return {
    format: 2,
    region: packRegion(region, places),
    calendar,
    count: places.length,
    kinds: column(({ kind }) => kind),
    roles: column(({ roles }) => roles),
    channels: column(({ channel }) => channel),
    districts: column(({ district }) => district),
    hours: column(({ hours }) => hours),
    amenities: column(({ amenities }) => amenities.map(({ amenity }) => amenity)),
    steps: writeSteps(places),
    numbering: writeNumbering(places, region.adcode),
    wording,
    pinyin: writePinyin(pinyin, readCharacters(wording.characters)),
    phones: writePhones(places.map(({ phone }) => phone)),
    dates: writeDates(places),
    projects: places.flatMap(({ project }, i) => (project ? [[i, project] satisfies [number, unknown]] : [])),
    doubts: places.flatMap(({ doubts }, i) =>
      doubts.length > 0 ? [[i, doubts] satisfies [number, unknown]] : [],
    ),
    optional: writeOptional(places),
  }
}

/** Throws MalformedCatalogue where columns do not fit together: better no catalogue than a mixed-up one. */
export function unpackCatalogue(packed: PackedCatalogue): Catalogue {
  const characters = readCharacters(packed.wording.characters)
  const columns = readColumns(packed, characters)
  const places: PlaceSummary[] = []
  let fact = 0
  for (let i = 0; i < packed.count; i++) {
    const place = placeAt(columns, i, fact)
    fact += 1 + (columns.stocked[i]?.length ?? 0)
    if (place) places.push(place)
  }
  return {
    region: unpackRegion(packed.region, places),
    calendar: packed.calendar,
    pinyin: readPinyin(packed.pinyin, characters),
    places,
  }
}

/** Each of them as long as there are places, but for the dates, which are one for each fact. */
function readColumns(packed: PackedCatalogue, characters: readonly string[]) {
  const { count } = packed
  const kinds = readTable(packed.kinds, count, 'kinds')
  const stocked = readTable(packed.amenities, count, 'amenities')
  const numbering = readNumbering(packed.numbering, kinds, packed.region.adcode)
  const factsOf = stocked.map(({ length }) => 1 + length)
  return {
    kinds,
    stocked,
    ...numbering,
    ...readSteps(packed.steps, count),
    ...readWording(packed.wording, characters, numbering.outletNos),
    roles: readTable(packed.roles, count, 'roles'),
    channels: readTable(packed.channels, count, 'channels'),
    districts: readTable(packed.districts, count, 'districts'),
    hours: readTable(packed.hours, count, 'hours'),
    phones: readPhones(packed.phones, count),
    dates: readDates(packed.dates, factsOf),
    projects: byPosition(packed.projects, count, 'projects'),
    doubts: byPosition(packed.doubts, count, 'doubts'),
    optional: readOptional(packed.optional, count),
  }
}

type Columns = ReturnType<typeof readColumns>

/** `fact`: where the dates of the place begin, the position's first. Null for a kind of place this build cannot show. */
function placeAt(columns: Columns, i: number, fact: number): PlaceSummary | null {
  const kind = columns.kinds[i]
  if (kind === null) return null
  return {
    id: columns.ids[i] ?? missing(i),
    kind: kind ?? missing(i),
    outletNo: columns.outletNos[i] ?? null,
    name: columns.names[i] ?? missing(i),
    roles: columns.roles[i] ?? missing(i),
    channel: columns.channels[i] ?? null,
    district: columns.districts[i] ?? missing(i),
    address: columns.addresses[i] ?? missing(i),
    lng: columns.lngs[i] ?? missing(i),
    lat: columns.lats[i] ?? missing(i),
    positionVerifiedOn: columns.dates[fact] ?? null,
    phone: columns.phones[i] ?? null,
    hours: columns.hours[i] ?? null,
    amenities: amenitiesAt(columns, i, fact + 1),
    doubts: columns.doubts.get(i) ?? [],
    project: columns.projects.get(i) ?? null,
    ...columns.optional.get(i),
  }
}

/** `fact`: where the dates of the amenities begin. */
function amenitiesAt({ stocked, dates }: Columns, i: number, fact: number): PlaceSummary['amenities'] {
  const amenities: PlaceSummary['amenities'] = []
  let next = fact
  for (const amenity of stocked[i] ?? missing(i)) {
    const verifiedOn = dates[next++] ?? null
    if (amenity !== null) amenities.push({ amenity, verifiedOn })
  }
  return amenities
}

/** Every column was counted when it was read; this is for the compiler, and for the day when one was not. */
function missing(i: number): never {
  throw new MalformedCatalogue(`place ${i} is missing in a column`)
}

function byPosition<T>(entries: readonly [number, T][], count: number, column: string): Map<number, T> {
  const positions = new Map(entries)
  for (const i of positions.keys()) {
    if (i < 0 || i >= count) throw new MalformedCatalogue(`${column}: there is no place ${i}`)
  }
  if (positions.size !== entries.length) throw new MalformedCatalogue(`${column}: a place twice`)
  return positions
}

/** Bounding boxes, centres and counts follow from the places: the phone reckons them again, if that gives the same. */
function packRegion(region: Region, places: readonly PlaceSummary[]): PackedCatalogue['region'] {
  const { bbox, centre, districts, counts, ...head } = region
  const figures = { bbox, centre, districts, counts }
  const reckoned = reckonFigures(region.adcode, places)
  return { ...head, figures: canonical(figures) === canonical(reckoned) ? null : figures }
}

function unpackRegion(
  { figures, ...head }: PackedCatalogue['region'],
  places: readonly PlaceSummary[],
): Region {
  const reckoned = figures ?? reckonFigures(head.adcode, places)
  if (reckoned === null) throw new MalformedCatalogue('region: no figures, and no places to reckon them from')
  return { ...head, ...reckoned }
}

type Figures = NonNullable<PackedCatalogue['region']['figures']>

function reckonFigures(adcode: string, places: readonly PlaceSummary[]): Figures | null {
  const figures = plainFigures(
    adcode,
    places.map(({ kind, roles, district, lng, lat }) => ({ kind, roles, district, lng, lat, demo: false })),
  )
  if (figures === null) return null
  const { bbox, centre, districts, counts } = figures
  return { bbox, centre, districts, counts }
}

/** Equal figures have equal texts: keys are sorted, for counts are kept in the order in which they were first met. */
function canonical(figures: Figures | null): string {
  if (figures === null) return ''
  const sorted = (counts: object) => Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))
  const { bbox, centre, districts, counts } = figures
  const { places, kinds, roles } = counts
  return JSON.stringify([
    bbox,
    [centre.lng, centre.lat],
    districts.map(({ name, adcode, bbox, centre, count }) => [
      name,
      adcode,
      bbox,
      centre.lng,
      centre.lat,
      count,
    ]),
    [places, sorted(kinds), sorted(roles)],
  ])
}
