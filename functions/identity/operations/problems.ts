import type { ProblemKind } from '../../shared/problems'
import { doneSchema, type IdentityCode } from '../contract'

/** HTTP status of each code of the domain. */
export const identityProblems = {
  'login-code-refused': { status: 400, title: 'WeChat does not know this login code, or it was used' },
  'login-busy': { status: 503, title: 'WeChat does not answer logins at the moment' },
  'session-ended': { status: 401, title: 'This session has ended: log in again' },
  'ticket-ended': { status: 410, title: 'This login was collected, refused or is too old' },
  'wrong-digits': { status: 409, title: 'These are not the digits on the other screen' },
  'phone-needed': { status: 403, title: 'Only on the phone on which one logged in with WeChat' },
  'another-account': {
    status: 403,
    title: 'Somebody else is logged in on that screen: only their own phone confirms there',
  },
  'unknown-person': { status: 404, title: 'There is no such person' },
  'last-admin': { status: 409, title: 'The city would be left without anyone who can grant roles' },
  'too-many-roles': { status: 409, title: 'This is more than one person can hold' },
  'unknown-role-proposal': { status: 404, title: 'There is no such proposal' },
  'role-proposal-decided': { status: 409, title: 'This was decided already' },
  'role-proposal-expired': { status: 409, title: 'It was not decided in time: propose it again' },
  'own-role-proposal': { status: 409, title: 'Another admin decides on what one proposed or would get' },
  'not-own-role-proposal': { status: 409, title: 'Somebody else proposed this' },
  'role-changed-meanwhile': { status: 409, title: 'Their role was changed since this was proposed' },
  'role-proposer-not-admin': { status: 409, title: 'Whoever proposed it is no admin of the city any more' },
  'role-proposal-limit': { status: 409, title: 'As many wait for a second admin as may wait in a city' },
  'own-role': { status: 409, title: 'Nobody changes their own roles' },
  'consent-outdated': { status: 409, title: 'This is not the version of the text in force' },
} as const satisfies Record<IdentityCode, ProblemKind>

/** The answer of an operation that gives nothing. */
export const done = { schema: doneSchema, description: 'Done; doing it again changes nothing.' }
