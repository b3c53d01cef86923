/**
 * What a role needs to use the fragments of this domain (fragments.ts): the partitions that each touches in the table of
 * points, so that a fault of a user reaches no code and no gift's stock. tests/functions/points/grants holds both together.
 */
import type { Grant } from '../shared/reach'

export const awardsGrant: Grant = {
  table: 'points',
  actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
  partitions: ['person#', 'accounts#', 'rules#', 'outliers#'],
}

export const holdingsGrant: Grant = {
  table: 'points',
  actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
  partitions: [
    'person#',
    'accounts#',
    'orders#',
    'gifts#',
    'stock#',
    'waiting#',
    'offers#',
    'outliers#',
    'adjustments#',
  ],
}
