/**
 * The nearest places to a point, exactly. Distances are great circles on a sphere of 6,371 km, in metres.
 *
 * Why a tree over longitude and latitude, which knows nothing of spheres, still gives the exact answer: the tree (kdbush)
 * only says which places lie in which box of degrees. The search (geokdbush) keeps boxes and places in one queue,
 * ordered by a distance, and always takes the nearest out. For a place that is its distance; for a box it is a lower
 * bound of the distance to anything inside, reckoned on the sphere: to a box north or south of the point along the
 * meridian; to one east or west either to the nearest spot of its nearer side (the foot of the great circle that meets
 * this meridian at a right angle) or, if that lies beyond the box, to a corner. So when a place comes out of the queue,
 * no box left in it can hold anything nearer: it is the next one. Poles and the date line need no special care, for
 * the formulas take differences of longitude as angles.
 *
 * Distances are compared as the haversine of their angle, sin²(θ/2), which grows with θ and costs no arc sine.
 */
import { around } from 'geokdbush'
import KDBush from 'kdbush'
import type { PlaceSummary, Point } from '../contract'
import { buildFacets, type Facets } from './facets'

/** `tree` and `facets` know a place by its ordinal in `places`. */
export type PlaceIndex = { places: readonly PlaceSummary[]; tree: KDBush; facets: Facets }
export type Found = { place: PlaceSummary; distance: number }
export type NearestOptions = {
  limit: number
  /** Metres. */
  radius?: number
  /** `matcher` will do; `indexMatcher` is many times faster. */
  accept?: (place: PlaceSummary, ordinal: number) => boolean
}

const earthRadius = 6_371_000
const radiansPerDegree = Math.PI / 180

export function buildIndex(places: readonly PlaceSummary[]): PlaceIndex {
  const tree = new KDBush(places.length)
  for (const { lng, lat } of places) tree.add(lng, lat)
  tree.finish()
  return { places, tree, facets: buildFacets(places) }
}

/** At most `limit` accepted places within `radius`, nearest first. */
export function nearest(index: PlaceIndex, point: Point, { limit, radius, accept }: NearestOptions): Found[] {
  const { places, tree } = index
  if (places.length === 0 || limit <= 0) return []
  const accepts = (i: number) => {
    const place = places[i]
    return place !== undefined && (accept === undefined || accept(place, i))
  }
  const ids = around(tree, point.lng, point.lat, limit, reachInKilometres(radius), accepts)
  return ids.flatMap((i) => {
    const place = places[i]
    return place ? [{ place, distance: distanceMetres(point, place) }] : []
  })
}

/** Half the way round the Earth is as far as anything lies; beyond it the haversine would shrink again. */
function reachInKilometres(radius: number | undefined): number {
  return radius === undefined || radius >= Math.PI * earthRadius ? Number.POSITIVE_INFINITY : radius / 1000
}

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
