/**
 * Places as GeoJSON (RFC 7946), which knows one datum only: WGS-84. Ours are kept in GCJ-02, so they are turned back;
 * the round trip is exact to 0.3 m, below what a GCJ-02 position says anyway.
 */
import gcoord from 'gcoord'
import { cityOf } from '../../shared/city-of'
import * as z from '../../shared/zod'
import { type PlaceSummary, placeSummarySchema, regionSchema } from '../contract'
import type { Catalogue } from './catalogue'
import { fullDistrictName } from './divisions'

const positionSchema = z.tuple([z.number(), z.number()])
export const featureSchema = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.literal('Point'), coordinates: positionSchema }),
  properties: z.extend(z.omit(placeSummarySchema, { id: true, lng: true, lat: true }), {
    districtName: z.string(),
  }),
})
export const featureCollectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  /** Foreign members (RFC 7946, 6.1): of what the coordinates are, and which state of which region this is. */
  datum: z.literal('WGS-84'),
  region: z.pick(regionSchema, { adcode: true, name: true, version: true, demo: true }),
  features: z.array(featureSchema),
})
export type Feature = z.infer<typeof featureSchema>
export type FeatureCollection = z.infer<typeof featureCollectionSchema>

export function featureCollection(
  { region, places }: Pick<Catalogue, 'region' | 'places'>,
  accepts: (place: PlaceSummary) => boolean,
): FeatureCollection {
  const { adcode, name, version, demo } = region
  return {
    type: 'FeatureCollection',
    datum: 'WGS-84',
    region: { adcode, name, version, demo },
    features: places.filter(accepts).map(featureOf),
  }
}

function featureOf({ id, lng, lat, ...properties }: PlaceSummary): Feature {
  const [east, north] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84)
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [sixDecimals(east), sixDecimals(north)] },
    properties: { ...properties, districtName: fullDistrictName(cityOf(id), properties.district) },
  }
}

/** 0.1 m; more would pretend. */
function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
