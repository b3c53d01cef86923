/** Staff's decisions on the reports of passers-by. */
import { endpoint } from '../../../shared/declaration/endpoint'
import * as z from '../../../shared/zod'
import {
  openReportsQuerySchema,
  openReportsResponseSchema,
  reportDecisionRequestSchema,
  reportDecisionSchema,
  reportIdSchema,
} from '../../contract'

export const openReports = endpoint({
  method: 'GET',
  path: '/api/staff/reports',
  access: 'staff:review',
  query: openReportsQuerySchema,
  response: openReportsResponseSchema,
})

export const decideReport = endpoint({
  method: 'POST',
  path: '/api/staff/reports/:id/decision',
  access: 'staff:review',
  params: z.object({ id: reportIdSchema }),
  body: reportDecisionRequestSchema,
  response: reportDecisionSchema,
  codes: ['unknown-report', 'report-decided', 'report-conflict'],
})
