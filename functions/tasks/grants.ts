/** What a role needs to use the fragments of this domain (fragments.ts). */
import type { Grant } from '../shared/declaration/reach'

export const taskWritesGrant: Grant = {
  table: 'tasks',
  actions: ['PutItem', 'DeleteItem'],
  partitions: ['open#'],
}
