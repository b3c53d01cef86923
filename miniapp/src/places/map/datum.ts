/**
 * Where a place lies on somebody's tiles. The program stores GCJ-02; tiles in WGS-84 (and CGCS2000, which for a map is the
 * same, as 天地图's) show it some 500 m away unless pins are moved. For the browser alone: WeChat's map is GCJ-02.
 */
import type { Point } from '@contract/places'
import gcoord from 'gcoord'

export type TileDatum = 'gcj02' | 'wgs84'

/** From the program's points to the tiles' and back. */
export type Projection = { toTiles(point: Point): Point; fromTiles(point: Point): Point }

const same: Projection = { toTiles: (point) => point, fromTiles: (point) => point }

export function projectionOf(datum: TileDatum): Projection {
  if (datum === 'gcj02') return same
  return {
    toTiles: ({ lng, lat }) => pointOf(gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84)),
    fromTiles: ({ lng, lat }) => pointOf(gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02)),
  }
}

const pointOf = ([lng, lat]: [number, number]): Point => ({ lng, lat })
