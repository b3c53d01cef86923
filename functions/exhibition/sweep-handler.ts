/** The sweep under AWS Lambda, started every minute. Entry of the function's bundle. */
import { jobContextOf } from '../shared/aws/job-context'
import { jobHandler } from '../shared/aws/job-handler'
import { openTable } from '../shared/aws/table'
import { sweepGrants } from './grants'
import { createExhibitionSweep } from './sweep'

const context = jobContextOf('exhibition', sweepGrants, { openTable })
const sweep = createExhibitionSweep(context)

/** What is under way when time runs out gets to its end. */
const reserveMs = 10_000

export const handler = jobHandler((_event: unknown, endsAt) => sweep(endsAt - reserveMs), context.clock)
