/** Bulletins, as visitors read them. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import {
  bulletinParamsSchema,
  bulletinSchema,
  bulletinSearchQuerySchema,
  bulletinSearchResponseSchema,
  bulletinsQuerySchema,
  bulletinsResponseSchema,
} from '../contract/bulletins'

const ofCity = z.object({ region: adcodeSchema })

export const bulletins = endpoint({
  method: 'GET',
  path: '/api/exhibition/:region/bulletins',
  access: 'public',
  params: ofCity,
  query: bulletinsQuerySchema,
  response: bulletinsResponseSchema,
})

export const bulletin = endpoint({
  method: 'GET',
  path: '/api/exhibition/:region/bulletins/:id',
  access: 'public',
  params: bulletinParamsSchema,
  response: bulletinSchema,
  codes: ['unknown-bulletin'],
})

export const bulletinSearch = endpoint({
  method: 'GET',
  path: '/api/exhibition/:region/bulletin-search',
  access: 'public',
  params: ofCity,
  query: bulletinSearchQuerySchema,
  response: bulletinSearchResponseSchema,
})
