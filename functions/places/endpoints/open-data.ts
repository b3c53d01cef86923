/** Places for other clients: the phone finds its own in the catalogue that it keeps. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import {
  geojsonQuerySchema,
  nearbyQuerySchema,
  nearbyResponseSchema,
  searchQuerySchema,
  searchResponseSchema,
} from '../contract'
import { featureCollectionSchema } from '../rules/geojson'

const ofRegion = z.object({ adcode: adcodeSchema })

export const geojson = endpoint({
  method: 'GET',
  path: '/api/regions/:adcode/places.geojson',
  access: 'public',
  params: ofRegion,
  query: geojsonQuerySchema,
  response: featureCollectionSchema,
  codes: ['unknown-region', 'answer-too-large'],
})

export const nearby = endpoint({
  method: 'GET',
  path: '/api/places/nearby',
  access: 'public',
  query: nearbyQuerySchema,
  response: nearbyResponseSchema,
})

export const search = endpoint({
  method: 'GET',
  path: '/api/places/search',
  access: 'public',
  query: searchQuerySchema,
  response: searchResponseSchema,
  codes: ['unknown-region'],
})
