/** How a session begins, goes on and ends. */
import { noBody, noParams, operation } from '../../shared/operation'
import * as z from '../../shared/zod'
import {
  identityPaths,
  refreshRequestSchema,
  sessionIdSchema,
  sessionRequestSchema,
  sessionResponseSchema,
} from '../contract'
import { done } from './problems'

export const sessionOperations = {
  login: operation({
    method: 'POST',
    path: identityPaths.sessions,
    access: 'public',
    summary: 'Log in with the code that wx.login gave',
    params: noParams,
    query: noParams,
    body: sessionRequestSchema,
    answer: {
      schema: sessionResponseSchema,
      description: 'A session; the person is made at the first login.',
    },
    codes: ['login-code-refused', 'login-busy', 'rate-limited'],
    maxReadUnits: 6,
  }),
  refresh: operation({
    method: 'POST',
    path: identityPaths.refresh,
    access: 'public',
    summary: 'Trade a refresh token for a new pair',
    description:
      'A refresh token is good once. One that is used again ends its session, except that for ten seconds the same ' +
      'answer may be fetched again: an answer can get lost on the way.',
    params: noParams,
    query: noParams,
    body: refreshRequestSchema,
    answer: { schema: sessionResponseSchema, description: 'The next pair, with the roles as they are now.' },
    codes: ['session-ended', 'rate-limited'],
    maxReadUnits: 4,
  }),
  logout: operation({
    method: 'DELETE',
    path: identityPaths.current,
    access: 'person',
    summary: 'End this session',
    params: noParams,
    query: noParams,
    body: noBody,
    answer: done,
    codes: [],
  }),
  logoutEverywhere: operation({
    method: 'DELETE',
    path: identityPaths.sessions,
    access: 'person',
    summary: 'End every session of this person',
    params: noParams,
    query: noParams,
    body: noBody,
    answer: done,
    codes: [],
  }),
  endDevice: operation({
    method: 'DELETE',
    path: identityPaths.device,
    access: 'person',
    summary: 'End a session of one’s own on another device',
    params: z.object({ id: sessionIdSchema }),
    query: noParams,
    body: noBody,
    answer: done,
    codes: [],
  }),
}
