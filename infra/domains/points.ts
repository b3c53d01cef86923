import { pointsPaths } from '../../functions/points/contract'
import type { Domain, DynamoAction } from './domain'
import { revocations } from './revocations'

const ledger: readonly DynamoAction[] = [
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
]

/** The ledger of points, gifts, orders and their handing over. */
export const points: Domain = {
  name: 'points',
  table: { expiry: 'expiresAt' },
  // Where a person's first account begins, it is checked that they have not left.
  tableActions: [...ledger, 'ConditionCheckItem'],
  // A visit earns at a place that is there and open to it; a gift is picked up at outlets that exist,
  // as many as two hundred.
  // Whoever proposes what takes two people is told if the city has nobody else to approve it.
  otherTables: {
    places: ['GetItem', 'BatchGetItem'],
    identity: { parts: [revocations.identity, { actions: ['Query'], leadingKeys: ['city#*'] }] },
  },
  secrets: ['session-public-keys', 'points'],
  routes: Object.values(pointsPaths),
  watched: ['code-tries-locked', 'fresh-code-used', 'pickup-tries-locked', 'address-not-logged'],
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
}
