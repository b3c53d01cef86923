/** What earns how much. */
import { endpoint } from '../../../shared/declaration/endpoint'
import { ofRegionSchema, rulesRequestSchema, rulesResponseSchema } from '../../contract'

export const staffRules = endpoint({
  method: 'GET',
  path: '/api/staff/rules/:region',
  access: 'staff:gifts',
  params: ofRegionSchema,
  response: rulesResponseSchema,
})

export const changeRules = endpoint({
  method: 'PUT',
  path: '/api/staff/rules/:region',
  access: 'staff:gifts',
  params: ofRegionSchema,
  body: rulesRequestSchema,
  response: rulesResponseSchema,
  codes: ['edited-meanwhile'],
})
