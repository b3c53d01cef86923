import { declareDomain } from '../shared/declaration/domain'
import { auditAuditActions } from './contract/audit-actions'
import { auditPowers } from './contract/powers'
import { auditRecordsGrant, exportGrants } from './grants'
import { auditOperations } from './operations'

/** What staff did. The records are written by the domains that staff act in, in the transaction of the action. */
export const audit = declareDomain({
  name: 'audit',
  about: 'The record of what staff did',
  operations: auditOperations,
  problems: {},
  table: { expiry: 'expiresAt' },
  powers: auditPowers,
  tableActions: ['Query', 'BatchGetItem'],
  // That the record itself left as a file is added to it, as what staff do in other domains.
  grants: [auditRecordsGrant],
  auditActions: auditAuditActions,
  personalData: [
    {
      what: 'what the person did as staff',
      exported: true,
      erased: 'auditors read it for three years; words about a person go when that person leaves',
    },
  ],
  personalGrants: { export: exportGrants, erase: [] },
  memory: 512,
  timeoutSeconds: 10,
})
