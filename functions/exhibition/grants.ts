/** What the job that publishes by schedule may touch beside the table of the exhibition. */
import { auditRecordsGrant } from '../audit/grants'
import { mediaReadsGrant, takenOffGrant } from '../media/grants'

export const sweepGrants = [auditRecordsGrant, mediaReadsGrant, takenOffGrant('exhibition')]
