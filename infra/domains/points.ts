import { pointsPaths } from '../../functions/points/contract'
import type { Domain } from './domain'

/** The ledger of points, gifts, orders and their handing over. */
export const points: Domain = {
  name: 'points',
  table: { expiry: 'expiresAt' },
  tableActions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
  routes: Object.values(pointsPaths),
  // A transaction of redeeming is signed, sent and answered within tens of milliseconds of processor time.
  memory: 1024,
  timeoutSeconds: 10,
  concurrency: 100,
}
