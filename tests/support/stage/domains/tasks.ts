/** What waits for staff, on the stage. */
import { createTasksFunction } from '../../../../functions/tasks'
import type { tasksOperations } from '../../../../functions/tasks/operations'
import { city } from '../../worlds/points-world'
import type { StageDomain } from '../stage-domain'

export const tasks: StageDomain<keyof typeof tasksOperations> = {
  create: createTasksFunction,
  requests: {
    tasks: () => ({ target: `/api/staff/tasks?region=${city}` }),
  },
}
