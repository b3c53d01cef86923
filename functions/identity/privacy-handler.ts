/**
 * The privacy job under AWS Lambda: identity invokes it for whoever leaves, and a schedule for whoever is not gone yet. Entry of
 * its bundle. It alone may erase what other domains hold.
 */
import type { Context } from 'aws-lambda'
import { withDeadline } from '../shared/aws/deadline'
import { jobContextOf } from '../shared/aws/job-context'
import { openTable } from '../shared/aws/table'
import { createPrivacyFunction } from './privacy'

const context = jobContextOf('identity', 'holdings', { openTable })
const run = createPrivacyFunction(context)

export const handler = (event: unknown, invocation: Context) =>
  withDeadline({ at: context.clock() + invocation.getRemainingTimeInMillis(), clock: context.clock }, () =>
    run(event),
  )
