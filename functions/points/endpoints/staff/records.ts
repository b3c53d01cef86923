/** What an auditor reads. */
import { endpoint } from '../../../shared/declaration/endpoint'
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
  query: ledgerQuerySchema,
  response: ledgerResponseSchema,
  codes: ['unknown-order', 'unknown-account'],
})

export const outliers = endpoint({
  method: 'GET',
  path: '/api/staff/outliers',
  access: 'staff:audit',
  query: monthQuerySchema,
  response: outliersResponseSchema,
})
