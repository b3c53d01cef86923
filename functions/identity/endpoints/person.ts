/** What a person sees and says of themself. */
import { endpoint, noBody, noParams } from '../../shared/endpoint'
import {
  ageRequestSchema,
  consentRequestSchema,
  doneSchema,
  exportResponseSchema,
  meSchema,
} from '../contract'

export const me = endpoint({
  method: 'GET',
  path: '/api/me',
  access: 'person',
  params: noParams,
  query: noParams,
  body: noBody,
  response: meSchema,
  codes: [],
})

export const exportMe = endpoint({
  method: 'GET',
  path: '/api/me/export',
  access: 'person',
  params: noParams,
  query: noParams,
  body: noBody,
  response: exportResponseSchema,
  codes: [],
})

export const deleteMe = endpoint({
  method: 'DELETE',
  path: '/api/me',
  access: 'person',
  params: noParams,
  query: noParams,
  body: noBody,
  response: doneSchema,
  codes: ['last-admin'],
})

export const consent = endpoint({
  method: 'POST',
  path: '/api/me/consents',
  access: 'person',
  params: noParams,
  query: noParams,
  body: consentRequestSchema,
  response: meSchema,
  codes: ['consent-outdated'],
})

export const age = endpoint({
  method: 'POST',
  path: '/api/me/age',
  access: 'person',
  params: noParams,
  query: noParams,
  body: ageRequestSchema,
  response: meSchema,
  codes: [],
})
