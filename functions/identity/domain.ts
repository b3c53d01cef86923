import { ownActionsGrants, recordWordsGrant } from '../audit/grants'
import { reportersGrants } from '../places/grants'
import { holdingsGrant } from '../points/grants'
import { declareDomain } from '../shared/domain'
import { sourceUnknown } from '../shared/event-alarms'
import { sessionPublicKeys } from '../shared/session-grants'
import * as sessions from './endpoints/sessions'
import * as tickets from './endpoints/tickets'
import { identityOperations, identityProblems } from './operations'
import { sessionKeys } from './secrets'

export const identity = declareDomain({
  name: 'identity',
  about: 'Sessions, the person, consents and roles',
  operations: identityOperations,
  problems: identityProblems,
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
  grants: [holdingsGrant, recordWordsGrant, ...ownActionsGrants, ...reportersGrants],
  ownSecrets: [sessionKeys, sessionPublicKeys],
  secrets: [sessionKeys],
  calls: ['identity-wechat'],
  // What one can ask without being anybody yet, for everybody together: no more of it than its share of all requests. A
  // city's event logs in once a second, and there are 300 cities. What one source may do, the function counts
  // (functions/identity/limits.ts); the firewall lets it ask ten times a second at most.
  throttles: {
    [sessions.login.path]: { rate: 300, burst: 600 },
    [sessions.refresh.path]: { rate: 300, burst: 600 },
    [tickets.openTicket.path]: { rate: 100, burst: 200 },
    [tickets.collectTicket.path]: { rate: 200, burst: 400 },
  },
  alarms: [
    {
      event: 'session-reused',
      most: 20,
      withinMinutes: 60,
      says: 'ended sessions whose refresh token came twice: a few an hour are lost answers, many are theft or a defect',
    },
    sourceUnknown,
  ],
  personalData: [
    { what: 'the person’s number, consents, roles and sessions', exported: true, erased: true },
    {
      what: 'who granted and took which role, by random id',
      exported: true,
      erased: 'auditors read it for three years',
    },
  ],
  memory: 512,
  // The function that asks WeChat has eight of them to answer a login.
  timeoutSeconds: 10,
  concurrency: 50,
  jobs: [
    {
      name: 'rotation',
      rotates: sessionKeys,
      writes: [sessionPublicKeys],
      everyDays: 30,
      tableActions: [],
      memory: 256,
      timeoutSeconds: 30,
    },
    {
      // The only one that knows the app secret and asks WeChat anything.
      name: 'wechat',
      called: true,
      // Every login waits for it.
      concurrency: 50,
      wechat: true,
      // People and their sessions, and the shared access token.
      tableActions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      memory: 512,
      // Two tries of three seconds each for a token and for the call itself, and waiting for another's token.
      timeoutSeconds: 20,
    },
  ],
})
