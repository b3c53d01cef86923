/** Codes that are printed. */
import { endpoint, noBody, noParams } from '../../../shared/endpoint'
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
  params: noParams,
  query: batchesQuerySchema,
  body: noBody,
  response: batchesResponseSchema,
  codes: [],
})

export const createBatch = endpoint({
  method: 'POST',
  path: '/api/staff/code-batches',
  access: 'staff:gifts',
  idempotent: true,
  params: noParams,
  query: noParams,
  body: batchRequestSchema,
  response: batchSchema,
  codes: ['idempotency-key-reused'],
})

export const batchCodes = endpoint({
  method: 'GET',
  path: '/api/staff/code-batches/:id/codes',
  access: 'staff:gifts',
  params: ofBatch,
  query: noParams,
  body: noBody,
  response: batchCodesSchema,
  codes: ['unknown-batch'],
})

export const stopBatch = endpoint({
  method: 'POST',
  path: '/api/staff/code-batches/:id/stop',
  access: 'staff:gifts',
  params: ofBatch,
  query: noParams,
  body: z.strictObject({}),
  response: batchSchema,
  codes: ['unknown-batch'],
})
