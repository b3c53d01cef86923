import { auditRecordsGrant } from '../audit/grants'
import { awardsGrant } from '../points/grants'
import { declareDomain } from '../shared/declaration/domain'
import { sourceUnknown } from '../shared/declaration/event-alarms'
import { taskWritesGrant } from '../tasks/grants'
import { placesAuditActions } from './contract/audit-actions'
import { placesPowers } from './contract/powers'
import { erasureGrants, exportGrants } from './grants'
import { placesOperations, placesProblems } from './operations'

export const places = declareDomain({
  name: 'places',
  about: 'Outlets, love-aid stations, welfare projects and other places of the welfare map',
  operations: placesOperations,
  problems: placesProblems,
  table: { expiry: 'expiresAt' },
  // A page of reports names its places.
  tableActions: [
    'GetItem',
    'BatchGetItem',
    'Query',
    'PutItem',
    'UpdateItem',
    'DeleteItem',
    'ConditionCheckItem',
  ],
  // A report is a task until its decision; accepted it brings its reporter points, and every decision has its record: all in
  // the same transaction.
  grants: [awardsGrant, auditRecordsGrant, taskWritesGrant],
  alarms: [
    {
      event: 'place-doubted',
      most: 20,
      withinMinutes: 60,
      says: 'made more than twenty places doubtful within an hour: somebody may be reporting what is not so',
    },
    sourceUnknown,
  ],
  powers: placesPowers,
  auditActions: placesAuditActions,
  taskKinds: ['report'],
  personalData: [
    { what: 'open reports that ask for points: place, fact, note and day', exported: true, erased: true },
    {
      what: 'how often an address reported, as a digest that changes daily',
      exported: 'it leads to nobody',
      erased: 'it is deleted after 30 days',
    },
  ],
  personalGrants: { export: exportGrants, erase: erasureGrants },
  // 25,460 places unpacked and indexed are about 120 MB; the rest buys the processor time of a cold start.
  memory: 1024,
  timeoutSeconds: 10,
  concurrency: 100,
})
