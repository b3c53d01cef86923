/** What a role needs to use the fragments of this domain (fragments.ts). */
import type { Grant } from '../shared/declaration/reach'

export const placesGrant: Grant = { table: 'places', actions: ['GetItem', 'BatchGetItem'] }

/** Of a person's open reports: which they are, and the reports themselves. */
export const exportGrants: readonly Grant[] = [
  { table: 'places', actions: ['GetItem'], partitions: ['person#'] },
  { table: 'places', actions: ['BatchGetItem'], partitions: ['reports#'] },
]
export const erasureGrants: readonly Grant[] = [
  { table: 'places', actions: ['GetItem', 'UpdateItem'], partitions: ['person#'] },
  { table: 'places', actions: ['UpdateItem'], partitions: ['reports#'] },
]
