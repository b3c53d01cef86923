/**
 * Voronoi cells of a few hundred sites by clipping a box with the bisector to every other site:
 * quadratic, but a page long and exact enough to be merged afterwards.
 */
import type { Position } from './format'

/** The cell of each site, counter-clockwise, within `box` `[west, south, east, north]`. Plane coordinates. */
export const voronoiCells = (
  sites: readonly Position[],
  box: readonly [number, number, number, number],
): Position[][] => {
  const [west, south, east, north] = box
  return sites.map((site, i) => {
    let cell: Position[] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ]
    sites.forEach((other, j) => {
      if (i !== j) cell = clipToNearer(cell, site, other)
    })
    return cell
  })
}

/** The part of a convex polygon that is nearer to `site` than to `other`. */
const clipToNearer = (polygon: Position[], site: Position, other: Position): Position[] => {
  const normal: Position = [other[0] - site[0], other[1] - site[1]]
  const middle: Position = [(site[0] + other[0]) / 2, (site[1] + other[1]) / 2]
  const side = (p: Position) => (p[0] - middle[0]) * normal[0] + (p[1] - middle[1]) * normal[1]
  const clipped: Position[] = []
  polygon.forEach((p, k) => {
    const q = polygon[(k + 1) % polygon.length] ?? p
    const sp = side(p)
    const sq = side(q)
    if (sp <= 0) clipped.push(p)
    if (sp < 0 !== sq < 0 && sp !== 0 && sq !== 0) {
      const t = sp / (sp - sq)
      clipped.push([p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t])
    }
  })
  return clipped
}
