/** How a session begins, goes on and ends. */
import { operation } from '../../shared/declaration/operation'
import * as sessions from '../endpoints/sessions'
import { done } from './problems'

export const sessionOperations = {
  login: operation({
    ...sessions.login,
    summary: 'Log in with the code that wx.login gave',
    answer: {
      schema: sessions.login.response,
      description: 'A session; the person is made at the first login.',
    },
    maxReadUnits: 6,
  }),
  refresh: operation({
    ...sessions.refresh,
    summary: 'Trade a refresh token for a new pair',
    description:
      'A refresh token is good once. One that is used again ends its session, except that for ten seconds the same ' +
      'answer may be fetched again: an answer can get lost on the way.',
    answer: {
      schema: sessions.refresh.response,
      description: 'The next pair, with the roles as they are now.',
    },
    maxReadUnits: 4,
  }),
  logout: operation({
    ...sessions.logout,
    summary: 'End this session',
    answer: done,
  }),
  logoutEverywhere: operation({
    ...sessions.logoutEverywhere,
    summary: 'End every session of this person',
    answer: done,
  }),
  endDevice: operation({
    ...sessions.endDevice,
    summary: 'End a session of one’s own on another device',
    answer: done,
  }),
}
