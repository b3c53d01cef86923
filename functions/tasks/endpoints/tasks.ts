/** What staff read of what waits for them. */
import { endpoint, noBody, noParams } from '../../shared/endpoint'
import { tasksQuerySchema, tasksResponseSchema } from '../contract'

export const tasks = endpoint({
  method: 'GET',
  path: '/api/staff/tasks',
  access: 'staff',
  params: noParams,
  query: tasksQuerySchema,
  body: noBody,
  response: tasksResponseSchema,
  codes: [],
})
