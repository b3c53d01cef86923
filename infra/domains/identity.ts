import { identityPaths } from '../../functions/identity/contract'
import type { Domain } from './domain'
import { leadingKeysOf } from './lent'

/** Who somebody is to us: sessions, consents, roles. */
export const identity: Domain = {
  name: 'identity',
  table: { expiry: 'expiresAt' },
  tableActions: [
    'GetItem',
    'BatchGetItem',
    'Query',
    'PutItem',
    'UpdateItem',
    'DeleteItem',
    'ConditionCheckItem',
  ],
  // Whoever asks for everything held about them, or deletes it, means their points and reports too.
  otherTables: {
    points: {
      actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      leadingKeys: leadingKeysOf('holdings'),
    },
    // Their open reports: which they are, and the reports themselves.
    places: {
      parts: [
        { actions: ['GetItem', 'UpdateItem'], leadingKeys: ['person#*'] },
        { actions: ['BatchGetItem', 'UpdateItem'], leadingKeys: ['reports#*'] },
      ],
    },
  },
  secrets: ['session-keys', 'session-public-keys'],
  calls: ['identity-wechat'],
  routes: Object.values(identityPaths),
  // What one can ask without being anybody yet, for everybody together: no more of it than its share of all requests. A
  // city's event logs in once a second, and there are 300 cities. What one source may do, the function counts
  // (functions/identity/limits.ts); the firewall lets it ask ten times a second at most.
  throttles: {
    [identityPaths.sessions]: { rate: 300, burst: 600 },
    [identityPaths.refresh]: { rate: 300, burst: 600 },
    [identityPaths.tickets]: { rate: 100, burst: 200 },
    [identityPaths.ticketSession]: { rate: 200, burst: 400 },
  },
  watched: ['session-reused', 'source-unknown', 'address-not-logged'],
  memory: 512,
  // The function that asks WeChat has eight of them to answer a login.
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
    {
      // The only one that knows the app secret and asks WeChat anything.
      name: 'wechat',
      concurrency: 50,
      wechat: true,
      // People and their sessions, and the shared access token.
      tableActions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      memory: 512,
      // Two tries of three seconds each for a token and for the call itself, and waiting for another's token.
      timeoutSeconds: 20,
    },
  ],
}
