/** What a person sees and says of themself. */
import { endpoint } from '../../shared/declaration/endpoint'
import { ageRequestSchema, consentRequestSchema, doneSchema, meSchema } from '../contract'

export const me = endpoint({
  method: 'GET',
  path: '/api/me',
  access: 'person',
  response: meSchema,
})

export const deleteMe = endpoint({
  method: 'DELETE',
  path: '/api/me',
  access: 'person',
  response: doneSchema,
  codes: ['last-admin'],
})

export const consent = endpoint({
  method: 'POST',
  path: '/api/me/consents',
  access: 'person',
  body: consentRequestSchema,
  response: meSchema,
  codes: ['consent-outdated'],
})

export const age = endpoint({
  method: 'POST',
  path: '/api/me/age',
  access: 'person',
  body: ageRequestSchema,
  response: meSchema,
})
