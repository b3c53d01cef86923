/** What an auditor reads. */
import { endpoint, noBody, noParams } from '../../../shared/endpoint'
import {
  ledgerQuerySchema,
  ledgerResponseSchema,
  monthQuerySchema,
  outliersResponseSchema,
} from '../../contract'

export const ledger = endpoint({
  method: 'GET',
  path: '/api/staff/ledger',
  access: 'staff:audit',
  params: noParams,
  query: ledgerQuerySchema,
  body: noBody,
  response: ledgerResponseSchema,
  codes: ['unknown-order', 'unknown-account'],
})

export const outliers = endpoint({
  method: 'GET',
  path: '/api/staff/outliers',
  access: 'staff:audit',
  params: noParams,
  query: monthQuerySchema,
  body: noBody,
  response: outliersResponseSchema,
  codes: [],
})
