/** Bulletins, as visitors read them. */
import { bulletinIdSchema } from '../../shared/blocks/block'
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/endpoint'
import * as z from '../../shared/zod'
import {
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
  params: z.object({ region: adcodeSchema, id: bulletinIdSchema }),
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
