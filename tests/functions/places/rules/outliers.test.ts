import type { PlaceSummary, Point } from '../../../../functions/places/contract'
import {
  packCatalogue,
  packedCatalogueSchema,
  unpackCatalogue,
} from '../../../../functions/places/rules/catalogue'
import { regionFigures } from '../../../../functions/places/rules/region'
import { outliers } from '../../../../functions/places/rules/region/outliers'
import { suqian } from '../../../support/samples/neighbours'
import { buildCalendar, buildPlace } from '../../../support/samples/places'
import { readCatalogue } from '../fixtures/reader-8a85432.cjs'

const placeAt = (point: Point, i: number, district = '宿城'): PlaceSummary =>
  buildPlace({ ...point, id: `321300-321300${10 + i}`, outletNo: `321300${10 + i}`, district })
const city = suqian.map((point, i) => placeAt(point, i))
const figuresOf = (places: readonly PlaceSummary[]) =>
  regionFigures(
    '321300',
    places.map((place) => ({ ...place, demo: false })),
  )
const middleOfSuqian = { lng: 118.27, lat: 33.94 }
const inBinzhou = { lng: 118.016, lat: 37.366 }

describe('a mistyped place moves nothing of its city', () => {
  const plain = figuresOf(city)

  test('neither frame, nor centre, nor its district; it is counted all the same', () => {
    const figures = figuresOf([...city, placeAt(inBinzhou, 40)])
    expect(figures).toEqual({
      ...plain,
      extent: [118.016, 33.93, 118.29, 37.366],
      counts: { ...plain?.counts, places: 21, kinds: { outlet: 21 } },
      districts: plain?.districts.map((district) => ({ ...district, count: 21 })),
    })
  })

  test('nor in a district of its own, which nobody knows where to find', () => {
    const figures = figuresOf([...city, placeAt(inBinzhou, 40, '宿豫')])
    expect(figures).toEqual({
      ...plain,
      extent: [118.016, 33.93, 118.29, 37.366],
      counts: { ...plain?.counts, places: 21, kinds: { outlet: 21 } },
    })
  })

  test('phones of this build and the one before receive the right frame and do not compute another', () => {
    const places = [...city, placeAt(inBinzhou, 40)]
    const figures = figuresOf(places)
    if (!figures) throw new Error('the city has places')
    const { extent: _, ...known } = figures
    const region = { adcode: '321300', name: '宿迁', version: 1, ...known }
    const document: unknown = JSON.parse(
      JSON.stringify(packCatalogue({ region, calendar: buildCalendar(), pinyin: {}, places })),
    )
    expect(unpackCatalogue(packedCatalogueSchema.parse(document)).region).toEqual(region)
    expect(readCatalogue(document)?.region).toEqual(region)
  })
})

describe('what lies apart and is no slip counts', () => {
  test.each<[string, Point[]]>([
    ['a county town 40 km off', [...suqian, { lng: 118.7, lat: 33.95 }]],
    [
      'an exclave of five places',
      [...suqian, ...suqian.slice(0, 5).map(({ lng, lat }) => ({ lng, lat: lat + 2 }))],
    ],
    ['each of two places far from the other', [middleOfSuqian, inBinzhou]],
    [
      'a city of the steppe, whose towns all lie 80 km from each other',
      Array.from({ length: 12 }, (_, i) => ({ lng: 88 + (i % 4), lat: 44 + 0.75 * Math.floor(i / 4) })),
    ],
    ['no place at all', []],
  ])('%s', (_, places) => {
    expect(outliers(places).size).toBe(0)
  })

  test('two mistyped rows in two places are two slips', () => {
    expect(outliers([...suqian, inBinzhou, { lng: 33.9, lat: 118 }])).toEqual(new Set([20, 21]))
  })
})
