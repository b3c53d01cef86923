/** What a role needs to use the fragments of this domain (fragments.ts). */
import type { Grant } from '../shared/reach'

/** The records of files; their bytes stay with this domain and whoever reads what CloudFront serves. */
export const mediaReadsGrant: Grant = {
  table: 'media',
  actions: ['BatchGetItem'],
  partitions: ['media#'],
}
