/** Which maps show the way, how one goes, and what they get: the place in the datum they expect, never the person. */
import { type MapApp, mapApps, travelFor } from '@/places/directions/apps'

const spot = { name: '淮海东路福彩站 & 咖啡', lng: 119.030186, lat: 33.606513 }
const china = { city: '淮安', apple: true }
const addressOf = (key: MapApp['key'], travel: 'walking' | 'driving') => {
  const found = mapApps(spot, travel, china).find((app) => app.key === key)
  return new URL(found?.url ?? '')
}
const query = (key: MapApp['key'], travel: 'walking' | 'driving' = 'walking') =>
  Object.fromEntries(addressOf(key, travel).searchParams)

describe('how one goes', () => {
  it.each([
    [0, 'walking'],
    [3_000, 'walking'],
    [3_001, 'driving'],
    [60_000, 'driving'],
    [null, 'walking'],
  ] as const)('%s metres: %s', (metres, travel) => {
    expect(travelFor(metres)).toBe(travel)
  })
})

describe('the maps that are offered', () => {
  it('are the three of China, and Apple’s on Apple’s devices', () => {
    const names = (apple: boolean) =>
      mapApps(spot, 'walking', { city: '淮安', apple }).map(({ name }) => name)
    expect(names(true)).toEqual(['高德地图', '百度地图', '腾讯地图', '苹果地图'])
    expect(names(false)).toEqual(['高德地图', '百度地图', '腾讯地图'])
  })

  it('get GCJ-02 in the order each expects, and its name where they could assume another datum', () => {
    expect(query('amap')).toMatchObject({ to: `119.030186,33.606513,${spot.name}`, coordinate: 'gaode' })
    expect(query('baidu')).toMatchObject({
      destination: `latlng:33.606513,119.030186|name:${spot.name}`,
      coord_type: 'gcj02',
      region: '淮安',
    })
    expect(query('tencent')).toMatchObject({ tocoord: '33.606513,119.030186', to: spot.name })
    expect(query('apple')).toMatchObject({ daddr: '33.606513,119.030186' })
  })

  it('walk or drive as chosen', () => {
    expect([query('amap').mode, query('amap', 'driving').mode]).toEqual(['walk', 'car'])
    expect([query('baidu').mode, query('baidu', 'driving').mode]).toEqual(['walking', 'driving'])
    expect([query('tencent').type, query('tencent', 'driving').type]).toEqual(['walk', 'drive'])
    expect([query('apple').dirflg, query('apple', 'driving').dirflg]).toEqual(['w', 'd'])
  })

  it('open over HTTPS at the service that documents them', () => {
    expect(mapApps(spot, 'walking', china).map(({ url }) => new URL(url).origin)).toEqual([
      'https://uri.amap.com',
      'https://api.map.baidu.com',
      'https://apis.map.qq.com',
      'https://maps.apple.com',
    ])
  })
})
