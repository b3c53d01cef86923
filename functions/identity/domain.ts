import { auditRecordsGrant } from '../audit/grants'
import { declareDomain } from '../shared/declaration/domain'
import { sourceUnknown } from '../shared/declaration/event-alarms'
import { sessionPublicKeys } from '../shared/session/session-grants'
import { taskWritesGrant } from '../tasks/grants'
import { identityAuditActions } from './contract/audit-actions'
import { identityPowers } from './contract/powers'
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
  // Whoever asks for everything held about them means their points and reports too. Erasing it is the privacy job's.
  holdings: 'export',
  // A grant that takes two admins is a task until its decision, and on record.
  grants: [auditRecordsGrant, taskWritesGrant],
  ownSecrets: [sessionKeys, sessionPublicKeys],
  secrets: [sessionKeys],
  calls: ['identity-wechat', 'identity-privacy'],
  // For everybody together: an event in a city brings a login a second, and there are 300 cities. The function limits each source
  // (functions/identity/service/limits.ts), the firewall each address to ten requests a second.
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
  powers: identityPowers,
  auditActions: identityAuditActions,
  taskKinds: ['role'],
  personalData: [
    { what: 'the person’s number, consents, roles and sessions', exported: true, erased: true },
    {
      what: 'who granted and took which role, by random id',
      exported: true,
      erased: 'auditors read it for three years',
    },
    {
      what: 'which powers were proposed for the person, and by whom, by random id',
      exported:
        'what was granted is among the changes of roles; what was refused is told by the city’s admins',
      erased:
        'another admin decides on it; the proposal goes 44 days after it was made, its record and that of the decision after three years',
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
    {
      // Erases what is held of whoever leaves: called for by them, and gone on with where it was cut off.
      name: 'privacy',
      called: true,
      schedules: [{ name: 'unfinished', expression: 'rate(5 minutes)' }],
      tableActions: ['GetItem', 'Query', 'UpdateItem', 'DeleteItem'],
      holdings: 'erase',
      memory: 512,
      // Years of entries and orders; what is left over is done by the next run.
      timeoutSeconds: 300,
    },
  ],
})
