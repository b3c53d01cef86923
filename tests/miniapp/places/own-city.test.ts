import { err, ok, type Result } from '@common/result'
import type { Point } from '@contract/places'
import { openCityGrid } from '@functions/places/rules/city-grid'
import { cellsOf, packCityGrid } from '@functions/places/rules/city-grid/cells'
import { createGridStore, type GridAnswer } from '@/shared/city/catalogue/grid'
import { nowhere, ownCitiesOf } from '@/shared/city/where/own-city'
import { huaianAndBinzhou, suqian } from '../../support/samples/neighbours'
import { aRegion, aStorage } from './builders'

const packed = packCityGrid(
  [...huaianAndBinzhou, ['321300', suqian] as const].map(([adcode, places]) => cellsOf(adcode, places)),
)
const grid = openCityGrid(packed)
const middleOfSuqian = { lng: 118.275, lat: 33.945 }
const towns = (adcode: string, centre: Point) => aRegion({ adcode, centre, districts: [] })
const regions = [
  towns('320800', { lng: 119.02, lat: 33.6 }),
  towns('371600', { lng: 118.016, lat: 37.366 }),
  towns('321300', { lng: 118.27, lat: 33.94 }),
]

describe('the city a position counts for', () => {
  it('is 宿迁 in the middle of 宿迁, though the box of 淮安 reaches there', () => {
    expect(ownCitiesOf(middleOfSuqian, grid, regions)).toMatchObject({ own: '321300' })
    expect(ownCitiesOf(middleOfSuqian, null, regions)).toMatchObject({ own: '321300' })
  })

  it('is none without a position, and none where no city is within reach', () => {
    expect(ownCitiesOf(null, grid, regions)).toEqual(nowhere)
    const beijing = { lng: 116.4, lat: 39.9 }
    expect(ownCitiesOf(beijing, grid, regions)).toEqual(nowhere)
    expect(ownCitiesOf(beijing, null, regions)).toEqual(nowhere)
  })

  it('near a border, the neighbour serves too whoever chose it', () => {
    const border = { lng: 118.55, lat: 33.75 }
    expect(ownCitiesOf(border, grid, regions).near.toSorted()).toEqual(['320800', '321300'])
  })
})

describe('the city grid on the phone', () => {
  const phoneWith = (answers: Result<GridAnswer, unknown>[], storage = aStorage()) => {
    const asked: (string | null)[] = []
    const store = createGridStore({
      storage,
      async fetchGrid(etag) {
        asked.push(etag)
        return answers[asked.length - 1] ?? err('offline')
      },
    })
    return { store, asked, storage }
  }
  const fresh: Result<GridAnswer, unknown> = ok({ status: 'new', packed, etag: '"g1"' })

  it('is asked for once a visit and known at the next, without a network', async () => {
    const first = phoneWith([fresh])
    expect(first.store.get()).toBeNull()
    await Promise.all([first.store.refresh(), first.store.refresh()])
    expect(first.store.get()?.cityAt(middleOfSuqian)).toBe('321300')
    const next = phoneWith([], first.storage)
    expect(next.store.get()?.cityAt(middleOfSuqian)).toBe('321300')
    await next.store.refresh()
    expect(next.asked).toEqual(['"g1"'])
  })

  it('is asked for again in the same visit where no answer came', async () => {
    const { store, asked } = phoneWith([err('offline'), fresh])
    await store.refresh()
    await store.refresh()
    expect(asked).toHaveLength(2)
    expect(store.get()).not.toBeNull()
  })

  it('works for the visit where the phone has no room for it', async () => {
    const { store } = phoneWith([fresh], aStorage(10))
    await store.refresh()
    expect(store.get()?.cityAt(middleOfSuqian)).toBe('321300')
  })

  it('is as good as none where it is broken or knows no city', async () => {
    for (const bad of [packCityGrid([]), { ...packed, labels: packed.labels.slice(1) }]) {
      const { store } = phoneWith([ok({ status: 'new', packed: bad, etag: '"g2"' })])
      await store.refresh()
      expect(store.get()).toBeNull()
    }
  })
})
