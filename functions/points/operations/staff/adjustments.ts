/** Operations of staff: adjustments of accounts. */
import { noBody, noParams, operation } from '../../../shared/operation'
import * as z from '../../../shared/zod'
import {
  adjustmentIdSchema,
  adjustmentRequestSchema,
  adjustmentSchema,
  adjustmentsQuerySchema,
  adjustmentsResponseSchema,
  decisionRequestSchema,
  pointsPaths,
} from '../../contract'

const ofAdjustment = z.object({ id: adjustmentIdSchema })

export const adjustmentsOperations = {
  adjustments: operation({
    method: 'GET',
    path: pointsPaths.staffAdjustments,
    access: 'staff:gifts',
    summary: 'Adjustments proposed and decided',
    params: noParams,
    query: adjustmentsQuerySchema,
    body: noBody,
    answer: { schema: adjustmentsResponseSchema, description: 'Newest first, 15 a page.' },
    codes: [],
    // A page of those that wait: half a unit each, and half for which they are.
    maxReadUnits: 8,
  }),
  proposeAdjustment: operation({
    method: 'POST',
    path: pointsPaths.staffAdjustments,
    access: 'staff:gifts',
    approval: 'proposes',
    summary: 'Propose to add or take points',
    idempotent: true,
    params: noParams,
    query: noParams,
    body: adjustmentRequestSchema,
    answer: {
      schema: adjustmentSchema,
      description: 'Proposed; nothing moves before another person approves.',
    },
    codes: [
      'unknown-order',
      'account-closed',
      'second-person-missing',
      'open-limit-reached',
      'idempotency-key-missing',
      'idempotency-key-stale',
      'idempotency-key-reused',
    ],
  }),
  decideAdjustment: operation({
    method: 'POST',
    path: pointsPaths.staffAdjustment,
    access: 'staff:gifts',
    approval: 'decides',
    fresh: true,
    summary: 'Approve or reject what somebody else proposed',
    params: ofAdjustment,
    query: noParams,
    body: decisionRequestSchema,
    answer: { schema: adjustmentSchema, description: 'Decided.' },
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
  }),
  withdrawAdjustment: operation({
    method: 'POST',
    path: pointsPaths.staffAdjustmentWithdrawal,
    access: 'staff:gifts',
    approval: 'decides',
    summary: 'Take back what one proposed oneself',
    params: ofAdjustment,
    query: noParams,
    body: z.strictObject({}),
    answer: { schema: adjustmentSchema, description: 'Withdrawn.' },
    codes: ['unknown-adjustment', 'adjustment-decided', 'not-own-adjustment', 'account-busy'],
  }),
}
