/**
 * All regions as two small documents, so that a function reads the nation in one request each: the list that
 * `GET /api/regions` answers, and the index that says which regions a search need not open.
 */
import { countsOfKnown, orAbsent } from '../../../shared/tolerant'
import * as z from '../../../shared/zod'
import {
  type Amenity,
  amenities,
  amenitySchema,
  type Bbox,
  type District,
  kinds,
  type Region,
  regionSchema,
  roles,
} from '../../contract'
import { districtAdcode } from '../divisions'
import { readingsOf } from '../search/readings'

/** A region with what the table knows of it beside: how many places have each amenity. */
export const keptRegionSchema = z.extend(regionSchema, {
  /** Absent in regions that were imported before it was counted. */
  amenities: orAbsent(countsOfKnown(amenitySchema)),
})
export type KeptRegion = z.infer<typeof keptRegionSchema>

/** What decides whether a region can hold a place that somebody looks for. */
export const indexedRegionSchema = z.object({
  ...z.pick(keptRegionSchema, { adcode: true, centre: true, counts: true, amenities: true }).shape,
  /** Around every place of the region. */
  extent: regionSchema.shape.bbox,
})
export type IndexedRegion = z.infer<typeof indexedRegionSchema>

export const indexedOf = ({
  adcode,
  centre,
  counts,
  amenities: has,
  bbox,
  extent,
}: KeptRegion): IndexedRegion => ({
  adcode,
  centre,
  counts: inOrder(counts),
  ...(has && { amenities: inOrderOf(amenities, has) }),
  extent: extent ?? bbox,
})

export function amenityCounts(
  places: Iterable<{ amenities: readonly { amenity: Amenity }[] }>,
): Partial<Record<Amenity, number>> {
  const counts: Partial<Record<Amenity, number>> = {}
  for (const { amenities: stocked } of places)
    for (const { amenity } of stocked) counts[amenity] = (counts[amenity] ?? 0) + 1
  return counts
}

/** Hundred-thousandths of a degree, about a metre: 300 cities have 2,700 districts of six coordinates each. */
const perDegree = 1e5
const whole = z.array(z.int())

/** Districts of all regions in one column a field, in the order of the regions; coordinates are steps from their city's. */
export const packedRegionsSchema = z.object({
  regions: z.array(z.omit(regionSchema, { districts: true })),
  /** Districts of each region. */
  of: whole,
  names: z.array(z.string()),
  counts: whole,
  west: whole,
  south: whole,
  width: whole,
  height: whole,
  lng: whole,
  lat: whole,
})
export type PackedRegions = z.infer<typeof packedRegionsSchema>

export function packRegions(regions: readonly KeptRegion[]): PackedRegions {
  const packed: PackedRegions = {
    regions: regions.map(({ districts, amenities: _, ...region }) => ({
      ...region,
      reading: readingOf(region.name),
      counts: inOrder(region.counts),
    })),
    of: regions.map(({ districts }) => districts.length),
    names: [],
    counts: [],
    west: [],
    south: [],
    width: [],
    height: [],
    lng: [],
    lat: [],
  }
  for (const { bbox, districts } of regions) {
    const [east0, north0] = originOf(bbox)
    for (const { name, count, centre, bbox: frame } of districts) {
      // Outwards, so that the frame still holds every place.
      const [west, south] = [Math.floor(steps(frame[0])), Math.floor(steps(frame[1]))]
      packed.names.push(name)
      packed.counts.push(count)
      packed.west.push(west - east0)
      packed.south.push(south - north0)
      packed.width.push(Math.ceil(steps(frame[2])) - west)
      packed.height.push(Math.ceil(steps(frame[3])) - south)
      packed.lng.push(Math.round(centre.lng * perDegree) - west)
      packed.lat.push(Math.round(centre.lat * perDegree) - south)
    }
  }
  return packed
}

/** Every character in all its ways, for people type the name of a city as they read it; absent where one has none. */
function readingOf(name: string): string | undefined {
  const sounds = Array.from(name, (character) => readingsOf(character).join('/'))
  return sounds.includes('') ? undefined : sounds.join(' ')
}

export function unpackRegions(packed: PackedRegions): Region[] {
  let next = 0
  return packed.regions.map((region, n) => {
    const from = next
    next += packed.of[n] ?? 0
    const origin = originOf(region.bbox)
    const districts = Array.from({ length: next - from }, (_, i) =>
      districtAt(packed, from + i, region.adcode, origin),
    )
    return { ...region, districts }
  })
}

function districtAt(
  packed: PackedRegions,
  i: number,
  region: string,
  origin: readonly [number, number],
): District {
  const at = (column: readonly number[]) => column[i] ?? 0
  const name = packed.names[i] ?? ''
  const [west, south] = [origin[0] + at(packed.west), origin[1] + at(packed.south)]
  const degrees = (steps: number) => steps / perDegree
  return {
    name,
    adcode: districtAdcode(region, name),
    bbox: [
      degrees(west),
      degrees(south),
      degrees(west + at(packed.width)),
      degrees(south + at(packed.height)),
    ],
    centre: { lng: degrees(west + at(packed.lng)), lat: degrees(south + at(packed.lat)) },
    count: at(packed.counts),
  }
}

const originOf = ([west, south]: Bbox): readonly [number, number] => [
  Math.floor(steps(west)),
  Math.floor(steps(south)),
]

/** Coordinates have six places; without rounding to them 33.2 would be a step more. */
const steps = (degrees: number) => Math.round(degrees * 1e6) / 10

/** A table gives the keys of a map in any order, and equal lists are to have equal texts. */
const inOrder = (counts: Region['counts']): Region['counts'] => ({
  places: counts.places,
  kinds: inOrderOf(kinds, counts.kinds),
  roles: inOrderOf(roles, counts.roles),
})

function inOrderOf<Word extends string>(words: readonly Word[], counts: Partial<Record<Word, number>>) {
  const ordered: Partial<Record<Word, number>> = {}
  for (const word of words) if (counts[word] !== undefined) ordered[word] = counts[word]
  return ordered
}
