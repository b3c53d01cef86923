/** Places for other clients: the phone finds its own in the catalogue that it keeps. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint, noBody, noParams } from '../../shared/endpoint'
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
  body: noBody,
  response: featureCollectionSchema,
  codes: ['unknown-region', 'answer-too-large'],
})

export const nearby = endpoint({
  method: 'GET',
  path: '/api/places/nearby',
  access: 'public',
  params: noParams,
  query: nearbyQuerySchema,
  body: noBody,
  response: nearbyResponseSchema,
  codes: [],
})

export const search = endpoint({
  method: 'GET',
  path: '/api/places/search',
  access: 'public',
  params: noParams,
  query: searchQuerySchema,
  body: noBody,
  response: searchResponseSchema,
  codes: ['unknown-region'],
})
