/** The nearest places to a point, exactly. Distances are great circles on a sphere of 6,371 km, in metres. */
import type { PlaceSummary, Point } from '../contract'
import { comparePlaces } from './name-order'
import { buildFacets, type Facets } from './nearby/facets'
import { buildTree, nearestInTree, type Tree, treeOf } from './nearby/tree'

/** Places by their ordinal. Of a catalogue, each is built when somebody looks at it. */
export type PlaceList = { length: number; at(ordinal: number): PlaceSummary | undefined }
/** What an index is made of (`PlaceColumns`), by ordinal. */
export type IndexedPlaces = PlaceList & { lngs: Float64Array; lats: Float64Array; facets(): Facets }
/** `tree` and `facets` know a place by its ordinal in `places`. */
export type PlaceIndex = { places: PlaceList; tree: Tree; facets: Facets }
export type Found = { place: PlaceSummary; distance: number }
/** A place by its ordinal; `distance` in metres. */
export type Ranked = { ordinal: number; distance: number }
export type NearestOptions = {
  limit: number
  /** Metres. */
  radius?: number
  /** By its ordinal, so that nobody looks at a place that is not wanted: see `indexMatcher`. */
  accept?: (ordinal: number) => boolean
}

const earthRadius = 6_371_000
const radiansPerDegree = Math.PI / 180

export function buildIndex(places: readonly PlaceSummary[]): PlaceIndex {
  const list = { length: places.length, at: (ordinal: number) => places[ordinal] }
  return { places: list, tree: buildTree(places), facets: buildFacets(places) }
}

/** The index of a catalogue, without a look at any of its places. */
export function indexOf(places: IndexedPlaces): PlaceIndex {
  return { places, tree: treeOf(places.lngs, places.lats), facets: places.facets() }
}

/** At most `limit` accepted places within `radius`, nearest first; those equally near by their names. */
export function nearest(index: PlaceIndex, point: Point, options: NearestOptions): Found[] {
  return nearestOrdinals(index, point, options).flatMap(({ ordinal, distance }) => {
    const place = index.places.at(ordinal)
    return place ? [{ place, distance }] : []
  })
}

/** The same without a look at any place but those that are equally near. */
export function nearestOrdinals(
  { places, tree }: PlaceIndex,
  point: Point,
  { limit, radius, accept }: NearestOptions,
): Ranked[] {
  if (places.length === 0 || limit <= 0) return []
  const reach = chordOf(radius ?? Number.POSITIVE_INFINITY)
  const precedes = (ordinal: number, other: number) => {
    const [place, next] = [places.at(ordinal), places.at(other)]
    return place !== undefined && next !== undefined && comparePlaces(place, next) < 0
  }
  const hits = nearestInTree(tree, point, { limit, reach, accept: accept ?? (() => true), precedes })
  return hits.map(({ ordinal, chord }) => ({
    ordinal,
    distance: 2 * earthRadius * Math.asin(Math.min(1, chord / 2)),
  }))
}

/** The straight line, in radii of the Earth, between two points so many metres apart over its surface. */
function chordOf(metres: number): number {
  // Half the way round is as far as anything lies; for more than that the sine would shrink again.
  return metres >= Math.PI * earthRadius ? Number.POSITIVE_INFINITY : 2 * Math.sin(metres / (2 * earthRadius))
}

/** The haversine formula: for short ways it keeps the digits that a cosine would lose. */
export function distanceMetres(a: Point, b: Point): number {
  const h =
    haversine(b.lat - a.lat) +
    Math.cos(a.lat * radiansPerDegree) * Math.cos(b.lat * radiansPerDegree) * haversine(b.lng - a.lng)
  // For points opposite each other rounding may lift h to the next number above 1; its square root is 1 again.
  return 2 * earthRadius * Math.asin(Math.sqrt(h))
}

function haversine(degrees: number): number {
  return Math.sin((degrees * radiansPerDegree) / 2) ** 2
}
