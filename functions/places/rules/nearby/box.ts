/** How far a bounding box is, so that a region that cannot hold a nearer place need not be opened. */
import type { Bbox, Point } from '../../contract'
import { distanceMetres } from '../nearby'

/**
 * Metres from a point to the nearest place that could lie in the box; 0 inside. Never more than the true distance to
 * anything in it.
 *
 * Within the box's longitudes the nearest point lies due north or south. Elsewhere it lies on one of the two meridian
 * edges: along a meridian Δλ away, cos(distance) = sin φ sin φ' + cos φ cos φ' cos Δλ is a cosine of φ' around
 * φ* = atan2(sin φ, cos φ cos Δλ), so its best latitude is φ* if the edge reaches it, else one of the edge's ends.
 */
export function distanceToBox(point: Point, [west, south, east, north]: Bbox): number {
  if (west <= point.lng && point.lng <= east) {
    const lat = Math.min(Math.max(point.lat, south), north)
    return distanceMetres(point, { lng: point.lng, lat })
  }
  const onEdges = [west, east].flatMap((lng) => {
    const best = bestLatitude(point, lng)
    return [south, north, ...(south < best && best < north ? [best] : [])].map((lat) => ({ lng, lat }))
  })
  return Math.min(...onEdges.map((corner) => distanceMetres(point, corner)))
}

function bestLatitude(point: Point, lng: number): number {
  const phi = radians(point.lat)
  const best = Math.atan2(Math.sin(phi), Math.cos(phi) * Math.cos(radians(lng - point.lng)))
  return (best * 180) / Math.PI
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
