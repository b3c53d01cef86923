import { placesPaths } from '../../functions/places/contract'
import type { Domain } from './domain'
import { leadingKeysOf } from './lent'
import { revocations } from './revocations'

/** The welfare map: catalogue, nearby, search, reports. */
export const places: Domain = {
  name: 'places',
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
  // A report that staff accept brings its reporter points, and every decision its record, in the same transaction.
  otherTables: {
    points: {
      actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
      leadingKeys: leadingKeysOf('awards', 'deeds'),
    },
    ...revocations,
  },
  secrets: ['session-public-keys'],
  routes: Object.values(placesPaths),
  watched: ['place-doubted', 'source-unknown', 'address-not-logged'],
  // 25,460 places unpacked and indexed are about 120 MB; the rest buys the processor time of a cold start.
  memory: 1024,
  timeoutSeconds: 10,
  concurrency: 100,
}
