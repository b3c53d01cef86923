/** Places that no zoom of a map can tell apart, such as the floors of a mall: one spot, with a list of its own. Pure. */
import type { PlaceSummary, Point } from '@contract/places'

/** Metres. At the closest zoom (18) a pin covers 17 m: within half of that, one would lie under another. */
export const spotMetres = 8
const metresPerDegree = 111_195

export type Located = Pick<PlaceSummary, 'id' | 'lng' | 'lat'>
export type Spot<T extends Located> = { point: Point; places: T[] }

/**
 * The places by spots, each in exactly one: those within `spotMetres` of the first of them by id, so that panning, filters
 * and where one measures from change nothing. The places of a spot keep the order they came in.
 */
export function spotsOf<T extends Located>(places: readonly T[]): Spot<T>[] {
  const order = new Map(places.map((place, at) => [place, at]))
  const byId = [...places].sort((a, b) => (a.id < b.id ? -1 : 1))
  const cells = new Map<string, Spot<T>[]>()
  const spots: Spot<T>[] = []
  for (const place of byId) {
    const near = cellsAround(place).flatMap((key) => cells.get(key) ?? [])
    const spot = near.find(({ point }) => metresBetween(point, place) <= spotMetres)
    if (spot) {
      spot.places.push(place)
      continue
    }
    const made = { point: { lng: place.lng, lat: place.lat }, places: [place] }
    const key = cellOf(place, rowOf(place))
    cells.set(key, [...(cells.get(key) ?? []), made])
    spots.push(made)
  }
  for (const { places } of spots) places.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return spots
}

/** The places of the spot where the place is, itself among them. */
export function spotOf<T extends Located>(places: readonly T[], id: string): T[] {
  return spotsOf(places).find((spot) => spot.places.some((place) => place.id === id))?.places ?? []
}

const step = spotMetres / metresPerDegree
const rowOf = ({ lat }: Point) => Math.floor(lat / step)

/** Cells are a spot high and as wide on the ground: whatever is within a spot lies in a cell or beside it. */
function cellOf({ lng }: Point, row: number, by = 0): string {
  const width = step / Math.max(Math.cos((row * step * Math.PI) / 180), 0.01)
  return `${Math.floor(lng / width) + by} ${row}`
}

function cellsAround(point: Point): string[] {
  const row = rowOf(point)
  return [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => cellOf(point, row + dy, dx)))
}

/** Flat, which over a few metres is exact. */
function metresBetween(a: Point, b: Point): number {
  const x = (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(x, a.lat - b.lat) * metresPerDegree
}
