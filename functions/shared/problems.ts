/** RFC 9457 problem documents, and the HTTP status of every code that any route may answer. */
import type { CommonCode, FieldError, Problem, ProblemAbout } from './contract'

export type ProblemKind = { status: number; title: string }

/** An expected failure on its way to the caller. The code decides the status, see the table of its domain. */
export type Failure<Code extends string = string> = {
  code: Code | CommonCode
  detail?: string
  errors?: FieldError[]
  about?: ProblemAbout
  /** Seconds after which trying again makes sense. */
  retryAfter?: number
}

export const commonProblems = {
  'invalid-request': { status: 400, title: 'The request is not well formed' },
  'personal-number': { status: 422, title: 'The text holds a number that leads to a person: leave it out' },
  unauthenticated: { status: 401, title: 'Log in first' },
  'another-person': { status: 409, title: 'Somebody else is logged in than the screen was shown to' },
  'origin-refused': { status: 403, title: 'Ask at the public address of this service' },
  forbidden: { status: 403, title: 'Not with the roles you hold' },
  'fresh-approval-needed': {
    status: 403,
    title: 'On a desktop this takes an approval by the phone within ten minutes',
  },
  'second-person-needed': {
    status: 409,
    title: 'Nothing was done: propose it, and another person approves it',
  },
  'second-person-missing': { status: 409, title: 'Nobody else of the city holds the power to approve it' },
  'idempotency-key-missing': { status: 400, title: 'An Idempotency-Key is needed: a UUID of version 7' },
  'idempotency-key-stale': {
    status: 400,
    title: 'The Idempotency-Key is not of the last day: look whether it was done, then take a new one',
  },
  'idempotency-key-reused': { status: 409, title: 'This Idempotency-Key was used for something else' },
  'not-found': { status: 404, title: 'There is nothing at this path' },
  'method-not-allowed': { status: 405, title: 'This path does not take this method' },
  'answer-too-large': { status: 406, title: 'Too large an answer without compression' },
  'payload-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'The service is overloaded or cut off for a moment' },
  internal: { status: 500, title: 'Something went wrong here' },
} as const satisfies Record<CommonCode, ProblemKind>

/** The document itself. `type` is a name, not an address: it never moves with a domain. */
export function problemOf(failure: Failure, kind: ProblemKind, requestId: string): Problem {
  const { code, detail, errors, about } = failure
  return { type: `urn:fuyi:problem:${code}`, ...kind, code, detail, errors, about, requestId }
}
