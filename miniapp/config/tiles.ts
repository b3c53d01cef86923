/**
 * Whose tiles the browser's map lies on, from the environment of the build. 天地图 needs a key and the number of its
 * approval; any other server its address, its datum and its credit, for pins on tiles of another datum lie 500 m away.
 */
import type { Compiler } from 'webpack'

/** What the build puts into the program; places/map/tiles.ts reads it. */
export type TileSetting = {
  urls: string[]
  subdomains: string
  datum: 'gcj02' | 'wgs84'
  credit: string
}

type Environment = Record<string, string | undefined>

const tianditu = (key: string, layer: 'vec' | 'cva') =>
  `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`

/** Null where none is configured. Throws with what is missing. */
export function tileSetting(environment: Environment): TileSetting | null {
  const { TARO_APP_TIANDITU_KEY: key, TARO_APP_TILE_URL: url } = environment
  const { TARO_APP_TILE_DATUM: datum, TARO_APP_TILE_CREDIT: credit } = environment
  if (!key && !url) return null
  if (key && url) throw new Error('TARO_APP_TIANDITU_KEY and TARO_APP_TILE_URL are two maps: set one of them')
  if (!credit)
    throw new Error(
      'TARO_APP_TILE_CREDIT is not set: whose map it is and its 审图号, which has to stand on it',
    )
  if (key) {
    const urls = [tianditu(key, 'vec'), tianditu(key, 'cva')]
    return { urls, subdomains: '01234567', datum: 'wgs84', credit }
  }
  if (datum !== 'gcj02' && datum !== 'wgs84')
    throw new Error('TARO_APP_TILE_DATUM is not set: gcj02 or wgs84, as the server of the tiles says')
  return { urls: (url ?? '').split(/\s+/).filter(Boolean), subdomains: 'abc', datum, credit }
}

/** Where tiles come from, for the page's policy: `https://*.tianditu.gov.cn`. */
export function tileOrigins(setting: TileSetting | null): string[] {
  const origins = (setting?.urls ?? []).map((url) => {
    const [, scheme = '', host = ''] = /^(https?:)\/\/([^/]+)/.exec(url) ?? []
    if (host === '') throw new Error(`${url} is no address of tiles`)
    const labels = host.split('.').map((label) => (label.includes('{s}') ? '*' : label))
    return `${scheme}//${labels.join('.')}`
  })
  return [...new Set(origins)]
}

/** Leaves word of the origins beside the page: whoever publishes the build lets the page load from them. */
export class TilesPlugin {
  constructor(private readonly setting: TileSetting | null) {}

  apply(compiler: Compiler): void {
    const { sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('tiles', (compilation) => {
      const text = `${JSON.stringify({ origins: tileOrigins(this.setting) })}\n`
      compilation.emitAsset('tiles.json', new sources.RawSource(text))
    })
  }
}
