import {
  distanceFromText,
  distanceLine,
  distanceText,
  originText,
  walkFrom,
  walkText,
} from '@/places/distance-text'
import type { Origin } from '@/shared/city/where/store'

const point = { lng: 119.02, lat: 33.6 }
const position: Origin = { from: 'position', name: '我的位置', point }
const district: Origin = { from: 'district', name: '清江浦区', point }
const centre: Origin = { from: 'centre', name: '淮安', point }
const map: Origin = { from: 'map', name: '地图中心', point }

describe('a distance', () => {
  it.each([
    [12, '50 米内'],
    [347, '350 米'],
    [994, '990 米'],
    [996, '1.0 公里'],
    [1234, '1.2 公里'],
    [9940, '9.9 公里'],
    [13_600, '14 公里'],
  ])('of %d metres is said as %s', (metres, text) => expect(distanceText(metres)).toBe(text))

  it.each([
    [position, '200 米'],
    [district, '距清江浦区中心 200 米'],
    [centre, '距淮安市中心 200 米'],
    [map, '距地图中心 200 米'],
  ])('says from where, unless it is from the person', (origin, text) =>
    expect(distanceFromText(203, origin)).toBe(text),
  )
})

describe('the walk', () => {
  it('is shown in minutes, at least one, and not at all where nobody would walk', () => {
    expect(walkText(20)).toBe('步行约 1 分钟')
    expect(walkText(480)).toBe('步行约 6 分钟')
    expect(walkText(4000)).toBeNull()
  })

  it('begins at the person alone: nobody walks from the middle of a city', () => {
    expect(walkFrom(203, position)).toBe('步行约 3 分钟')
    expect([district, centre, map].map((origin) => walkFrom(203, origin))).toEqual([null, null, null])
    expect(distanceLine(203, position)).toBe('200 米 · 步行约 3 分钟')
    expect(distanceLine(203, centre)).toBe('距淮安市中心 200 米')
  })
})

it('says beside a list from where it is measured', () => {
  expect([position, district, centre, map].map(originText)).toEqual([
    '从我的位置算起',
    '从清江浦区中心算起',
    '从淮安市中心算起',
    '从地图中心算起',
  ])
})
