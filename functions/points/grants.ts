/**
 * What a role needs to use the fragments of this domain (fragments.ts): the partitions that each touches in the table of
 * points, so that a fault of a user reaches no code and no gift's stock. tests/functions/points/grants holds both together.
 */
import { recordWordsGrant } from '../audit/grants'
import type { Grant } from '../shared/declaration/reach'

export const awardsGrant: Grant = {
  table: 'points',
  actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
  partitions: ['person#', 'accounts#', 'rules#', 'outliers#'],
}

/** To show a person what is held of them: accounts with their entries, orders, adjustments. */
export const exportGrants: readonly Grant[] = [
  {
    table: 'points',
    actions: ['BatchGetItem', 'Query'],
    partitions: ['person#', 'orders#', 'adjustments#'],
  },
]

/** To close their accounts: orders are given back, waiting lists left, words about them taken out. */
const closingGrant: Grant = {
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
export const erasureGrants: readonly Grant[] = [closingGrant, recordWordsGrant]
