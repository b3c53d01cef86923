/** How a session begins, goes on and ends. */
import { endpoint, noBody, noParams } from '../../shared/endpoint'
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
  params: noParams,
  query: noParams,
  body: sessionRequestSchema,
  response: sessionResponseSchema,
  codes: ['login-code-refused', 'login-busy', 'rate-limited'],
})

export const refresh = endpoint({
  method: 'POST',
  path: '/api/sessions/refresh',
  access: 'public',
  params: noParams,
  query: noParams,
  body: refreshRequestSchema,
  response: sessionResponseSchema,
  codes: ['session-ended', 'rate-limited'],
})

export const logout = endpoint({
  method: 'DELETE',
  path: '/api/sessions/current',
  access: 'person',
  params: noParams,
  query: noParams,
  body: noBody,
  response: doneSchema,
  codes: [],
})

export const logoutEverywhere = endpoint({
  method: 'DELETE',
  path: '/api/sessions',
  access: 'person',
  params: noParams,
  query: noParams,
  body: noBody,
  response: doneSchema,
  codes: [],
})

export const endDevice = endpoint({
  method: 'DELETE',
  path: '/api/sessions/devices/:id',
  access: 'person',
  params: z.object({ id: sessionIdSchema }),
  query: noParams,
  body: noBody,
  response: doneSchema,
  codes: [],
})
