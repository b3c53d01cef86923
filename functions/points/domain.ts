import { auditRecordsGrant } from '../audit/grants'
import { staffGrant } from '../identity/grants'
import { mediaReadsGrant, mediaUsesGrant } from '../media/grants'
import { placesGrant } from '../places/grants'
import { declareDomain } from '../shared/declaration/domain'
import type { DynamoAction } from '../shared/declaration/reach'
import { taskWritesGrant } from '../tasks/grants'
import { pointsAuditActions } from './contract/audit-actions'
import { pointsPowers } from './contract/powers'
import { erasureGrants, exportGrants } from './grants'
import { pointsOperations, pointsProblems } from './operations'
import { codesSecret } from './secrets'

const ledger: readonly DynamoAction[] = [
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
]

export const points = declareDomain({
  name: 'points',
  about: 'The ledger of points, gifts, orders and their handing over',
  operations: pointsOperations,
  problems: pointsProblems,
  table: { expiry: 'expiresAt' },
  // Where a person's first account begins, it is checked that they have not left.
  tableActions: [...ledger, 'ConditionCheckItem'],
  // A visit earns at a place that is there and open to it; a gift is picked up at outlets that exist, as many as two
  // hundred; its picture is an uploaded file. Whoever proposes what takes two people learns if the city has nobody else to approve it.
  grants: [placesGrant, staffGrant, auditRecordsGrant, taskWritesGrant, mediaReadsGrant, mediaUsesGrant],
  ownSecrets: [codesSecret],
  secrets: [codesSecret],
  alarms: [
    {
      event: 'code-tries-locked',
      most: 5,
      withinMinutes: 60,
      says: 'locked out more people than usual who typed wrong codes: somebody may be guessing',
    },
    {
      event: 'fresh-code-used',
      most: 0,
      withinMinutes: 60,
      says: 'let somebody use a printed code within an hour of its reading: see under 操作记录 who read that batch',
    },
    {
      event: 'pickup-tries-locked',
      most: 0,
      withinMinutes: 60,
      says: 'locked out an outlet after thirty wrong pickup codes: nobody can pick up there for an hour',
    },
  ],
  powers: pointsPowers,
  auditActions: pointsAuditActions,
  taskKinds: ['proposal', 'adjustment'],
  personalData: [
    {
      what: 'accounts, entries, orders, adjustments and waiting places',
      exported: true,
      erased: 'the account is closed at zero; its entries stay under a random id, the outlets’ books',
    },
  ],
  personalGrants: { export: exportGrants, erase: erasureGrants },
  // A transaction of redeeming is signed, sent and answered within tens of milliseconds of processor time.
  memory: 1024,
  timeoutSeconds: 10,
  concurrency: 100,
  jobs: [
    {
      name: 'sweep',
      // Orders not picked up and lots that ran out, just after midnight; offers to those who wait, every hour.
      schedules: [
        { name: 'daily', expression: 'cron(10 0 * * ? *)' },
        { name: 'offers', expression: 'cron(40 * * * ? *)' },
      ],
      tableActions: ledger,
      memory: 1024,
      // Lambda's longest; what is left over is done by the next run.
      timeoutSeconds: 900,
    },
  ],
})
