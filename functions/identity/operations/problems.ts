import type { ProblemKind } from '../../shared/http/problems'
import { doneSchema, type IdentityCode } from '../contract'

/** HTTP status of each code of the domain. */
export const identityProblems = {
  'login-code-refused': { status: 400, title: 'The login code is unknown to WeChat or was used before' },
  'login-busy': { status: 503, title: 'Login by WeChat is temporarily unavailable' },
  'session-ended': { status: 401, title: 'This session has ended: log in again' },
  'ticket-ended': { status: 410, title: 'The login ticket was used, refused or has expired' },
  'wrong-digits': { status: 409, title: 'The digits do not match those on the other screen' },
  'phone-needed': { status: 403, title: 'This needs the phone that logged in with WeChat' },
  'another-account': {
    status: 403,
    title: 'A different person is logged in on that screen',
  },
  'unknown-person': { status: 404, title: 'There is no such person' },
  'last-admin': { status: 409, title: 'The last admin of a city cannot be removed' },
  'too-many-roles': { status: 409, title: 'The person holds too many roles' },
  'unknown-role-proposal': { status: 404, title: 'There is no such proposal' },
  'role-proposal-decided': { status: 409, title: 'The proposal has been decided' },
  'role-proposal-expired': { status: 409, title: 'The proposal has expired' },
  'own-role-proposal': { status: 409, title: 'The proposer and the person concerned cannot decide' },
  'not-own-role-proposal': { status: 409, title: 'Only the proposer can withdraw a proposal' },
  'role-changed-meanwhile': { status: 409, title: 'The role was changed after the proposal was submitted' },
  'role-proposer-not-admin': { status: 409, title: 'The proposer is no longer an admin of the city' },
  'role-proposal-limit': { status: 409, title: 'The city has too many open role proposals' },
  'own-role': { status: 409, title: 'People cannot change their own roles' },
  'consent-outdated': { status: 409, title: 'The consent refers to an outdated version of the text' },
} as const satisfies Record<IdentityCode, ProblemKind>

/** The answer of an operation that gives nothing. */
export const done = { schema: doneSchema, description: 'Done; doing it again changes nothing.' }
