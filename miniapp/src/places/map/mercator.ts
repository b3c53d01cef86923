/**
 * What a map of a given size shows, computed: WeChat's map tells its view only after it was moved, and the first
 * markers must not wait for that. Web Mercator with 256 px tiles, as its scales are.
 */
import type { Bbox, Point } from '@contract/places'
import type { MapTarget } from './place-map-props'

export type Size = { width: number; height: number }

const worldSize = (zoom: number) => 256 * 2 ** zoom

function pixelOf({ lng, lat }: Point, zoom: number): { x: number; y: number } {
  const sin = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
  return { x: ((lng + 180) / 360) * worldSize(zoom), y: y * worldSize(zoom) }
}

function pointOf({ x, y }: { x: number; y: number }, zoom: number): Point {
  const n = Math.PI * (1 - (2 * y) / worldSize(zoom))
  return { lng: (x / worldSize(zoom)) * 360 - 180, lat: (Math.atan(Math.sinh(n)) * 180) / Math.PI }
}

/** The point `down` px below `centre`; negative is above. */
export function pointBelow(centre: Point, zoom: number, down: number): Point {
  const { x, y } = pixelOf(centre, zoom)
  return pointOf({ x, y: y + down }, zoom)
}

export function bboxAround(centre: Point, zoom: number, { width, height }: Size): Bbox {
  const { x, y } = pixelOf(centre, zoom)
  const southWest = pointOf({ x: x - width / 2, y: y + height / 2 }, zoom)
  const northEast = pointOf({ x: x + width / 2, y: y - height / 2 }, zoom)
  return [southWest.lng, southWest.lat, northEast.lng, northEast.lat]
}

/** The middle of `bbox` and the largest half zoom step at which it fits into `size`. */
export function fitted([west, south, east, north]: Bbox, size: Size): { centre: Point; zoom: number } {
  const low = pixelOf({ lng: west, lat: south }, 0)
  const high = pixelOf({ lng: east, lat: north }, 0)
  const across = Math.max(high.x - low.x, 1e-9)
  const up = Math.max(low.y - high.y, 1e-9)
  const zoom = Math.log2(Math.min(size.width / across, size.height / up))
  const centre = pointOf({ x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 }, 0)
  return { centre, zoom: Math.min(Math.floor(zoom * 2) / 2, 18) }
}

/** px of the map's upper and lower edge that something covers. */
export type Cover = { above: number; below: number }

/** Where the map's own middle has to be so that the target lies in the part that nothing covers. */
export function aimed(
  target: MapTarget,
  size: Size,
  { above, below }: Cover,
): { centre: Point; zoom: number } {
  const free = { width: size.width, height: Math.max(size.height - above - below, 120) }
  const { centre, zoom } = 'bbox' in target ? fitted(target.bbox, free) : target
  return { centre: pointBelow(centre, zoom, (below - above) / 2), zoom }
}
