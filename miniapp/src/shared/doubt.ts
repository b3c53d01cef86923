/**
 * Whether a deed may have been done although no answer says so. The one list of such failures: what keeps a key
 * (`idempotency.ts`), what tries again (`http.ts`) and what an order's sheet says must agree. Pure.
 */
import type { Failure, FailureCode } from './failure'
import { wantsLogin, wantsReopening } from './messages'

const unsureCodes: readonly FailureCode[] = [
  'offline',
  'timeout',
  'bad-answer',
  'unavailable',
  'internal',
  'account-busy',
  'rate-limited',
]

/** Refused for who asked, not for what: nobody was logged in any more, or somebody else. */
export const refusesAsker = (failure: Failure): boolean => wantsLogin(failure) || wantsReopening(failure)

/**
 * True: pressing again must carry the same key. A try that was refused for its session did nothing; what an earlier
 * try did, it leaves as it was.
 * @param before whether an earlier try of the same deed may have been done
 */
export function isUnsure(failure: Failure, before: boolean): boolean {
  return unsureCodes.includes(failure.code) || (before && refusesAsker(failure))
}
