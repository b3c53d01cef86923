import { readFileSync } from 'node:fs'
import { basemaps } from '../../infra/basemap/build'
import { simplify, smooth } from '../../infra/basemap/lines'
import { binzhou } from '../../infra/demo/cities/binzhou'
import { huaian } from '../../infra/demo/cities/huaian'
import { mergeByOwner } from '../../miniapp/src/places/basemap/borders'
import type { Basemap, Position } from '../../miniapp/src/places/basemap/format'
import { isInside } from '../../miniapp/src/places/basemap/inside'
import { voronoiCells } from '../../miniapp/src/places/basemap/voronoi'

const drawn = basemaps()
const maps = () =>
  drawn.map(({ file, text }) => {
    const map: Basemap = JSON.parse(text)
    const city = [huaian, binzhou].find(({ adcode }) => adcode === map.adcode)
    if (!city) throw new Error(`no city ${map.adcode}`)
    return { file, text, map, city }
  })
const ringsOf = (map: Basemap) =>
  map.features.flatMap(({ properties, geometry }) =>
    properties.layer === 'district' && geometry.type === 'Polygon'
      ? [
          {
            name: properties.name,
            adcode: properties.adcode,
            label: properties.label,
            ring: geometry.coordinates[0] ?? [],
          },
        ]
      : [],
  )
const edgesOf = (ring: Position[]) => ring.slice(1).map((to, i) => [String(ring[i]), String(to)] as const)

describe('the basemap', () => {
  it('is committed as it is drawn, small enough to carry along', () => {
    for (const { file, text } of maps()) {
      expect(readFileSync(file, 'utf8')).toBe(text)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(25_000)
    }
  })

  it('has every district with its code, and its label and towns inside', () => {
    for (const { map, city } of maps()) {
      const rings = ringsOf(map)
      expect(rings.map(({ name, adcode }) => ({ name, adcode }))).toEqual(
        city.districts.map(({ name, adcode }) => ({ name, adcode })),
      )
      for (const { name, label, ring } of rings) {
        expect([name, isInside(label, ring)]).toEqual([name, true])
        expect(ring[0]).toEqual(ring.at(-1))
        for (const town of city.towns.filter(({ district }) => district === name))
          expect([town.name, isInside([town.lng, town.lat], ring)]).toEqual([town.name, true])
      }
    }
  })

  it('leaves no gap between neighbours: each stretch of border belongs to one district or to exactly two', () => {
    for (const { map } of maps()) {
      const owners = new Map<string, number>()
      for (const { ring } of ringsOf(map))
        for (const edge of edgesOf(ring)) {
          const key = [...edge].sort().join(' ')
          owners.set(key, (owners.get(key) ?? 0) + 1)
        }
      expect([...owners.values()].every((count) => count <= 2)).toBe(true)
      const shared = [...owners.values()].filter((count) => count === 2).length
      expect(shared).toBeGreaterThan(50)
    }
  })

  it('says that it is a sketch', () => {
    for (const { map } of maps()) expect(map.notice).toContain('示意')
  })
})

describe('merging cells', () => {
  const box = [0, 0, 4, 4] as const
  const keep = (arc: Position[]) => arc

  it('gives each point of the plane to the nearest site', () => {
    const sites: Position[] = [
      [1, 1],
      [3, 1],
      [2, 3],
    ]
    const cells = voronoiCells(sites, box)
    for (const [x, y, owner] of [
      [0.5, 0.5, 0],
      [3.5, 0.4, 1],
      [2, 3.9, 2],
      [1.9, 1, 0],
    ] as const)
      expect(cells.findIndex((cell) => isInside([x, y], cell))).toBe(owner)
  })

  it('forgets borders within an owner and draws each border between two only once', () => {
    const sites: Position[] = [
      [1, 1],
      [1, 3],
      [3, 1],
      [3, 3],
    ]
    const cells = voronoiCells(sites, box)
    const owned = cells.map((polygon, i) => ({ owner: ['west', 'west', 'east', null][i] ?? null, polygon }))
    let arcs = 0
    const outlines = mergeByOwner(owned, (arc) => {
      arcs++
      return keep(arc)
    })
    expect(outlines.get('west')).toHaveLength(7)
    expect(outlines.get('east')).toHaveLength(5)
    expect(arcs).toBe(3)
  })

  it('refuses an owner in two pieces', () => {
    const cells = voronoiCells(
      [
        [0.5, 2],
        [2, 2],
        [3.5, 2],
      ],
      box,
    )
    const owned = cells.map((polygon, i) => ({ owner: i === 1 ? 'middle' : 'ends', polygon }))
    expect(() => mergeByOwner(owned, keep)).toThrow('ends')
  })
})

describe('a drawn line', () => {
  it('keeps its ends when smoothed and simplified', () => {
    const line: Position[] = [
      [0, 0],
      [1, 2],
      [2, 0],
      [3, 2],
    ]
    const drawn = simplify(smooth(line), 0.01)
    expect(drawn[0]).toEqual([0, 0])
    expect(drawn.at(-1)).toEqual([3, 2])
    expect(Math.max(...drawn.map(([, y]) => y))).toBeLessThan(2.01)
  })

  it('loses the points that do not matter', () => {
    expect(
      simplify(
        [
          [0, 0],
          [1, 0.001],
          [2, 0],
          [2, 2],
        ],
        0.01,
      ),
    ).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
    ])
  })
})
