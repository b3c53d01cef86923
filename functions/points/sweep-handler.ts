/** The sweep under AWS Lambda, started by schedules: every run does all there is to do. Entry of the function's bundle. */
import type { Context } from 'aws-lambda'
import { jobContextOf } from '../shared/aws/job-context'
import { openTable } from '../shared/aws/table'
import type { Swept } from './service/sweep'
import { createPointsSweep } from './sweep'

const context = jobContextOf('points', [], { openTable })
const sweep = createPointsSweep(context)

/** What is under way when time runs out gets to its end. */
const reserveMs = 30_000

export const handler = (_event: unknown, invocation: Context): Promise<Swept> =>
  sweep(context.clock() + invocation.getRemainingTimeInMillis() - reserveMs)
