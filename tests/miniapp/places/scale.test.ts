import { directionName, nearestOf } from '@/places/map/direction'
import { metresPerPx, scaleBar } from '@/places/map/scale'
import { aPlace } from './builders'

const huaian = { lng: 119.02, lat: 33.6 }

describe('the scale', () => {
  it('knows the length of a px: at the equator some 156 km at zoom 0, half of it with each zoom', () => {
    expect(metresPerPx(0, 0)).toBeCloseTo(156_543, 0)
    expect(metresPerPx(33.6, 15)).toBeCloseTo(metresPerPx(33.6, 14) / 2)
  })

  it.each([
    [18, '20 米'],
    [16, '100 米'],
    [14, '500 米'],
    [12, '2 公里'],
    [10, '10 公里'],
    [8, '20 公里'],
  ])('at zoom %d is %s, in words and never longer than it may be', (zoom, text) => {
    const bar = scaleBar(metresPerPx(huaian.lat, zoom), 96)
    expect(bar.text).toBe(text)
    expect(bar.px).toBeLessThanOrEqual(96)
    expect(bar.px).toBeGreaterThanOrEqual(96 / 2.6)
  })
})

describe('the nearest place', () => {
  it.each([
    [0, 0.01, '正北'],
    [0.01, 0.008, '东北'],
    [0.01, 0, '正东'],
    [0.01, -0.008, '东南'],
    [0, -0.01, '正南'],
    [-0.01, -0.008, '西南'],
    [-0.01, 0, '正西'],
    [-0.01, 0.008, '西北'],
  ])('%d° east and %d° north lies %s', (east, north, name) => {
    expect(directionName(huaian, { lng: huaian.lng + east, lat: huaian.lat + north })).toBe(name)
  })

  it('is found wherever it stands in the list, and is none among none', () => {
    const far = { place: aPlace({ id: 'far', lng: 119.2 }) }
    const near = { place: aPlace({ id: 'near', lng: 119.021 }) }
    expect(nearestOf(huaian, [far, near])?.place.id).toBe('near')
    expect(nearestOf(huaian, [])).toBeNull()
  })
})
