/** Three cities as issue 7 found them: the two of the demonstration, and a third between, with twenty outlets. */
import type { Point } from '../../../functions/places/contract'
import { seeded } from './random'

/** Round a middle, as far as a city and its counties reach. */
function around(seed: number, middle: Point, spread: number, count: number): Point[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => ({
    lng: Math.round((middle.lng + random.normal() * spread) * 1e6) / 1e6,
    lat: Math.round((middle.lat + random.normal() * spread) * 1e6) / 1e6,
  }))
}

export const huaianAndBinzhou: ReadonlyMap<string, Point[]> = new Map([
  [
    '320800',
    [
      ...around(1, { lng: 119.02, lat: 33.6 }, 0.06, 250),
      ...around(2, { lng: 118.87, lat: 33.3 }, 0.25, 120),
    ],
  ],
  [
    '371600',
    [
      ...around(3, { lng: 118.016, lat: 37.366 }, 0.05, 250),
      ...around(4, { lng: 117.9, lat: 37.3 }, 0.2, 120),
    ],
  ],
])

/** 宿迁 321300: twenty outlets round 118.25–118.29, 33.93–33.96. */
export const suqian: Point[] = Array.from({ length: 20 }, (_, i) => ({
  lng: Math.round((118.25 + (i % 5) * 0.01) * 1e6) / 1e6,
  lat: Math.round((33.93 + Math.floor(i / 5) * 0.01) * 1e6) / 1e6,
}))
