/**
 * The sketch of a city for which none was drawn: each place claims the ground that is nearer to it than to any other, a
 * district is the ground of its places, and ground far from every place is nobody's. Pure.
 */
import type { PlaceSummary, Region } from '@contract/places'
import { borderEdges, type OwnedCell } from './borders'
import type { Position } from './format'
import { voronoiCells } from './voronoi'

export type Outline = {
  /** The pieces of ground of each district. */
  districts: { name: string; label: Position; pieces: Position[][] }[]
  /** Where another district, or nobody's ground, begins. */
  borders: [Position, Position][]
}

type Located = Pick<PlaceSummary, 'lng' | 'lat' | 'district'>
type Site = { owner: string | null; at: Position }

/** Cells of the grid that thins the places, across the longer side: more would make the cells slow to compute. */
const grain = 20
/** How far the ground of a place reaches, in cells of the grid. */
const reach = 2
/** Degrees: a hamlet of places is not drawn finer than a street. */
const finest = 0.01

export function outlineOf(region: Pick<Region, 'districts'>, places: readonly Located[]): Outline {
  const middle = places.reduce((sum, { lat }) => sum + lat, 0) / Math.max(places.length, 1)
  // In a plane where a degree of longitude is as long as one of latitude.
  const squeeze = Math.cos((middle * Math.PI) / 180)
  const back = ([x, y]: Position): Position => [x / squeeze, y]
  const located = places.map(({ lng, lat, district }) => ({ owner: district, at: plane(lng, lat, squeeze) }))
  if (located.length === 0) return { districts: [], borders: [] }
  const box = boxOf(located)
  const step = Math.max((box[2] - box[0]) / grain, (box[3] - box[1]) / grain, finest)
  const own = thinned(located, step)
  const around = [
    box[0] - 2 * reach * step,
    box[1] - 2 * reach * step,
    box[2] + 2 * reach * step,
    box[3] + 2 * reach * step,
  ] as const
  const sites = [...own, ...nobodys(own, around, reach * step)]
  const cells = voronoiCells(
    sites.map(({ at }) => at),
    around,
  )
  const owned: OwnedCell[] = sites.map(({ owner }, n) => ({ owner, polygon: cells[n] ?? [] }))
  const { next, vertices } = borderEdges(owned)
  return {
    districts: region.districts.map(({ name, centre }) => ({
      name,
      label: [centre.lng, centre.lat],
      pieces: owned.filter(({ owner }) => owner === name).map(({ polygon }) => polygon.map(back)),
    })),
    borders: [...next].flatMap(([from, edges]) =>
      edges.flatMap(({ to, owner }): [Position, Position][] => {
        const start = vertices.get(from)
        const end = vertices.get(to)
        // Every border has two sides; nobody's side would draw it once more.
        return owner !== null && start && end ? [[back(start), back(end)]] : []
      }),
    ),
  }
}

const plane = (lng: number, lat: number, squeeze: number): Position => [lng * squeeze, lat]

function boxOf(sites: readonly Site[]): [number, number, number, number] {
  const xs = sites.map(({ at }) => at[0])
  const ys = sites.map(({ at }) => at[1])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** One site for the places of a district that lie in one cell of the grid: the first of them. */
function thinned(sites: readonly Site[], step: number): Site[] {
  const firstInCell = new Map<string, Site>()
  for (const site of sites) {
    const [x, y] = site.at
    const key = `${site.owner} ${Math.floor(x / step)} ${Math.floor(y / step)}`
    if (!firstInCell.has(key)) firstInCell.set(key, site)
  }
  return [...firstInCell.values()]
}

/** A grid of sites that belong to nobody, wherever no place is within `far`. */
function nobodys(
  own: readonly Site[],
  [west, south, east, north]: readonly [number, number, number, number],
  far: number,
): Site[] {
  const sites: Site[] = []
  for (let x = west; x <= east; x += far)
    for (let y = south; y <= north; y += far)
      if (own.every(({ at }) => Math.hypot(at[0] - x, at[1] - y) > far))
        sites.push({ owner: null, at: [x, y] })
  return sites
}
