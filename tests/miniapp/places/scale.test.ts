import { directionName, nothingSeenText } from '@/places/map/direction'
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
    [0, 0.01, '北边'],
    [0.01, 0.008, '东北边'],
    [0.01, 0, '东边'],
    [0.01, -0.008, '东南边'],
    [0, -0.01, '南边'],
    [-0.01, -0.008, '西南边'],
    [-0.01, 0, '西边'],
    [-0.01, 0.008, '西北边'],
  ])('%d° east and %d° north lies %s', (east, north, name) => {
    expect(directionName(huaian, { lng: huaian.lng + east, lat: huaian.lat + north })).toBe(name)
  })

  it('is measured from the list’s origin, and names it unless it is the person', () => {
    const near = {
      place: aPlace({ name: '中国福利彩票 7 淮海路站', lng: 119.032, lat: 33.6 }),
      distance: 1112,
    }
    expect(nothingSeenText(near, { from: 'position', name: '我的位置', point: huaian })).toBe(
      '屏幕里没有地点，最近的在你东边 1.1 公里：淮海路站',
    )
    expect(nothingSeenText(near, { from: 'centre', name: '淮安', point: huaian })).toBe(
      '屏幕里没有地点，最近的在淮安市中心东边 1.1 公里：淮海路站',
    )
  })
})
