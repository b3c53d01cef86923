import { brotliCompressSync } from 'node:zlib'
import fc from 'fast-check'
import type { Point } from '../../../../functions/places/contract'
import { MalformedCatalogue } from '../../../../functions/places/rules/catalogue/columns'
import { cityGridSchema, openCityGrid } from '../../../../functions/places/rules/city-grid'
import { cellsOf, packCityGrid } from '../../../../functions/places/rules/city-grid/cells'
import { distanceMetres } from '../../../../functions/places/rules/nearby'
import { buildCountry } from '../../../support/samples/many-cities'
import { huaianAndBinzhou, suqian } from '../../../support/samples/neighbours'
import { seeded } from '../../../support/samples/random'

const gridOf = (cities: ReadonlyMap<string, readonly Point[]>) =>
  packCityGrid([...cities].map(([adcode, places]) => cellsOf(adcode, places)))
const open = (cities: ReadonlyMap<string, readonly Point[]>) =>
  openCityGrid(cityGridSchema.parse(JSON.parse(JSON.stringify(gridOf(cities)))))
const middleOfSuqian = { lng: 118.275, lat: 33.945 }
const middleOfBinzhou = { lng: 118.016, lat: 37.366 }
const middleOfHuaian = { lng: 119.02, lat: 33.6 }

describe('the city of a position', () => {
  const three = new Map([...huaianAndBinzhou, ['321300', suqian]])

  test.each([
    ['宿迁, in the middle of its twenty outlets', middleOfSuqian, '321300'],
    ['淮安', middleOfHuaian, '320800'],
    ['滨州', middleOfBinzhou, '371600'],
    ['none in 北京, where no city is within reach', { lng: 116.4, lat: 39.9 }, null],
    ['none far outside the map', { lng: 2.35, lat: 48.85 }, null],
    ['none south of it', { lng: 151.2, lat: -33.9 }, null],
  ])('is %s', (_, point, city) => {
    expect(open(three).cityAt(point)).toBe(city)
  })

  test.each<[string, Point]>([
    ['in the middle of 滨州', middleOfBinzhou],
    ['with longitude and latitude exchanged', { lng: 33.94, lat: 118.27 }],
    ['in the fields of 滨州, where no other place is near', { lng: 117.6, lat: 37.95 }],
  ])('stays what it was when a row of 宿迁 is mistyped to lie %s', (_, wrong) => {
    const mistyped = open(new Map([...huaianAndBinzhou, ['321300', [...suqian, wrong]]]))
    for (const point of [middleOfBinzhou, { lng: 117.6, lat: 37.95 }, middleOfHuaian, middleOfSuqian])
      expect(mistyped.cityAt(point)).toBe(open(three).cityAt(point))
  })

  test('is none where nobody has any place', () => {
    expect(open(new Map()).cityAt(middleOfHuaian)).toBeNull()
    expect(open(new Map([['320800', []]])).cityAt(middleOfHuaian)).toBeNull()
  })
})

describe('the cities around a position', () => {
  const grid = open(new Map([...huaianAndBinzhou, ['321300', suqian]]))

  test('come nearest first; one is in the first of them at no distance', () => {
    const around = grid.citiesWithin(middleOfSuqian, 60_000)
    expect(around.map(({ adcode }) => adcode)).toEqual(['321300', '320800'])
    expect(around[0]?.metres).toBe(0)
  })

  test('begin no farther than their nearest place is', () => {
    const places = [...huaianAndBinzhou.values(), suqian].flat()
    fc.assert(
      fc.property(
        fc.double({ min: 117.9, max: 119.5, noNaN: true }),
        fc.double({ min: 33, max: 34.3, noNaN: true }),
        (lng, lat) => {
          const nearest = Math.min(...places.map((place) => distanceMetres({ lng, lat }, place)))
          const first = grid.citiesWithin({ lng, lat }, nearest + 1)[0]
          expect(first?.metres).toBeLessThanOrEqual(nearest)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('are none where none is near', () => {
    expect(grid.citiesWithin({ lng: 116.4, lat: 39.9 }, 30_000)).toEqual([])
  })
})

describe('sixty cities beside each other', () => {
  const country = buildCountry(60, 4)
  const packed = gridOf(country.cities)

  test('of two thousand people at least 97 in a hundred are shown their own city', () => {
    const grid = openCityGrid(packed)
    const random = seeded(9)
    const people = Array.from({ length: 2000 }, () => country.person(random))
    const right = people.filter((person) => grid.cityAt(person) === person.adcode).length
    expect(right / people.length).toBeGreaterThanOrEqual(0.97)
  })

  test('take at most 5 KB', () => {
    expect(brotliCompressSync(JSON.stringify(packed)).length).toBeLessThanOrEqual(5_000)
  })

  test('are the same document in whatever order they come', () => {
    expect(gridOf(new Map([...country.cities].reverse()))).toEqual(packed)
  })

  test.each<[string, Partial<typeof packed>]>([
    ['a run lost', { labels: packed.labels.slice(1) }],
    ['lengths cut', { lengths: packed.lengths.slice(0, -1) }],
    ['a city lost', { cities: packed.cities.slice(1) }],
  ])('%s: the document is refused, never mixed up', (_, damage) => {
    expect(() => openCityGrid({ ...packed, ...damage })).toThrow(MalformedCatalogue)
  })
})
