import { auditRecordsGrant } from '../audit/grants'
import { declareDomain } from '../shared/domain'
import { taskWritesGrant } from '../tasks/grants'
import { exhibitionAuditActions } from './contract/audit-actions'
import { exhibitionOperations, exhibitionProblems } from './operations'

export const exhibition = declareDomain({
  name: 'exhibition',
  about: 'The exhibition hall: galleries and exhibits, written, reviewed and published by staff',
  operations: exhibitionOperations,
  problems: exhibitionProblems,
  table: { expiry: 'expiresAt' },
  tableActions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
  // Each action has its record, and what waits for a second person its task, in the same transaction.
  grants: [auditRecordsGrant, taskWritesGrant],
  auditActions: exhibitionAuditActions,
  personalData: [
    {
      what: 'which staff wrote, submitted and approved an entry',
      exported: 'that it was done is among what they did as staff',
      erased: 'stays: nobody may approve what they wrote, and a public text has people who answer for it',
    },
  ],
  // A gallery is compressed as it is published.
  memory: 1024,
  timeoutSeconds: 10,
})
