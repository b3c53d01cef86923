/**
 * Draws the schematic of a city: each town claims the ground that is nearer to it than to any other, and
 * a district is the ground of its towns. So it needs no boundary file, every town lies in its district
 * and neighbours meet without gaps; it is no more than a sketch of where districts lie.
 */

import { mergeByOwner } from '../../miniapp/src/places/basemap/borders'
import type { Basemap, BasemapFeature, Position } from '../../miniapp/src/places/basemap/format'
import { isInside } from '../../miniapp/src/places/basemap/inside'
import { voronoiCells } from '../../miniapp/src/places/basemap/voronoi'
import type { City, Town } from '../demo/cities/city'
import { seeded } from '../demo/random'
import { distanceToSegment, roughen, simplify, smooth } from './lines'
import type { Outline, Water } from './outlines/outline'

/** Degrees: borders are broken down to about 3 km and shown to about 300 m, waters to about 150 m. */
const grain = 0.03
const tolerance = { border: 0.003, water: 0.0014 }

export const drawBasemap = (city: City, outline: Outline): Basemap => {
  const rings = districtRings(city, outline)
  const waters = outline.waters.map(waterFeature)
  const districts = city.districts.map((district): BasemapFeature => {
    const ring = rings.get(district.name)
    if (!ring) throw new Error(`${district.name} has no towns`)
    const label = labelPosition(ring, city, outline)
    return {
      type: 'Feature',
      properties: { layer: 'district', name: district.name, adcode: district.adcode, label },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
  })
  const towns = city.towns.flatMap((town): BasemapFeature[] =>
    town.rank === 4
      ? []
      : [
          {
            type: 'Feature',
            properties: { layer: 'town', name: town.name, rank: town.rank },
            geometry: { type: 'Point', coordinates: [town.lng, town.lat] },
          },
        ],
  )
  return {
    type: 'FeatureCollection',
    adcode: city.adcode,
    name: city.name,
    bbox: bboxOf([...rings.values()].flat()),
    notice: '分区示意图，不作行政区域界线依据',
    features: [...districts, ...waters, ...towns],
  }
}

/** Works in a plane where a degree of longitude is as long as one of latitude. */
const districtRings = (city: City, outline: Outline): Map<string, Position[]> => {
  const squeeze = Math.cos(
    (city.towns.reduce((sum, town) => sum + town.lat, 0) / city.towns.length / 180) * Math.PI,
  )
  const toPlane = ([lng, lat]: Position): Position => [lng * squeeze, lat]
  const sites = [
    ...city.towns.map((town) => ({ owner: town.district, at: toPlane([town.lng, town.lat]) })),
    ...outline.neighbours.map((at) => ({ owner: null, at: toPlane(at) })),
  ]
  const all = sites.map(({ at }) => at)
  const [west, south, east, north] = bboxOf(all)
  const cells = voronoiCells(all, [west - 1, south - 1, east + 1, north + 1])
  const owned = sites.map(({ owner }, i) => ({ owner, polygon: cells[i] ?? [] }))
  const random = seeded(Number(city.adcode))
  const draw = (arc: Position[]) => simplify(smooth(roughen(arc, grain, random.next)), tolerance.border)
  const rings = mergeByOwner(owned, draw)
  return new Map([...rings].map(([owner, ring]) => [owner, ring.map(([x, y]) => rounded([x / squeeze, y]))]))
}

const waterFeature = (water: Water): BasemapFeature => {
  const properties = { layer: 'water', name: water.name, width: water.width, label: water.label } as const
  if (water.shape === 'river') {
    const line = simplify(smooth(water.points), tolerance.water).map(rounded)
    return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: line } }
  }
  const ring = smooth(water.points, true)
  const first = ring[0]
  const closed = simplify(first ? [...ring, first] : ring, tolerance.water).map(rounded)
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [closed] } }
}

/**
 * The point of a district that is farthest from its border, its lakes and the names of its towns: on a coarse grid
 * first, then on a fine one around the best.
 */
const labelPosition = (ring: Position[], city: City, outline: Outline): Position => {
  const lakes = outline.waters.filter((water) => water.shape === 'lake').map((water) => water.points)
  const towns = city.towns.filter((town) => town.rank !== 4)
  const roomAt = (p: Position): number => {
    if (!isInside(p, ring) || lakes.some((lake) => isInside(p, lake))) return Number.NEGATIVE_INFINITY
    const shapes = [ring, ...lakes].map((shape) => distanceToShape(p, shape))
    return Math.min(...shapes, ...towns.map((town) => roomBeside(town, p)))
  }
  const coarse = roomiest(bboxOf(ring), 0.04, roomAt)
  const near = 0.04
  const box = [coarse[0] - near, coarse[1] - near, coarse[0] + near, coarse[1] + near] as const
  return rounded(roomiest(box, 0.008, roomAt))
}

const roomiest = (
  [west, south, east, north]: readonly [number, number, number, number],
  step: number,
  roomAt: (p: Position) => number,
): Position => {
  let best: Position = [west, south]
  let most = Number.NEGATIVE_INFINITY
  for (let x = west; x <= east; x += step)
    for (let y = south; y <= north; y += step) {
      const room = roomAt([x, y])
      if (room > most) {
        most = room
        best = [x, y]
      }
    }
  return best
}

/** A seat's name is large and always shown, a town's small and only shown near by. */
const roomBeside = (town: Town, [x, y]: Position): number =>
  Math.hypot(town.lng - x, (town.lat - y) * 1.5) * (town.rank < 3 ? 1.2 : 2.2)

const distanceToShape = (p: Position, shape: readonly Position[]): number =>
  Math.min(...shape.map((a, i) => distanceToSegment(p, a, shape[(i + 1) % shape.length] ?? a)))

const bboxOf = (line: readonly Position[]): [number, number, number, number] => {
  const lngs = line.map(([x]) => x)
  const lats = line.map(([, y]) => y)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

/** Four decimals: about ten metres, far finer than the sketch. */
const rounded = ([x, y]: Position): Position => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4]
