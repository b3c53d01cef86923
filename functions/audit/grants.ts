/** What a role needs to use the fragments of this domain (fragments.ts). */
import type { Grant } from '../shared/declaration/reach'

export const auditRecordsGrant: Grant = {
  table: 'audit',
  actions: ['PutItem'],
  partitions: ['record#', 'actions#', 'subject#'],
}

export const recordWordsGrant: Grant = {
  table: 'audit',
  actions: ['GetItem', 'UpdateItem'],
  partitions: ['record#'],
}

/** To show a person what they did as staff. */
export const exportGrants: readonly Grant[] = [
  { table: 'audit', actions: ['Query'], partitions: ['actions#'] },
  { table: 'audit', actions: ['BatchGetItem'], partitions: ['record#'] },
]
