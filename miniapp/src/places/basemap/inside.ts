import type { Position } from './format'

/** Whether a point lies inside a ring, by the even-odd rule. Pure. */
export function isInside([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  })
  return inside
}
