/** The account, its ledger and the ways to earn. */
import { endpoint, noBody, noParams } from '../../shared/endpoint'
import {
  accountSchema,
  checkInRequestSchema,
  codeRequestSchema,
  earnedSchema,
  entriesQuerySchema,
  entriesResponseSchema,
  ofRegionSchema,
  visitRequestSchema,
} from '../contract'

export const account = endpoint({
  method: 'GET',
  path: '/api/points/account',
  access: 'person',
  params: noParams,
  query: ofRegionSchema,
  body: noBody,
  response: accountSchema,
  codes: [],
})

export const entries = endpoint({
  method: 'GET',
  path: '/api/points/entries',
  access: 'person',
  params: noParams,
  query: entriesQuerySchema,
  body: noBody,
  response: entriesResponseSchema,
  codes: [],
})

export const checkIn = endpoint({
  method: 'POST',
  path: '/api/points/check-ins',
  access: 'person',
  params: noParams,
  query: noParams,
  body: checkInRequestSchema,
  response: earnedSchema,
  codes: [
    'under-age',
    'account-closed',
    'account-busy',
    'rule-not-in-force',
    'cap-reached',
    'monthly-cap-reached',
    'balance-cap-reached',
  ],
})

export const visit = endpoint({
  method: 'POST',
  path: '/api/points/visits',
  access: 'person',
  params: noParams,
  query: noParams,
  body: visitRequestSchema,
  response: earnedSchema,
  codes: [
    'under-age',
    'account-closed',
    'account-busy',
    'rule-not-in-force',
    'cap-reached',
    'monthly-cap-reached',
    'balance-cap-reached',
    'unknown-outlet',
    'own-outlet',
    'code-wrong',
    'too-many-tries',
  ],
})

export const redeemCode = endpoint({
  method: 'POST',
  path: '/api/points/codes',
  access: 'person',
  params: noParams,
  query: noParams,
  body: codeRequestSchema,
  response: earnedSchema,
  codes: [
    'under-age',
    'account-closed',
    'account-busy',
    'rule-not-in-force',
    'cap-reached',
    'monthly-cap-reached',
    'balance-cap-reached',
    'own-batch',
    'code-wrong',
    'code-used',
    'code-expired',
    'too-many-tries',
  ],
})
