/** Places of a small made-up city for the phone's tests; every builder takes overrides. */
import type { Calendar, PlaceSummary, Region } from '@contract/places'
import { type PackedCatalogue, packCatalogue } from '@functions/places/rules/catalogue'
import { type LoadedCatalogue, loadCatalogue } from '@/shared/city/catalogue/load'

/** A moment in Shanghai, as ms: `at('2026-03-04 10:00')`. */
export function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
}

export function aPlace(overrides: Partial<PlaceSummary> = {}): PlaceSummary {
  return {
    id: '320800-32080290',
    kind: 'outlet',
    outletNo: '32080290',
    name: '淮海东路福彩站',
    roles: [],
    channel: 'street',
    district: '清江浦',
    address: '淮海东路 18 号',
    lng: 119.03,
    lat: 33.6,
    positionVerifiedOn: null,
    phone: '0517-83900000',
    hours: 'Mo-Su 08:30-21:00',
    amenities: [],
    doubts: [],
    project: null,
    ...overrides,
  }
}

export function aCalendar(days: Calendar['days'] = []): Calendar {
  return { from: '2026-01-01', until: '2026-12-31', days }
}

export function aRegion(overrides: Partial<Region> = {}): Region {
  return {
    adcode: '320800',
    name: '淮安',
    version: 1,
    bbox: [118.2, 32.7, 119.6, 34.1],
    centre: { lng: 119.02, lat: 33.6 },
    districts: [
      {
        name: '清江浦',
        adcode: '320812',
        bbox: [118.9, 33.4, 119.2, 33.7],
        centre: { lng: 119.025, lat: 33.585 },
        count: 2,
      },
      {
        name: '洪泽',
        adcode: '320813',
        bbox: [118.5, 33.1, 119, 33.4],
        centre: { lng: 118.87, lat: 33.294 },
        count: 1,
      },
    ],
    counts: { places: 3, kinds: { outlet: 3 }, roles: {} },
    demo: true,
    ...overrides,
  }
}

export function aPacked(
  places: PlaceSummary[] = [aPlace()],
  overrides: { region?: Partial<Region>; calendar?: Calendar } = {},
): PackedCatalogue {
  return packCatalogue({
    region: aRegion(overrides.region),
    calendar: overrides.calendar ?? aCalendar(),
    pinyin: { 清: 'qing', 江: 'jiang', 浦: 'pu' },
    places,
  })
}

export function aCatalogue(...args: Parameters<typeof aPacked>): LoadedCatalogue {
  const loaded = loadCatalogue(aPacked(...args))
  if (!loaded) throw new Error('the built catalogue cannot be read')
  return loaded
}

/** A phone's storage in memory; `room` is how many characters it holds in all. */
export function aStorage(room = Number.POSITIVE_INFINITY) {
  const values = new Map<string, string>()
  const used = () => [...values.values()].reduce((sum, text) => sum + text.length, 0)
  return {
    values,
    get: (name: string) => values.get(name) ?? null,
    peek: (name: string) => values.get(name) ?? null,
    set(name: string, text: string) {
      if (used() - (values.get(name)?.length ?? 0) + text.length > room) return false
      values.set(name, text)
      return true
    },
    remove: (name: string) => {
      values.delete(name)
    },
    names: () => [...values.keys()],
  }
}
