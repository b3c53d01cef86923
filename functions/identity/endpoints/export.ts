/** All that is held about a person, for themself: one page asks, and its schema is large. */
import { endpoint } from '../../shared/declaration/endpoint'
import { exportResponseSchema } from '../contract'

export const exportMe = endpoint({
  method: 'GET',
  path: '/api/me/export',
  access: 'person',
  response: exportResponseSchema,
})
