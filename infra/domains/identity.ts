import { identityPaths } from '../../functions/identity/contract'
import type { Domain } from './domain'

/** Who somebody is to us: sessions, consents, roles. */
export const identity: Domain = {
  name: 'identity',
  table: { expiry: 'expiresAt' },
  tableActions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
  routes: Object.values(identityPaths),
  memory: 512,
  // WeChat has three of them to answer a login.
  timeoutSeconds: 10,
  concurrency: 50,
}
