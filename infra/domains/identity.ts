import { identityPaths } from '../../functions/identity/contract'
import type { Domain } from './domain'

/** Who somebody is to us: sessions, consents, roles. */
export const identity: Domain = {
  name: 'identity',
  table: { expiry: 'expiresAt' },
  tableActions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
  // Whoever asks for everything held about them, or deletes it, means their points too.
  otherTables: { points: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
  secrets: ['session-keys', 'session-public-keys'],
  wechat: true,
  routes: Object.values(identityPaths),
  // What one can ask without being anybody yet. A login costs a call to WeChat, which counts them too.
  throttles: {
    [identityPaths.sessions]: { rate: 100, burst: 200 },
    [identityPaths.refresh]: { rate: 200, burst: 400 },
    [identityPaths.tickets]: { rate: 10, burst: 20 },
    [identityPaths.ticketSession]: { rate: 50, burst: 100 },
  },
  watched: ['session-reused'],
  memory: 512,
  // WeChat has three of them to answer a login.
  timeoutSeconds: 10,
  concurrency: 50,
  jobs: [
    {
      name: 'rotation',
      rotates: 'session-keys',
      writes: ['session-public-keys'],
      everyDays: 30,
      tableActions: [],
      memory: 256,
      timeoutSeconds: 30,
    },
  ],
}
