/** Operations of staff: codes to print. */
import { operation } from '../../../shared/declaration/operation'
import * as batches from '../../endpoints/staff/batches'

export const batchesOperations = {
  batches: operation({
    ...batches.batches,
    region: 'query.region',
    summary: 'Batches of printed codes',
    answer: { schema: batches.batches.response, description: 'Newest first, 15 a page.' },
    maxReadUnits: 2,
  }),
  createBatch: operation({
    ...batches.createBatch,
    region: 'body.region',
    secondApproval: 'second-person',
    summary: 'Make a batch of codes to print',
    description:
      'Every batch takes two people: it is proposed (`POST /api/staff/proposals`), and approving it makes it.',
    answer: { schema: batches.createBatch.response, description: 'Never without a second person.' },
  }),
  batchCodes: operation({
    ...batches.batchCodes,
    region: 'params.id',
    summary: 'The codes of a batch',
    answer: { schema: batches.batchCodes.response, description: 'Every code, and whether it was used.' },
    // A batch has a thousand codes at most, and each is an item.
    maxReadUnits: 1004,
  }),
  stopBatch: operation({
    ...batches.stopBatch,
    region: 'params.id',
    summary: 'Make every unused code of a batch worthless',
    answer: { schema: batches.stopBatch.response, description: 'The batch, stopped.' },
  }),
}
