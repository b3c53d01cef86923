import type { JobContext } from '../shared/aws/job-context'
import { createPointsService } from './service'
import { createSweep } from './service/sweep'

/** What happens to points by itself when time has passed. */
export const createPointsSweep = (context: JobContext) =>
  createSweep({ ...context, service: createPointsService(context.tableOf('points'), context) })
