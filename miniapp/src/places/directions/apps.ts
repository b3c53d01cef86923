/**
 * The map services that show the way to a place, by the addresses that each documents for web pages; on a phone they open
 * its app. All get GCJ-02, in which places are stored, and none the person's position: each finds the start by itself.
 * Pure.
 */
import type { PlaceSummary } from '@contract/places'

export type Travel = 'walking' | 'driving'
export type Spot = Pick<PlaceSummary, 'name' | 'lng' | 'lat'>
/** A place of the catalogue, or the city's centre. */
export type Destination = Spot & Pick<PlaceSummary, 'address'>
export type MapApp = { key: 'amap' | 'baidu' | 'tencent' | 'apple'; name: string; url: string }

/** Metres beyond which nobody walks. */
const longestWalk = 3_000

/** How one goes so far; a distance that nobody knows is walked. @param metres as the crow flies */
export function travelFor(metres: number | null): Travel {
  return metres !== null && metres > longestWalk ? 'driving' : 'walking'
}

/** @param city Baidu wants its name; @param apple whether this is one of Apple's devices, which alone have its app */
export function mapApps(
  spot: Spot,
  travel: Travel,
  { city, apple }: { city: string; apple: boolean },
): MapApp[] {
  const all: MapApp[] = [
    { key: 'amap', name: '高德地图', url: amapUrl(spot, travel) },
    { key: 'baidu', name: '百度地图', url: baiduUrl(spot, travel, city) },
    { key: 'tencent', name: '腾讯地图', url: tencentUrl(spot, travel) },
    { key: 'apple', name: '苹果地图', url: appleUrl(spot, travel) },
  ]
  return all.filter(({ key }) => key !== 'apple' || apple)
}

function amapUrl({ name, lng, lat }: Spot, travel: Travel): string {
  return address('https://uri.amap.com/navigation', {
    to: `${lng},${lat},${name}`,
    mode: travel === 'driving' ? 'car' : 'walk',
    coordinate: 'gaode',
    callnative: '1',
    src: 'fuyi',
  })
}

/** Its own datum is BD-09: without `coord_type` it would point half a kilometre away. */
function baiduUrl({ name, lng, lat }: Spot, travel: Travel, city: string): string {
  return address('https://api.map.baidu.com/direction', {
    origin: '我的位置',
    destination: `latlng:${lat},${lng}|name:${name}`,
    mode: travel,
    region: city,
    coord_type: 'gcj02',
    output: 'html',
    src: 'webapp.fuyi.map',
  })
}

function tencentUrl({ name, lng, lat }: Spot, travel: Travel): string {
  return address('https://apis.map.qq.com/uri/v1/routeplan', {
    type: travel === 'driving' ? 'drive' : 'walk',
    to: name,
    tocoord: `${lat},${lng}`,
    fromcoord: 'CurrentLocation',
    referer: 'fuyi',
  })
}

/** Apple's map of China is AutoNavi's, in GCJ-02. */
function appleUrl({ lng, lat }: Spot, travel: Travel): string {
  return address('https://maps.apple.com/', {
    daddr: `${lat},${lng}`,
    dirflg: travel === 'driving' ? 'd' : 'w',
  })
}

function address(base: string, query: Record<string, string>): string {
  return `${base}?${new URLSearchParams(query)}`
}
