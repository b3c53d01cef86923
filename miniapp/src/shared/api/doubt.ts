/**
 * Whether an action may have been carried out although no answer says so. The one list of such failures: what keeps a key
 * (`idempotency.ts`), what tries again (`http.ts`) and what an order's sheet says must agree. Pure.
 */

import { needsLogin, needsReopening } from '../messages'
import type { Failure, FailureCode } from './failure'

const unknownOutcomeCodes: readonly FailureCode[] = [
  'offline',
  'timeout',
  'bad-answer',
  'unavailable',
  'internal',
  'account-busy',
  'rate-limited',
]

/** Refused for who asked, not for what: nobody was logged in any more, or somebody else. */
export const refusesPerson = (failure: Failure): boolean => needsLogin(failure) || needsReopening(failure)

/**
 * True: pressing again must carry the same key. A try that was refused for its session did nothing; what an earlier
 * try did, it leaves as it was.
 * @param before whether an earlier try of the same action may have been carried out
 */
export function isOutcomeUnknown(failure: Failure, before: boolean): boolean {
  return unknownOutcomeCodes.includes(failure.code) || (before && refusesPerson(failure))
}
