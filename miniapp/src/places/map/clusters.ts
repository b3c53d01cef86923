/** Which markers a piece of the map needs: single places, and clusters where they would lie on one another. Pure. */
import type { Bbox, OpenAnswer, PlaceSummary, Point } from '@contract/places'
import Supercluster from 'supercluster'
import { type PinShape, type PinState, pinShape, pinState } from '../pins'
import type { Spot, SpotIndex } from './spots'

/** `key`: two markers with the same one are drawn alike, whatever filter they come from. */
export type Marker =
  | { type: 'place'; key: string; id: string; point: Point; shape: PinShape; state: PinState; name: string }
  /** Several places that no zoom tells apart: `ids` in the order of the list. */
  | { type: 'spot'; key: string; ids: string[]; point: Point; count: number }
  /** `zoom`: where the cluster falls apart. */
  | { type: 'cluster'; key: string; point: Point; count: number; zoom: number }

export type Markers = {
  /** The markers inside `bbox` (with a rim, so that panning shows no holes) at a whole `zoom`. */
  inView(bbox: Bbox, zoom: number): Marker[]
}

/** Beyond this zoom every spot is a pin of its own. */
export const lastClusterZoom = 15
/** Neither map shows more of the world. */
export const firstZoom = 7
const rim = 0.15

type Pinned = { place: PlaceSummary; open: OpenAnswer }

/** A chip is often let go again: what was clustered for a list stands as long as the list does. */
const known = new WeakMap<readonly Pinned[], { today: string; spots: SpotIndex; markers: Markers }>()

/** Of the places that are to be drawn; `spots` are those of the whole city. */
export function createMarkers(pinned: readonly Pinned[], today: string, spots: SpotIndex): Markers {
  const before = known.get(pinned)
  if (before?.today === today && before.spots === spots) return before.markers
  const markers = clustered(pinned, today, spots)
  known.set(pinned, { today, spots, markers })
  return markers
}

function clustered(pinned: readonly Pinned[], today: string, spots: SpotIndex): Markers {
  const shown = spots.group(pinned)
  const tree = new Supercluster<{ at: number; count: number }, { count: number }>({
    radius: 44,
    extent: 256,
    minZoom: firstZoom,
    maxZoom: lastClusterZoom,
    minPoints: 3,
    map: ({ count }) => ({ count }),
    reduce: (sum, { count }) => {
      sum.count += count
    },
  })
  tree.load(
    shown.map(({ point, items }, at) => ({
      type: 'Feature',
      properties: { at, count: items.length },
      geometry: { type: 'Point', coordinates: [point.lng, point.lat] },
    })),
  )

  function marker(feature: ReturnType<typeof tree.getClusters>[number]): Marker[] {
    const [lng = 0, lat = 0] = feature.geometry.coordinates
    const { properties } = feature
    if ('cluster_id' in properties) {
      const { cluster_id, count } = properties
      const zoom = tree.getClusterExpansionZoom(cluster_id)
      return [{ type: 'cluster', key: `c${lng} ${lat} ${count} ${zoom}`, point: { lng, lat }, count, zoom }]
    }
    const spot = shown[properties.at]
    return spot ? [spotMarker(spot, today)] : []
  }

  return {
    inView: (bbox, zoom) => tree.getClusters(widened(bbox), zoom).flatMap(marker),
  }
}

function spotMarker({ point, items: [first, ...others] }: Spot<Pinned>, today: string): Marker {
  if (!first) throw new Error('a spot begins with a place')
  if (others.length === 0) return pin(first, today)
  const ids = [first, ...others].map(({ place }) => place.id)
  return { type: 'spot', key: `s${ids.join()}`, ids, point, count: ids.length }
}

function pin({ place, open }: Pinned, today: string): Marker {
  const { id, name, lng, lat } = place
  const shape = pinShape(place, today)
  const state = pinState(place, open)
  return { type: 'place', key: `${id}.${shape}.${state}`, id, point: { lng, lat }, shape, state, name }
}

function widened([west, south, east, north]: Bbox): Bbox {
  const x = (east - west) * rim
  const y = (north - south) * rim
  return [west - x, south - y, east + x, north + y]
}
