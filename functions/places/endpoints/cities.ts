/** The cities and their places, as the phone keeps them. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint, noBody, noParams } from '../../shared/endpoint'
import * as z from '../../shared/zod'
import { regionsResponseSchema } from '../contract'
import { packedCatalogueSchema } from '../rules/catalogue'
import { cityGridSchema } from '../rules/city-grid'

const ofRegion = z.object({ adcode: adcodeSchema })

export const regions = endpoint({
  method: 'GET',
  path: '/api/regions',
  access: 'public',
  params: noParams,
  query: noParams,
  body: noBody,
  response: regionsResponseSchema,
  codes: [],
})

export const cityGrid = endpoint({
  method: 'GET',
  path: '/api/regions/grid',
  access: 'public',
  params: noParams,
  query: noParams,
  body: noBody,
  response: cityGridSchema,
  codes: ['answer-too-large'],
})

export const catalogue = endpoint({
  method: 'GET',
  path: '/api/regions/:adcode/places',
  access: 'public',
  params: ofRegion,
  query: noParams,
  body: noBody,
  response: packedCatalogueSchema,
  codes: ['unknown-region', 'answer-too-large'],
})
