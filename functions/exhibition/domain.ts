import { auditRecordsGrant } from '../audit/grants'
import { mediaReadsGrant, mediaUsesGrant } from '../media/grants'
import { declareDomain } from '../shared/declaration/domain'
import type { DynamoAction } from '../shared/declaration/reach'
import { taskWritesGrant } from '../tasks/grants'
import { exhibitionAuditActions } from './contract/audit-actions'
import { exhibitionPowers } from './contract/powers'
import { sweepGrants } from './grants'
import { exhibitionOperations, exhibitionProblems } from './operations'

const tableActions: readonly DynamoAction[] = [
  ...(['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'] as const),
  // A text that names a bulletin becomes public as long as no bulletin does meanwhile, and the other way round.
  'ConditionCheckItem',
]

export const exhibition = declareDomain({
  name: 'exhibition',
  about: 'The exhibition hall: galleries and exhibits, written, reviewed and published by staff',
  operations: exhibitionOperations,
  powers: exhibitionPowers,
  problems: exhibitionProblems,
  table: { expiry: 'expiresAt' },
  tableActions,
  // Each action has its record, and what waits for a second person its task, in the same transaction; what texts name is used.
  grants: [auditRecordsGrant, taskWritesGrant, mediaReadsGrant, mediaUsesGrant],
  calls: ['identity-wechat'],
  auditActions: exhibitionAuditActions,
  taskKinds: ['entry'],
  personalData: [
    {
      what: 'which staff wrote, submitted and approved an entry',
      exported: 'that it was done is among what they did as staff',
      erased: 'stays: nobody may approve what they wrote, and a public text has people who answer for it',
    },
  ],
  // A gallery is compressed as it is published.
  memory: 1024,
  // A save waits for WeChat, in pieces of the text.
  timeoutSeconds: 20,
  jobs: [
    {
      name: 'sweep',
      // What is due becomes public within a minute (docs/decisions/055), and what WeChat calls risky goes.
      schedules: [{ name: 'due', expression: 'rate(1 minute)' }],
      tableActions,
      grants: sweepGrants,
      memory: 1024,
      timeoutSeconds: 50,
    },
  ],
})
