/** In which direction a place lies, for a map that shows none. Pure. */
import type { PlaceSummary, Point } from '@contract/places'
import type { Origin } from '@/shared/city/origin'
import { distanceText, originName } from '../distance-text'
import { labelText } from './labels'

const names = ['北边', '东北边', '东边', '东南边', '南边', '西南边', '西边', '西北边'] as const

/** One of eight directions. */
export function directionName(from: Point, to: Point): (typeof names)[number] {
  const east = (to.lng - from.lng) * Math.cos((from.lat * Math.PI) / 180)
  const angle = (Math.atan2(east, to.lat - from.lat) * 180) / Math.PI
  return names[(Math.round(angle / 45) + 8) % 8] ?? names[0]
}

/**
 * `屏幕里没有地点，最近的在你东边 1.1 公里：淮海路站`; from anywhere but the person it says from where: `最近的在淮安市中心东边 …`.
 * @param near the first of the list, which is measured from the same origin
 */
export function nothingSeenText(near: { place: PlaceSummary; distance: number }, origin: Origin): string {
  const from = origin.from === 'position' ? '你' : originName(origin)
  const where = `${from}${directionName(origin.point, near.place)} ${distanceText(near.distance)}`
  return `屏幕里没有地点，最近的在${where}：${labelText(near.place.name)}`
}
