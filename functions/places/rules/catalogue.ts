/**
 * A city's places as one compact document: what travels to the phone, and what lies beside the places in the table.
 * docs/decisions/002-catalogue-on-the-phone.md tells why it is made like this and what it measures.
 *
 * Columns instead of rows: values of one sort stand together, so that each is written in the way that suits it
 * (columns.ts, field-codecs.ts, texts.ts) and a compressor finds their habits. Places are in the order of a Hilbert
 * curve: each is a small step from the one before. Everything a PlaceSummary has comes back, exactly; only the
 * order of the places is the curve's.
 */

import type { Calendar, PlaceSummary, Region } from '../contract'
import { MalformedCatalogue, writeTable } from './catalogue/columns'
import { writeDates, writeNumbering, writePhones, writeSteps } from './catalogue/field-codecs'
import { hilbertOrder } from './catalogue/hilbert'
import { optionalNames, writeOptional } from './catalogue/optional'
import { headMask, type PackedCatalogue } from './catalogue/packed'
import { openPlaces, type PlaceColumns } from './catalogue/place-columns'
import { openPinyin, readCharacters, writePinyin, writeWording } from './catalogue/texts'
import { type Located, plainFigures } from './region'
import type { PinyinDictionary } from './search'

export { MalformedCatalogue } from './catalogue/columns'
export { type PackedCatalogue, packedCatalogueSchema } from './catalogue/packed'
export type { PlaceColumns } from './catalogue/place-columns'

export type Catalogue = {
  region: Region
  calendar: Calendar
  pinyin: PinyinDictionary
  /** Positions have at most six decimals of a degree, as everything stored has. */
  places: PlaceSummary[]
}

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

/** A catalogue whose places are built when somebody looks at them. */
export type OpenCatalogue = Omit<Catalogue, 'places'> & { places: PlaceColumns }

/** Throws MalformedCatalogue where columns do not fit together: better no catalogue than a mixed-up one. */
export function openCatalogue(packed: PackedCatalogue): OpenCatalogue {
  const characters = readCharacters(packed.wording.characters)
  const places = openPlaces(packed, characters)
  if (packed.region.figures === null && places.length === 0)
    throw new MalformedCatalogue('region: no figures, and no places to reckon them from')
  const pinyin = openPinyin(packed.pinyin, characters)
  return {
    region: unpackRegion(packed.region, () => places.located()),
    calendar: packed.calendar,
    get pinyin() {
      return pinyin()
    },
    places,
  }
}

/** Every place at once; throws as openCatalogue does. */
export function unpackCatalogue(packed: PackedCatalogue): Catalogue {
  const { places, ...rest } = openCatalogue(packed)
  return { ...rest, places: allOf(places) }
}

/** Builds all that nobody has looked at yet. */
export function allOf(places: PlaceColumns): PlaceSummary[] {
  return Array.from({ length: places.length }, (_, i) => places.at(i)).flatMap((place) => place ?? [])
}

/** Bounding boxes, centres and counts follow from the places: the phone reckons them again, if that gives the same. */
function packRegion(region: Region, places: readonly PlaceSummary[]): PackedCatalogue['region'] {
  const { bbox, centre, districts, counts, extent: _, ...head } = region
  const figures = { bbox, centre, districts, counts }
  const located = places.map(({ kind, roles, district, lng, lat }) => ({
    kind,
    roles,
    district,
    lng,
    lat,
    demo: false,
  }))
  const reckoned = reckonFigures(region.adcode, located)
  return { ...head, figures: canonical(figures) === canonical(reckoned) ? null : figures }
}

function unpackRegion(
  { figures, ...head }: PackedCatalogue['region'],
  located: () => Iterable<Located>,
): Region {
  if (figures !== null) return { ...head, ...figures }
  // Sums over all places, made for the first who asks: a list of the nearest does without them.
  let reckoned: Figures | null = null
  const sums = (): Figures => {
    reckoned ??= reckonFigures(head.adcode, located())
    if (reckoned === null) throw new MalformedCatalogue('region: no places to reckon its figures from')
    return reckoned
  }
  return {
    ...head,
    get bbox() {
      return sums().bbox
    },
    get centre() {
      return sums().centre
    },
    get districts() {
      return sums().districts
    },
    get counts() {
      return sums().counts
    },
  }
}

type Figures = NonNullable<PackedCatalogue['region']['figures']>

function reckonFigures(adcode: string, located: Iterable<Located>): Figures | null {
  const figures = plainFigures(adcode, located)
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
