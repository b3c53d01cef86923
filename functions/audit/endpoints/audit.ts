/** What staff read of the record. */
import { endpoint } from '../../shared/declaration/endpoint'
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
  query: auditQuerySchema,
  response: auditResponseSchema,
})

export const history = endpoint({
  method: 'GET',
  path: '/api/staff/audit/subjects/:subject',
  access: 'staff',
  params: z.object({ subject: subjectSchema }),
  query: historyQuerySchema,
  response: historyResponseSchema,
})

export const exportAudit = endpoint({
  method: 'POST',
  path: '/api/staff/audit/exports',
  access: 'staff:audit',
  body: exportAuditRequestSchema,
  response: exportAuditResponseSchema,
})
