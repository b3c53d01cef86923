/** In which direction the nearest place lies, for a map on which streets do not say it. Pure. */
import type { PlaceSummary, Point } from '@contract/places'
import { distanceMetres } from '@rules/places/nearby'

const names = ['正北', '东北', '正东', '东南', '正南', '西南', '正西', '西北'] as const

/** One of eight directions. */
export function directionName(from: Point, to: Point): (typeof names)[number] {
  const east = (to.lng - from.lng) * Math.cos((from.lat * Math.PI) / 180)
  const angle = (Math.atan2(east, to.lat - from.lat) * 180) / Math.PI
  return names[(Math.round(angle / 45) + 8) % 8] ?? names[0]
}

/** Null where there is no place at all. */
export function nearestOf<T extends { place: PlaceSummary }>(from: Point, pinned: readonly T[]): T | null {
  let best: T | null = null
  let least = Number.POSITIVE_INFINITY
  for (const one of pinned) {
    const metres = distanceMetres(from, one.place)
    if (metres >= least) continue
    best = one
    least = metres
  }
  return best
}
