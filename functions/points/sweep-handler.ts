/** The sweep under AWS Lambda, started by schedules: every run does all there is to do. Entry of the function's bundle. */
import { randomBytes } from 'node:crypto'
import type { Context } from 'aws-lambda'
import { parseEnv } from '../shared/env'
import { createLogger } from '../shared/logger'
import { openTable } from '../shared/table'
import * as z from '../shared/zod'
import { createPointsService } from './service'
import { createSweep, type Swept } from './service/sweep'

const env = parseEnv(z.object({ TABLE_NAME: z.string() }), process.env)
const clock = Date.now

const sweep = createSweep({
  service: createPointsService(openTable({ name: env.TABLE_NAME }), { clock, random: randomBytes }),
  clock,
  log: createLogger(),
})

/** What is under way when time runs out gets to its end. */
const reserveMs = 30_000

export const handler = (_event: unknown, context: Context): Promise<Swept> =>
  sweep(clock() + context.getRemainingTimeInMillis() - reserveMs)
