/** How a session begins, goes on and ends. */
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import {
  doneSchema,
  refreshRequestSchema,
  sessionIdSchema,
  sessionRequestSchema,
  sessionResponseSchema,
} from '../contract'

export const login = endpoint({
  method: 'POST',
  path: '/api/sessions',
  access: 'public',
  body: sessionRequestSchema,
  response: sessionResponseSchema,
  codes: ['login-code-refused', 'login-busy', 'rate-limited'],
})

export const refresh = endpoint({
  method: 'POST',
  path: '/api/sessions/refresh',
  access: 'public',
  body: refreshRequestSchema,
  response: sessionResponseSchema,
  codes: ['session-ended', 'rate-limited'],
})

export const logout = endpoint({
  method: 'DELETE',
  path: '/api/sessions/current',
  access: 'person',
  response: doneSchema,
})

export const logoutEverywhere = endpoint({
  method: 'DELETE',
  path: '/api/sessions',
  access: 'person',
  response: doneSchema,
})

export const endDevice = endpoint({
  method: 'DELETE',
  path: '/api/sessions/devices/:id',
  access: 'person',
  params: z.object({ id: sessionIdSchema }),
  response: doneSchema,
})
