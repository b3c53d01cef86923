/** The sweep under AWS Lambda, started by schedules: every run does all there is to do. Entry of the function's bundle. */
import { jobContextOf } from '../shared/aws/job-context'
import { jobHandler } from '../shared/aws/job-handler'
import { openTable } from '../shared/aws/table'
import { createPointsSweep } from './sweep'

const context = jobContextOf('points', [], { openTable })
const sweep = createPointsSweep(context)

/** What is under way when time runs out gets to its end. */
const reserveMs = 30_000

export const handler = jobHandler((_event: unknown, endsAt) => sweep(endsAt - reserveMs), context.clock)
