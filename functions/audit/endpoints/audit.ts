/** What staff read of the record. */
import { endpoint, noBody, noParams } from '../../shared/endpoint'
import * as z from '../../shared/zod'
import {
  auditQuerySchema,
  auditResponseSchema,
  exportAuditRequestSchema,
  exportAuditResponseSchema,
  historyQuerySchema,
  historyResponseSchema,
  subjectSchema,
} from '../contract'

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

export const history = endpoint({
  method: 'GET',
  path: '/api/staff/audit/subjects/:subject',
  access: 'staff',
  params: z.object({ subject: subjectSchema }),
  query: historyQuerySchema,
  body: noBody,
  response: historyResponseSchema,
  codes: [],
})

export const exportAudit = endpoint({
  method: 'POST',
  path: '/api/staff/audit/exports',
  access: 'staff:audit',
  params: noParams,
  query: noParams,
  body: exportAuditRequestSchema,
  response: exportAuditResponseSchema,
  codes: [],
})
