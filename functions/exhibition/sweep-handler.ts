/** The sweep under AWS Lambda, started every minute. Entry of the function's bundle. */
import type { Context } from 'aws-lambda'
import { jobContextOf } from '../shared/aws/job-context'
import { openTable } from '../shared/aws/table'
import { sweepGrants } from './grants'
import type { Swept } from './service/schedule'
import { createExhibitionSweep } from './sweep'

const context = jobContextOf('exhibition', sweepGrants, { openTable })
const sweep = createExhibitionSweep(context)

/** What is under way when time runs out gets to its end. */
const reserveMs = 10_000

export const handler = (_event: unknown, invocation: Context): Promise<Swept> =>
  sweep(context.clock() + invocation.getRemainingTimeInMillis() - reserveMs)
