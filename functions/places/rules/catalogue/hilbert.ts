/** An order of places in which neighbours in the list are neighbours in the city. */
import type { Point } from '../../contract'

const bits = 16
const cells = 2 ** bits

/**
 * The points' places in the list, in the order in which a Hilbert curve over their bounding box meets them. The
 * curve never jumps, so from one place to the next both coordinates change little, and street and district seldom.
 */
export function hilbertOrder(points: readonly Point[]): number[] {
  const { scale, west, south } = frameOf(points)
  const keyed = points.map(({ lng, lat }, i) => {
    const x = Math.min(cells - 1, Math.floor((lng - west) * scale))
    const y = Math.min(cells - 1, Math.floor((lat - south) * scale))
    return { i, key: hilbertKey(x, y) }
  })
  return keyed.sort((a, b) => a.key - b.key || a.i - b.i).map(({ i }) => i)
}

function frameOf(points: readonly Point[]): { scale: number; west: number; south: number } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { lng, lat } of points) {
    west = Math.min(west, lng)
    south = Math.min(south, lat)
    east = Math.max(east, lng)
    north = Math.max(north, lat)
  }
  return { scale: cells / Math.max(east - west, north - south, 1e-9), west, south }
}

/**
 * How far along the curve the cell lies. Each pass looks at one bit of x and y, that is at one of four quadrants: the
 * curve visits them in the order of a U, and within each it is a smaller U, turned so that the ends meet.
 */
function hilbertKey(cellX: number, cellY: number): number {
  let [x, y, key] = [cellX, cellY, 0]
  for (let side = cells / 2; side >= 1; side /= 2) {
    const right = Number(x >= side)
    const upper = Number(y >= side)
    // Lower left, upper left, upper right, lower right.
    key = key * 4 + ((3 * right) ^ upper)
    ;[x, y] = [x - right * side, y - upper * side]
    if (upper === 1) continue
    // The lower two are turned: the left one swaps its axes, the right one is mirrored as well.
    ;[x, y] = right === 1 ? [side - 1 - y, side - 1 - x] : [y, x]
  }
  return key
}
