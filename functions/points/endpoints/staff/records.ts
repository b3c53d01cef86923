/** What an auditor reads. */
import { endpoint, noBody, noParams } from '../../../shared/endpoint'
import {
  auditQuerySchema,
  auditResponseSchema,
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

export const audit = endpoint({
  method: 'GET',
  path: '/api/staff/audit',
  access: 'staff:audit',
  params: noParams,
  query: auditQuerySchema,
  body: noBody,
  response: auditResponseSchema,
  codes: [],
})
