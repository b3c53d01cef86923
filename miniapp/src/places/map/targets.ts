/** Where the map goes by itself. Pure. */
import type { Bbox, Point } from '@contract/places'
import type { PlacesById } from '@/shared/city/catalogue/load'
import type { Origin } from '@/shared/city/origin'
import type { NearPlace } from '../nearest'
import type { MapMemory } from './memory'
import type { MapTarget } from './place-map-props'

export const placeZoom = 15.5
export const ownZoom = 14.5
const districtZoom = 12

/** When the map opens: where it was left, else around what distances are measured from. */
export function firstTarget(remembered: MapMemory | null, origin: Origin, bbox: Bbox): MapTarget {
  if (remembered?.centre) return { centre: remembered.centre, zoom: remembered.zoom }
  switch (origin.from) {
    case 'position':
      return { centre: origin.point, zoom: ownZoom }
    case 'district':
    case 'map':
      return { centre: origin.point, zoom: districtZoom }
    case 'centre':
      return { bbox }
  }
}

/** How many of the nearest places are shown together. */
const few = 5
/** Metres within which a further place is not left out, however near the first is. */
const beside = 2_000

/**
 * The first few of `near`, nearest first, and the person where they are known; those much farther than the first are left
 * out, for they would make a point of the rest. Null where there is none.
 */
export function nearestTarget(near: readonly NearPlace[], origin: Origin): MapTarget | null {
  const [first] = near
  if (!first) return null
  const reach = Math.max(3 * first.distance, beside)
  const shown = near.slice(0, few).filter(({ distance }) => distance <= reach)
  const points: Point[] = shown.map(({ place }) => place)
  return around(origin.from === 'position' ? [...points, origin.point] : points)
}

/** All of these places; null where the catalogue knows none of them. */
export function placesTarget(byId: PlacesById, ids: readonly string[]): MapTarget | null {
  return around(ids.flatMap((id) => byId.get(id) ?? []))
}

function around(points: readonly Point[]): MapTarget | null {
  if (points.length === 0) return null
  const lngs = points.map(({ lng }) => lng)
  const lats = points.map(({ lat }) => lat)
  // A single place would make a box without a size: about 500 m are left around.
  const margin = 0.005
  return {
    bbox: [
      Math.min(...lngs) - margin,
      Math.min(...lats) - margin,
      Math.max(...lngs) + margin,
      Math.max(...lats) + margin,
    ],
  }
}

export function isWithin([west, south, east, north]: Bbox, { lng, lat }: Point): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}
