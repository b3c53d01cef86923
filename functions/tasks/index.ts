import type { Context } from '../shared/aws/context'
import { sessionsOf } from '../shared/session/session-reader'
import { createTasksApi } from './api'
import { taskReader } from './store/reads'

/** The function that answers the tasks API. */
export const createTasksFunction = (context: Context) =>
  createTasksApi({
    ...context,
    store: taskReader(context.tableOf('tasks'), context.clock),
    sessions: sessionsOf(context),
  })
