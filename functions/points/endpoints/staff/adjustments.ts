/** Points given and taken by hand. */
import { endpoint } from '../../../shared/declaration/endpoint'
import * as z from '../../../shared/zod'
import {
  adjustmentIdSchema,
  adjustmentRequestSchema,
  adjustmentSchema,
  adjustmentsQuerySchema,
  adjustmentsResponseSchema,
  decisionRequestSchema,
} from '../../contract'

const ofAdjustment = z.object({ id: adjustmentIdSchema })

export const adjustments = endpoint({
  method: 'GET',
  path: '/api/staff/adjustments',
  access: 'staff:gifts',
  query: adjustmentsQuerySchema,
  response: adjustmentsResponseSchema,
})

export const proposeAdjustment = endpoint({
  method: 'POST',
  path: '/api/staff/adjustments',
  access: 'staff:gifts',
  idempotent: true,
  body: adjustmentRequestSchema,
  response: adjustmentSchema,
  codes: ['unknown-order', 'account-closed', 'open-limit-reached'],
})

export const decideAdjustment = endpoint({
  method: 'POST',
  path: '/api/staff/adjustments/:id/decision',
  access: 'staff:gifts',
  params: ofAdjustment,
  body: decisionRequestSchema,
  response: adjustmentSchema,
  codes: [
    'unknown-adjustment',
    'adjustment-decided',
    'adjustment-expired',
    'own-adjustment',
    'points-short',
    'balance-cap-reached',
    'account-closed',
    'account-busy',
  ],
})

export const withdrawAdjustment = endpoint({
  method: 'POST',
  path: '/api/staff/adjustments/:id/withdrawal',
  access: 'staff:gifts',
  params: ofAdjustment,
  body: z.strictObject({}),
  response: adjustmentSchema,
  codes: ['unknown-adjustment', 'adjustment-decided', 'not-own-adjustment', 'account-busy'],
})
