import { toGcj02 } from '../../shared/datum'
import { JsonText } from '../../shared/http/json-text'
import type { HandlerOf } from '../../shared/http/router'
import { ok } from '../../shared/result'
import type { OpenAnswer, PlaceSummary, Point } from '../contract'
import type { placesOperations } from '../operations'
import { indexMatcher, type PlaceFilter } from '../rules/filter'
import { comparePlaces } from '../rules/name-order'
import { distanceMetres, nearest } from '../rules/nearby'
import { distanceToBox } from '../rules/nearby/box'
import { openAnswer } from '../rules/opening'
import type { IndexedRegion } from '../rules/region/list'
import type { Catalogues } from '../service/catalogues'
import type { Directory } from '../service/regions'
import { openText, placeText } from './response/place-text'

type Dependencies = { catalogues: Catalogues; directory: Directory; clock: () => number }
type Found = { place: PlaceSummary; distance: number; open: OpenAnswer }
type NearbyQuery = { point: Point; limit: number; radius: number; filter: PlaceFilter; at: number }

/**
 * Cities that one request looks through. Each costs half a unit, and its packed catalogue where the function has not got
 * it: two to three units for a city of the usual size, beside one or two for the index.
 */
const mostRegions = 2

/** A position is in the address of this request, so nobody between may keep it. */
const caching = { 'cache-control': 'private, no-store' }

const datumText = JsonText.of({ datum: 'gcj02' as const })

export const handleNearby =
  (dependencies: Dependencies): HandlerOf<typeof placesOperations.nearby> =>
  async ({ query }) => {
    const now = dependencies.clock()
    const openAt = query.openAt === undefined ? null : query.openAt === 'now' ? now : Date.parse(query.openAt)
    const { found, complete } = await nearestAround(dependencies, {
      point: toGcj02(query, query.datum),
      limit: query.limit,
      radius: query.radius,
      filter: { kinds: query.kind, roles: query.role, amenities: query.amenity, openAt },
      at: openAt ?? now,
    })
    const places = found.map(({ place, distance, open }) =>
      JsonText.merge(placeText(place), openText(open), JsonText.whole('distance', Math.round(distance))),
    )
    const json = JsonText.merge(
      datumText,
      JsonText.field('places', JsonText.list(places)),
      JsonText.of({ complete }),
    )
    return ok({ json, headers: caching })
  }

/**
 * Regions in the order of how near they could have a place, until no other can have one nearer than those found, or as
 * many were opened as one request may cost. As a rule that is one region, and one small read.
 */
const nearestAround = async (
  { catalogues, directory, clock }: Dependencies,
  query: NearbyQuery,
): Promise<{ found: Found[]; complete: boolean }> => {
  const { point, limit, radius, filter, at } = query
  let found: Found[] = []
  let opened = 0
  for (const { adcode, atLeast } of candidates(await directory.index(), query)) {
    const reach = Math.min(radius, found[limit - 1]?.distance ?? Number.POSITIVE_INFINITY)
    if (atLeast > reach) break
    if (opened === mostRegions) return { found, complete: false }
    opened++
    const cached = await catalogues.current(adcode)
    if (!cached) continue
    const { catalogue, nearbyIndex } = await cached.open()
    const { calendar } = catalogue
    const index = nearbyIndex()
    const accept = indexMatcher(index, filter, calendar, clock())
    const here = nearest(index, point, { limit, radius: reach, accept })
    const answered = here.map(({ place, distance }) => ({
      place,
      distance,
      open: openAnswer(place, calendar, at),
    }))
    found = found.length === 0 ? answered : nearestOf([...found, ...answered], limit)
  }
  return { found, complete: true }
}

/** Where frames overlap, which they often do, the region whose people live nearest comes first. */
const candidates = (regions: readonly IndexedRegion[], { point, radius, filter }: NearbyQuery) =>
  regions
    .filter((region) => mayHave(region, filter))
    .map(({ adcode, extent, centre }) => ({
      adcode,
      atLeast: distanceToBox(point, extent),
      away: distanceMetres(point, centre),
    }))
    .filter(({ atLeast }) => atLeast <= radius)
    .sort((a, b) => a.atLeast - b.atLeast || a.away - b.away)

const nearestOf = (found: Found[], limit: number): Found[] =>
  found.sort((a, b) => a.distance - b.distance || comparePlaces(a.place, b.place)).slice(0, limit)

/** By its counts, which leave out seasons and hours: false only if the region surely has none. */
const mayHave = (
  { counts, amenities: has }: IndexedRegion,
  { kinds, roles, amenities }: PlaceFilter,
): boolean =>
  (kinds.length === 0 || kinds.some((kind) => (counts.kinds[kind] ?? 0) > 0)) &&
  roles.every((role) => (counts.roles[role] ?? 0) > 0) &&
  amenities.every((amenity) => !has || (has[amenity] ?? 0) > 0)
