/** The cities and their places, as the phone keeps them. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import { regionsResponseSchema } from '../contract'
import { packedCatalogueSchema } from '../rules/catalogue'
import { cityGridSchema } from '../rules/city-grid'

const ofRegion = z.object({ adcode: adcodeSchema })

export const regions = endpoint({
  method: 'GET',
  path: '/api/regions',
  access: 'public',
  response: regionsResponseSchema,
})

export const cityGrid = endpoint({
  method: 'GET',
  path: '/api/regions/grid',
  access: 'public',
  response: cityGridSchema,
  codes: ['answer-too-large'],
})

export const catalogue = endpoint({
  method: 'GET',
  path: '/api/regions/:adcode/places',
  access: 'public',
  params: ofRegion,
  response: packedCatalogueSchema,
  codes: ['unknown-region', 'answer-too-large'],
})
