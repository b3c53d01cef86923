/** Places that no zoom of a map can tell apart, such as the floors of a mall: one spot, with a list of its own. Pure. */
import type { PlaceSummary, Point } from '@contract/places'

/** Metres. At the closest zoom (18) a pin covers 17 m: within half of that, one would lie under another. */
export const spotMetres = 8
const metresPerDegree = 111_195

type Located = Pick<PlaceSummary, 'id' | 'lng' | 'lat'>
/** A place with whatever a screen knows about it. */
type Item = { place: Pick<PlaceSummary, 'id'> }
export type Spot<T extends Item> = { point: Point; items: T[] }

/** The spots of a city. Found once: a filter only looks up which spot a place is on. */
export type SpotIndex = {
  /** The items by spots, those of a spot in the order they came in. The order of the spots depends on the city alone. */
  group<T extends Item>(items: readonly T[]): Spot<T>[]
  /** Those of the items that share the spot of the item with this id, itself among them; empty where it is not there. */
  beside<T extends Item>(items: readonly T[], id: string): T[]
}

/**
 * Each place is on exactly one spot: with those within `spotMetres` of the first of them by id, so that panning, filters
 * and where one measures from change nothing. `places`: all of a city; items of other places are on no spot.
 */
export function indexSpots(places: readonly Located[]): SpotIndex {
  const { points, spotById } = findSpots(places)
  return {
    group<T extends Item>(items: readonly T[]) {
      const spots: (Spot<T> | undefined)[] = points.map(() => undefined)
      for (const item of items) {
        const at = spotById.get(item.place.id) ?? -1
        const point = points[at]
        const spot = spots[at]
        if (spot) spot.items.push(item)
        else if (point) spots[at] = { point, items: [item] }
      }
      return spots.flatMap((spot) => spot ?? [])
    },
    beside(items, id) {
      const spot = spotById.get(id)
      const found = items.filter(({ place }) => spotById.get(place.id) === spot)
      return found.some(({ place }) => place.id === id) ? found : []
    },
  }
}

/** Runs over a whole city, so it makes no text and no lists on its way. */
function findSpots(places: readonly Located[]): { points: Point[]; spotById: Map<string, number> } {
  const byId = [...places].sort((a, b) => (a.id < b.id ? -1 : 1))
  const points: Point[] = []
  const spotById = new Map<string, number>()
  /** The spots that begin in a cell: its corners are further apart than a spot is wide, so there may be several. */
  const cells = new Map<number, number[]>()
  for (const place of byId) {
    let spot = spotNear(place, points, cells)
    if (spot === null) {
      spot = points.push({ lng: place.lng, lat: place.lat }) - 1
      const row = rowOf(place)
      const key = cellKey(row, columnOf(place, row))
      const begun = cells.get(key)
      if (begun) begun.push(spot)
      else cells.set(key, [spot])
    }
    spotById.set(place.id, spot)
  }
  return { points, spotById }
}

function spotNear(
  place: Point,
  points: readonly Point[],
  cells: ReadonlyMap<number, readonly number[]>,
): number | null {
  const middle = rowOf(place)
  for (let row = middle - 1; row <= middle + 1; row++) {
    const column = columnOf(place, row)
    for (let by = -1; by <= 1; by++) {
      for (const spot of cells.get(cellKey(row, column + by)) ?? none) {
        const point = points[spot]
        if (point && metresBetween(point, place) <= spotMetres) return spot
      }
    }
  }
  return null
}

const none: readonly number[] = []
const step = spotMetres / metresPerDegree
/** More than there are columns in a row. */
const columns = 2 ** 23

const rowOf = ({ lat }: Point) => Math.floor(lat / step)

/** Cells are a spot high and as wide on the ground: whatever is within a spot lies in a cell or beside it. */
function columnOf({ lng }: Point, row: number): number {
  const width = step / Math.max(Math.cos((row * step * Math.PI) / 180), 0.01)
  return Math.floor(lng / width)
}

const cellKey = (row: number, column: number) => row * columns + column

/** Flat, which over a few metres is exact. */
function metresBetween(a: Point, b: Point): number {
  const x = (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(x, a.lat - b.lat) * metresPerDegree
}
