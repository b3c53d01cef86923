/**
 * The privacy job under AWS Lambda: identity invokes it for whoever leaves, and a schedule for whoever is not gone yet. Entry of
 * its bundle. It alone may erase what other domains hold.
 */
import { jobContextOf } from '../shared/aws/job-context'
import { jobHandler } from '../shared/aws/job-handler'
import { openTable } from '../shared/aws/table'
import { createPrivacyFunction } from './privacy'

const context = jobContextOf('identity', 'holdings', { openTable })
const run = createPrivacyFunction(context)

export const handler = jobHandler(run, context.clock)
