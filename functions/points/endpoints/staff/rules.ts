/** What earns how much. */
import { endpoint, noBody, noParams } from '../../../shared/endpoint'
import { ofRegionSchema, rulesRequestSchema, rulesResponseSchema } from '../../contract'

export const staffRules = endpoint({
  method: 'GET',
  path: '/api/staff/rules/:region',
  access: 'staff:gifts',
  params: ofRegionSchema,
  query: noParams,
  body: noBody,
  response: rulesResponseSchema,
  codes: [],
})

export const changeRules = endpoint({
  method: 'PUT',
  path: '/api/staff/rules/:region',
  access: 'staff:gifts',
  params: ofRegionSchema,
  query: noParams,
  body: rulesRequestSchema,
  response: rulesResponseSchema,
  codes: ['edited-meanwhile'],
})
