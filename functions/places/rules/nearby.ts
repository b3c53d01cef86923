/** The nearest places to a point, exactly. Distances are metres over a sphere of 6,371 km. */
import { around, distance as kilometres } from 'geokdbush'
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
  const reach = radius === undefined ? Number.POSITIVE_INFINITY : radius / 1000
  const ids = around(tree, point.lng, point.lat, limit, reach, accepts)
  const found: Found[] = []
  for (const i of ids) {
    const place = places[i]
    if (place) found.push({ place, distance: distanceMetres(point, place) })
  }
  return found
}

export function distanceMetres(a: Point, b: Point): number {
  return kilometres(a.lng, a.lat, b.lng, b.lat) * 1000
}
