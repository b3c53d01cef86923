/** One place, and what passers-by tell about it. */
import { placeIdSchema } from '../../shared/contract'
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import { placeResponseSchema, reportRequestSchema, reportResponseSchema } from '../contract'

const ofPlace = z.object({ id: placeIdSchema })

export const place = endpoint({
  method: 'GET',
  path: '/api/places/:id',
  access: 'public',
  params: ofPlace,
  response: placeResponseSchema,
  codes: ['unknown-place'],
})

export const reports = endpoint({
  method: 'POST',
  path: '/api/places/:id/reports',
  access: 'known',
  params: ofPlace,
  body: reportRequestSchema,
  response: reportResponseSchema,
  codes: ['unknown-place', 'report-conflict', 'rate-limited', 'unauthenticated'],
})
