import { err, ok, type Result } from '@common/result'
import type { Point } from '@contract/places'
import type { PositionError } from '@/shared/city/where/position'
import { askingOf, createWhereStore, originOf } from '@/shared/city/where/store'
import { aRegion, aStorage } from './builders'

const huaian = aRegion()
/** The cities that the position counts for. */
const inHuaian = { own: '320800', near: ['320800'] }
const elsewhere = { own: '371600', near: ['371600'] }
const here = { lng: 119.031234, lat: 33.604321 }

function aPerson(answer: Result<Point, PositionError>, storage = aStorage(), agreed = false) {
  const questions: string[] = []
  const store = createWhereStore({
    async locate() {
      questions.push('asked')
      return answer
    },
    mayLocate: async () => agreed,
    storage,
  })
  return { store, questions, storage }
}

it('measures from the middle of the city until anything better is known', () => {
  const { store, questions } = aPerson(ok(here))
  expect(originOf(store.get(), huaian, inHuaian)).toEqual({
    from: 'centre',
    name: '淮安',
    point: huaian.centre,
  })
  expect(questions).toEqual([])
})

it('measures from the person once they said yes', async () => {
  const { store } = aPerson(ok(here))
  await store.ask()
  expect(originOf(store.get(), huaian, inHuaian)).toEqual({ from: 'position', name: '我的位置', point: here })
})

it.each(['refused', 'unavailable'] as const)(
  'goes on from the picked district where the position is %s',
  async (why) => {
    const { store } = aPerson(err(why))
    await store.ask()
    expect(askingOf(store.get(), huaian, inHuaian)).toBe(why)
    store.chooseDistrict('320800', '洪泽')
    expect(originOf(store.get(), huaian, inHuaian)).toMatchObject({ from: 'district', name: '洪泽区' })
    expect(askingOf(store.get(), huaian, inHuaian)).toBe('idle')
  },
)

it('remembers the district and never the position', async () => {
  const first = aPerson(ok(here))
  first.store.chooseDistrict('320800', '洪泽')
  await first.store.ask()
  const kept = [...first.storage.values.values()].join()
  expect(kept).toContain('洪泽')
  expect(kept).not.toMatch(/119\.03|33\.60/)
  const later = aPerson(ok(here), first.storage)
  expect(originOf(later.store.get(), huaian, inHuaian)).toMatchObject({ from: 'district', name: '洪泽区' })
})

it('asks by itself only where no question would open', async () => {
  const shy = aPerson(ok(here))
  await shy.store.resume()
  expect(shy.questions).toEqual([])
  const agreed = aPerson(ok(here), aStorage(), true)
  await agreed.store.resume()
  await agreed.store.resume()
  expect(agreed.questions).toEqual(['asked'])
})

it('does not measure a city from a person who is elsewhere, and says so', async () => {
  const { store } = aPerson(ok({ lng: 117.97, lat: 37.38 }))
  await store.ask()
  expect(originOf(store.get(), huaian, elsewhere).from).toBe('centre')
  expect(askingOf(store.get(), huaian, elsewhere)).toBe('far')
})

it('measures from the middle of the map when asked to, until the person asks for their own place', async () => {
  const { store } = aPerson(ok(here))
  store.measureFromMap({ lng: 119.1, lat: 33.5 })
  expect(originOf(store.get(), huaian, inHuaian)).toMatchObject({ from: 'map', name: '地图中心' })
  await store.ask()
  expect(originOf(store.get(), huaian, inHuaian).from).toBe('position')
})
