/** What the API says about itself. */
import { endpoint } from '../../shared/declaration/endpoint'
import { healthResponseSchema, openapiResponseSchema } from '../contract'

export const health = endpoint({
  method: 'GET',
  path: '/api/health',
  access: 'public',
  response: healthResponseSchema,
})

export const openapi = endpoint({
  method: 'GET',
  path: '/api/openapi.json',
  access: 'public',
  response: openapiResponseSchema,
})
