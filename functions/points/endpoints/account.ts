/** The account, its ledger and the ways to earn. */
import { endpoint } from '../../shared/declaration/endpoint'
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
  query: ofRegionSchema,
  response: accountSchema,
})

export const entries = endpoint({
  method: 'GET',
  path: '/api/points/entries',
  access: 'person',
  query: entriesQuerySchema,
  response: entriesResponseSchema,
})

export const checkIn = endpoint({
  method: 'POST',
  path: '/api/points/check-ins',
  access: 'person',
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
