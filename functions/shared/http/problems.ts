/** RFC 9457 problem documents, and the HTTP status of every code that any route may answer. */
import type { CommonCode, FieldError, Problem, ProblemAbout } from '../contract'

export type ProblemKind = { status: number; title: string }

/** An expected failure on its way to the caller. The code decides the status, see the table of its domain. */
export type Failure<Code extends string = string> = {
  code: Code | CommonCode
  detail?: string
  errors?: FieldError[]
  about?: ProblemAbout
  /** What stands now, in a shape that the code promises: whoever is refused can compare it with what they have. */
  current?: unknown
  /** Seconds after which trying again makes sense. */
  retryAfter?: number
}

export const commonProblems = {
  'invalid-request': { status: 400, title: 'The request is not well formed' },
  'personal-number': {
    status: 422,
    title: 'The text contains a number that identifies a person, such as a phone number',
  },
  unauthenticated: { status: 401, title: 'Authentication is required' },
  'another-person': { status: 409, title: 'A different person is logged in' },
  'origin-refused': { status: 403, title: 'Requests must use the public address of this service' },
  forbidden: { status: 403, title: 'The roles of the caller do not permit this' },
  'fresh-approval-needed': {
    status: 403,
    title: 'A desktop session needs an approval by the phone within the last ten minutes',
  },
  'second-person-needed': {
    status: 409,
    title: 'A second person must approve this: submit a proposal',
  },
  'second-person-missing': {
    status: 409,
    title: 'No other person of the city has the power to approve this',
  },
  'idempotency-key-missing': { status: 400, title: 'The Idempotency-Key header must be a UUID of version 7' },
  'idempotency-key-stale': {
    status: 400,
    title: 'The Idempotency-Key is older than a day: check the result, then use a new key',
  },
  'idempotency-key-reused': { status: 409, title: 'The Idempotency-Key was used for a different request' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed for this path' },
  'answer-too-large': { status: 406, title: 'The response is too large without compression' },
  'payload-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'The service is temporarily unavailable' },
  internal: { status: 500, title: 'Internal error' },
} as const satisfies Record<CommonCode, ProblemKind>

/** The document itself. `type` is a name, not an address: it never moves with a domain. */
export function problemOf(failure: Failure, kind: ProblemKind, requestId: string): Problem {
  const { code, detail, errors, about, current } = failure
  return { type: `urn:fuyi:problem:${code}`, ...kind, code, detail, errors, about, current, requestId }
}
