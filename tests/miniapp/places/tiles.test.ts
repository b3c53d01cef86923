/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Pins have to lie on the tiles' streets: the program holds GCJ-02, and not every server of tiles draws in it.
 */
import { distanceMetres } from '@functions/places/rules/nearby'
import L from 'leaflet'
import { projectionOf } from '@/places/map/datum'
import { createLeafletMap } from '@/places/map/leaflet-map'
import { indexSpots } from '@/places/map/spots'
import { tilesOf } from '@/places/map/tiles'
import { tileOrigins, tileSetting } from '../../../miniapp/config/tiles'
import { start } from '../shell/start'
import { aBrowser } from './browser'
import { aPlace } from './builders'

const cities = [
  ['淮安', { lng: 119.021265, lat: 33.597506 }],
  ['滨州', { lng: 118.016974, lat: 37.383542 }],
] as const

describe.each(cities)('pins in %s', (_, place) => {
  it('lie 500 to 600 m from themselves on tiles in WGS-84, and come back to within half a metre', () => {
    const { toTiles, fromTiles } = projectionOf('wgs84')
    const moved = toTiles(place)
    expect(distanceMetres(place, moved)).toBeGreaterThan(500)
    expect(distanceMetres(place, moved)).toBeLessThan(600)
    // GCJ-02 lies north-east of WGS-84 there.
    expect(moved.lng).toBeLessThan(place.lng)
    expect(distanceMetres(place, fromTiles(moved))).toBeLessThan(0.5)
  })

  it('stay where they are on tiles in GCJ-02', () => {
    const { toTiles, fromTiles } = projectionOf('gcj02')
    expect([toTiles(place), fromTiles(place)]).toEqual([place, place])
  })
})

// The same corners as both systems write them: figures of the tests of eviltransform, which is not what we use.
it.each([
  ['上海', [121.5272106, 31.1774276], [121.531541859, 31.175303984]],
  ['北京', [116.377817, 39.911954], [116.384047225, 39.913345455]],
  ['深圳', [113.912316, 22.543847], [113.917176481, 22.540796132]],
] as const)('a corner in %s lies where others say it does', (_, [lng, lat], [gcjLng, gcjLat]) => {
  const wgs = projectionOf('wgs84').toTiles({ lng: gcjLng, lat: gcjLat })
  expect(distanceMetres(wgs, { lng, lat })).toBeLessThan(1)
})

/** Number of the tile that holds a point, by the formula of every Web Mercator map. */
function tileOf({ lng, lat }: { lng: number; lat: number }, zoom: number): string {
  const size = 2 ** zoom
  const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2
  return `${Math.floor(((lng + 180) / 360) * size)}/${Math.floor(y * size)}`
}

describe('the map', () => {
  const place = { lng: 119.021265, lat: 33.597506 }
  const open = { state: 'unknown' as const }

  function draw(datum: 'gcj02' | 'wgs84') {
    aBrowser()
    const element = document.createElement('div')
    Object.defineProperties(element, { clientWidth: { value: 200 }, clientHeight: { value: 200 } })
    document.body.append(element)
    const tiles: string[] = []
    const Asked = L.GridLayer.extend({
      createTile({ x, y }: L.Coords) {
        tiles.push(`${x}/${y}`)
        return document.createElement('div')
      },
    })
    const shown: { lng: number; lat: number }[] = []
    const map = createLeafletMap(
      element,
      {
        onPick: () => {},
        onPickSpot: () => {},
        onCentre: () => {},
        onMoved: () => {},
        onShown: ({ centre }) => shown.push(centre),
      },
      projectionOf(datum),
    )
    map.under({ layer: new Asked(), zoomed: () => {}, isInDistrict: () => true })
    map.go({ centre: place, zoom: 18 })
    map.show([{ place: aPlace(place), open }], '2026-03-04', indexSpots([aPlace(place)]))
    const pin = element.querySelector<HTMLElement>('.map-pin')
    return { tiles, shown, pin: pin?.style.transform ?? pin?.style.cssText ?? '', map }
  }

  it.each(['gcj02', 'wgs84'] as const)(
    'asks for the tiles of the place as a server of %s draws it',
    (datum) => {
      const { tiles } = draw(datum)
      const { toTiles } = projectionOf(datum)
      expect(tiles).toContain(tileOf(toTiles(place), 18))
      // Half a kilometre is four tiles: the other datum's tile would not even be near.
      expect(tiles).not.toContain(
        tileOf(datum === 'wgs84' ? place : projectionOf('wgs84').toTiles(place), 18),
      )
    },
  )

  it('draws a pin in the middle where the map goes to it, and tells the middle in the program’s own datum', () => {
    const other = draw('wgs84')
    expect(other.pin).toBe(draw('gcj02').pin)
    const middle = other.shown.at(-1)
    expect(middle && distanceMetres(middle, place)).toBeLessThan(2)
  })
})

describe('a map with tiles', () => {
  const credit = '天地图 国家地理信息公共服务平台，审图号 GS(2024)0000号'
  const before = process.env.TARO_APP_TILES
  afterEach(() => {
    if (before === undefined) delete process.env.TARO_APP_TILES
    else process.env.TARO_APP_TILES = before
  })

  it.each([false, true])(
    'carries its whole credit in the strip at its foot (in large type: %s)',
    async (elder) => {
      aBrowser()
      const setting = tileSetting({ TARO_APP_TIANDITU_KEY: 'k1', TARO_APP_TILE_CREDIT: credit })
      process.env.TARO_APP_TILES = JSON.stringify(setting)
      const { open, screen, within } = start(({ storage }) => {
        storage.set('fuyi.age', '{"v":1,"value":"adult"}')
        if (elder) storage.set('fuyi.elder', '{"v":1,"value":true}')
      })
      open('tabs/map')
      const strip = await screen.findByRole('note', { name: '比例尺和地图说明' })
      expect(within(strip).getByText(credit)).toBeTruthy()
    },
  )
})

describe('the setting of a build', () => {
  it('is none where nothing is configured', () => {
    expect(tileSetting({})).toBeNull()
    expect(tilesOf('')).toBeNull()
    expect(tileOrigins(null)).toEqual([])
  })

  it('takes 天地图 by its key alone: streets and names, in WGS-84, with its credit', () => {
    const setting = tileSetting({
      TARO_APP_TIANDITU_KEY: 'k1',
      TARO_APP_TILE_CREDIT: '天地图 GS(2024)0000号',
    })
    expect(setting).toMatchObject({ datum: 'wgs84', credit: '天地图 GS(2024)0000号', subdomains: '01234567' })
    expect(setting?.urls.map((url) => new URL(url.replace('{s}', '0')).pathname)).toEqual([
      '/vec_w/wmts',
      '/cva_w/wmts',
    ])
    expect(setting?.urls.every((url) => url.includes('tk=k1') && url.includes('TILEROW={y}'))).toBe(true)
    expect(tileOrigins(setting)).toEqual(['https://*.tianditu.gov.cn'])
    expect(tilesOf(JSON.stringify(setting))).toEqual(setting)
  })

  it.each([
    [{ TARO_APP_TIANDITU_KEY: 'k1' }, /TARO_APP_TILE_CREDIT/],
    [{ TARO_APP_TILE_URL: 'https://t.example.com/{z}/{x}/{y}.png', TARO_APP_TILE_CREDIT: 'x' }, /TILE_DATUM/],
    [
      { TARO_APP_TILE_URL: 'https://t.example.com/{z}/{x}/{y}.png', TARO_APP_TILE_DATUM: 'gcj02' },
      /TILE_CREDIT/,
    ],
    [{ TARO_APP_TILE_URL: 'https://t.example.com/', TARO_APP_TIANDITU_KEY: 'k' }, /two maps/],
  ])('is refused by name where it says too little: %j', (environment, message) => {
    expect(() => tileSetting(environment)).toThrow(message)
  })

  it('takes another server, in the datum it names', () => {
    const setting = tileSetting({
      TARO_APP_TILE_URL:
        'https://{s}.tiles.example.com/{z}/{x}/{y}.png https://names.example.com/{z}/{x}/{y}.png',
      TARO_APP_TILE_DATUM: 'gcj02',
      TARO_APP_TILE_CREDIT: '某图 GS(2025)0000号',
    })
    expect(setting?.datum).toBe('gcj02')
    expect(tileOrigins(setting)).toEqual(['https://*.tiles.example.com', 'https://names.example.com'])
  })
})
