/** Operations of staff: what auditors see. */
import { noBody, noParams, operation } from '../../../shared/operation'
import {
  auditQuerySchema,
  auditResponseSchema,
  ledgerQuerySchema,
  ledgerResponseSchema,
  monthQuerySchema,
  outliersResponseSchema,
  pointsPaths,
} from '../../contract'

export const recordsOperations = {
  ledger: operation({
    method: 'GET',
    path: pointsPaths.staffLedger,
    access: 'staff:audit',
    summary: 'A person’s ledger, found by an order number, or by person and city',
    description: 'Either `order`, or `person` with `region`: exactly one of the two.',
    params: noParams,
    query: ledgerQuerySchema,
    body: noBody,
    answer: {
      schema: ledgerResponseSchema,
      description: 'Every entry with its reason; each look is on record.',
    },
    codes: ['unknown-order', 'unknown-account'],
    maxReadUnits: 10,
  }),
  outliers: operation({
    method: 'GET',
    path: pointsPaths.staffOutliers,
    access: 'staff:audit',
    summary: 'Who earns much faster than people do',
    params: noParams,
    query: monthQuerySchema,
    body: noBody,
    answer: { schema: outliersResponseSchema, description: 'Most points first, at most 100.' },
    codes: [],
  }),
  audit: operation({
    method: 'GET',
    path: pointsPaths.staffAudit,
    access: 'staff:audit',
    summary: 'What staff did in a month',
    params: noParams,
    query: auditQuerySchema,
    body: noBody,
    answer: { schema: auditResponseSchema, description: 'Newest first, 50 a page.' },
    codes: [],
    maxReadUnits: 8,
  }),
}
