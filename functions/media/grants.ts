/** What a role needs to use the fragments of this domain (fragments.ts). */
import { auditRecordsGrant } from '../audit/grants'
import type { Grant } from '../shared/declaration/reach'

/** The records of files; their bytes stay with this domain and whoever reads what CloudFront serves. */
export const mediaReadsGrant: Grant = {
  table: 'media',
  actions: ['BatchGetItem'],
  partitions: ['media#'],
}

/** That a domain uses them. */
export const mediaUsesGrant: Grant = { table: 'media', actions: ['UpdateItem'], partitions: ['uses#'] }

/** To show no more what was taken off. */
export const takenOffGrant = (domain: string): Grant => ({
  table: 'media',
  actions: ['Query', 'DeleteItem'],
  partitions: [`taken-off-${domain}#`],
})

/** What the job that removes unused files may touch beside the table of media. */
export const sweepGrants: readonly Grant[] = [auditRecordsGrant]
