/**
 * The privacy job under AWS Lambda: identity invokes it for whoever leaves, and a schedule for whoever is not gone yet. Entry of
 * its bundle. It alone may erase what other domains hold.
 */
import { randomBytes } from 'node:crypto'
import type { Context } from 'aws-lambda'
import { createErasers } from '../personal-data'
import { erasureGrants } from '../personal-data-grants'
import { withDeadline } from '../shared/deadline'
import { openJobTables } from '../shared/job-tables'
import { createLogger } from '../shared/logger'
import { openTable } from '../shared/table'
import { createIdentityService } from './service'
import { createPrivacyJob } from './service/privacy'

const clock = Date.now
const tableOf = openJobTables('identity', erasureGrants, { openTable })

const run = createPrivacyJob({
  store: createIdentityService(tableOf('identity'), { clock, random: randomBytes }),
  erasers: createErasers({ tableOf, clock }),
  clock,
  log: createLogger(),
})

export const handler = (event: unknown, context: Context) =>
  withDeadline({ at: clock() + context.getRemainingTimeInMillis(), clock }, () => run(event))
