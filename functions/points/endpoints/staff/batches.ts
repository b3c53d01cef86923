/** Codes that are printed. */
import { endpoint } from '../../../shared/declaration/endpoint'
import * as z from '../../../shared/zod'
import {
  batchCodesSchema,
  batchesQuerySchema,
  batchesResponseSchema,
  batchIdSchema,
  batchRequestSchema,
  batchSchema,
} from '../../contract'

const ofBatch = z.object({ id: batchIdSchema })

export const batches = endpoint({
  method: 'GET',
  path: '/api/staff/code-batches',
  access: 'staff:gifts',
  query: batchesQuerySchema,
  response: batchesResponseSchema,
})

export const createBatch = endpoint({
  method: 'POST',
  path: '/api/staff/code-batches',
  access: 'staff:gifts',
  idempotent: true,
  body: batchRequestSchema,
  response: batchSchema,
})

export const batchCodes = endpoint({
  method: 'GET',
  path: '/api/staff/code-batches/:id/codes',
  access: 'staff:gifts',
  params: ofBatch,
  response: batchCodesSchema,
  codes: ['unknown-batch'],
})

export const stopBatch = endpoint({
  method: 'POST',
  path: '/api/staff/code-batches/:id/stop',
  access: 'staff:gifts',
  params: ofBatch,
  body: z.strictObject({}),
  response: batchSchema,
  codes: ['unknown-batch'],
})
