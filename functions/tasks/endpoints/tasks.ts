/** What staff read of what waits for them. */
import { endpoint } from '../../shared/declaration/endpoint'
import { tasksQuerySchema, tasksResponseSchema } from '../contract'

export const tasks = endpoint({
  method: 'GET',
  path: '/api/staff/tasks',
  access: 'staff',
  query: tasksQuerySchema,
  response: tasksResponseSchema,
})
