/** Operations of staff: codes to print. */
import { noBody, noParams, operation } from '../../../shared/operation'
import * as z from '../../../shared/zod'
import {
  batchCodesSchema,
  batchesQuerySchema,
  batchesResponseSchema,
  batchIdSchema,
  batchRequestSchema,
  batchSchema,
  pointsPaths,
} from '../../contract'

const ofBatch = z.object({ id: batchIdSchema })

export const batchesOperations = {
  batches: operation({
    method: 'GET',
    path: pointsPaths.staffBatches,
    access: 'staff:gifts',
    summary: 'Batches of printed codes',
    params: noParams,
    query: batchesQuerySchema,
    body: noBody,
    answer: { schema: batchesResponseSchema, description: 'Newest first, 15 a page.' },
    codes: [],
    maxReadUnits: 2,
  }),
  createBatch: operation({
    method: 'POST',
    path: pointsPaths.staffBatches,
    access: 'staff:gifts',
    approval: 'second-person',
    summary: 'Make a batch of codes to print',
    idempotent: true,
    params: noParams,
    query: noParams,
    body: batchRequestSchema,
    description:
      'Every batch takes two people: it is proposed (`POST /api/staff/proposals`), and approving it makes it.',
    answer: { schema: batchSchema, description: 'Never without a second person.' },
    codes: ['idempotency-key-missing', 'idempotency-key-stale', 'idempotency-key-reused'],
  }),
  batchCodes: operation({
    method: 'GET',
    path: pointsPaths.staffBatchCodes,
    access: 'staff:gifts',
    summary: 'The codes of a batch',
    params: ofBatch,
    query: noParams,
    body: noBody,
    answer: { schema: batchCodesSchema, description: 'Every code, and whether it was used.' },
    codes: ['unknown-batch'],
    // A batch has a thousand codes at most, and each is an item.
    maxReadUnits: 1004,
  }),
  stopBatch: operation({
    method: 'POST',
    path: pointsPaths.staffBatchStop,
    access: 'staff:gifts',
    summary: 'Make every unused code of a batch worthless',
    params: ofBatch,
    query: noParams,
    body: z.strictObject({}),
    answer: { schema: batchSchema, description: 'The batch, stopped.' },
    codes: ['unknown-batch'],
  }),
}
