/** What the API says about itself. */
import { endpoint, noBody, noParams } from '../../shared/endpoint'
import { healthResponseSchema, openapiResponseSchema } from '../contract'

export const health = endpoint({
  method: 'GET',
  path: '/api/health',
  access: 'public',
  params: noParams,
  query: noParams,
  body: noBody,
  response: healthResponseSchema,
  codes: [],
})

export const openapi = endpoint({
  method: 'GET',
  path: '/api/openapi.json',
  access: 'public',
  params: noParams,
  query: noParams,
  body: noBody,
  response: openapiResponseSchema,
  codes: [],
})
