/** The sweep under AWS Lambda, started every day. Entry of the function's bundle. */
import { parseEnv } from '../shared/aws/env'
import { jobContextOf } from '../shared/aws/job-context'
import { jobHandler } from '../shared/aws/job-handler'
import { openObjects } from '../shared/aws/objects'
import { openTable } from '../shared/aws/table'
import * as z from '../shared/zod'
import { sweepGrants } from './grants'
import { createMediaSweep } from './sweep'

const { BUCKET_NAME } = parseEnv(z.object({ BUCKET_NAME: z.string() }), process.env)
const context = jobContextOf('media', sweepGrants, { openTable })
const sweep = createMediaSweep({ ...context, objects: openObjects(BUCKET_NAME) })

/** What is under way when time runs out gets to its end. */
const reserveMs = 10_000

export const handler = jobHandler((_event: unknown, endsAt) => sweep(endsAt - reserveMs), context.clock)
