/** Failures of the points API, where there is more to say than the code. */
import type { CommonCode } from '../../shared/contract'
import type { Failure } from '../../shared/http/problems'
import type { PointsCode } from '../contract'

/** Codes that pass by themselves, and the seconds until it makes sense to try again. */
const transient: Partial<Record<PointsCode | CommonCode, number>> = { 'account-busy': 1 }

export const failureOf = <Code extends PointsCode>(code: Code | CommonCode): Failure<Code> => ({
  code,
  ...(transient[code] !== undefined && { retryAfter: transient[code] }),
})

export const lockedOut = (retryAfter: number): Failure<'too-many-tries'> => ({
  code: 'too-many-tries',
  retryAfter,
})

export const unknownRegion: Failure<never> = {
  code: 'invalid-request',
  errors: [{ field: 'region', message: 'is not a region known here' }],
}
