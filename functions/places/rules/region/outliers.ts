/**
 * Places that a mistyped coordinate threw far from their city. They stay places, but they do not say where the city is:
 * one such row would stretch its frame over half a province and give it the people of another city.
 */
import type { Point } from '../../contract'
import { distanceMetres } from '../nearby'

/** Farther than two towns of one city lie from each other, in metres. */
const leastGap = 50_000
/** So many places, or so large a share of them, are no slip of the pen: an exclave, say. */
const mostPlaces = 2
const mostShare = 0.01
/** Degrees. Groups are found among cells of the map, of which even a large city has few. */
const cellSize = 0.1

/** Positions in the list of the places that do not count for where the city is. */
export function outliers(points: readonly Point[]): ReadonlySet<number> {
  const cells = [...cellsOf(points).values()]
  // A wider gap only joins groups: where the least one leaves a single group, nothing else has to be worked out.
  if (areTogether(cells)) return new Set()
  const groups = groupsOf(cells, gapFor(points))
    .map((group) => group.flatMap(({ members }) => members))
    .sort((a, b) => b.length - a.length)
  const most = Math.max(mostPlaces, points.length * mostShare)
  const [largest, ...others] = groups
  const isSlip = (group: readonly number[]) => group.length <= most && group.length < (largest?.length ?? 0)
  return new Set(others.filter(isSlip).flat())
}

/** Whether one gets from each cell to each other by small steps: then none of their places is an outlier. */
export const areTogether = (cells: readonly Point[]): boolean => groupsOf(cells, leastGap).length <= 1

/** A city spread over a steppe has its places farther apart: most of them lie as near to its middle as that. */
function gapFor(points: readonly Point[]): number {
  const centre = { lng: medianOf(points.map(({ lng }) => lng)), lat: medianOf(points.map(({ lat }) => lat)) }
  const distances = points.map((point) => distanceMetres(point, centre)).sort((a, b) => a - b)
  return Math.max(leastGap, distances[Math.floor(distances.length * 0.8)] ?? 0)
}

type Cell = Point & { members: number[] }

export const cellKey = ({ lng, lat }: Point): string =>
  `${Math.floor(lng / cellSize)} ${Math.floor(lat / cellSize)}`

function cellsOf(points: readonly Point[]): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const [i, { lng, lat }] of points.entries()) {
    const key = cellKey({ lng, lat })
    const cell = cells.get(key)
    if (cell) cell.members.push(i)
    else cells.set(key, { lng, lat, members: [i] })
  }
  return cells
}

/** Cells from which one gets to each other by steps of at most `gap` metres. */
function groupsOf<Place extends Point>(cells: readonly Place[], gap: number): Place[][] {
  const waiting = new Set(cells)
  const groups: Place[][] = []
  for (const first of cells) {
    if (!waiting.delete(first)) continue
    const group = [first]
    // The list grows while it is walked.
    for (const cell of group) {
      for (const other of waiting) {
        if (distanceMetres(cell, other) > gap) continue
        waiting.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

function medianOf(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b)
  return ascending[Math.floor(ascending.length / 2)] ?? 0
}
