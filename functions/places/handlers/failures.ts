/** The failures of the places API as problems. */
import type { Failure } from '../../shared/http/problems'

/** `field` is where the request named the region. */
export const unknownRegion = (field: 'adcode' | 'region'): Failure<'unknown-region'> => ({
  code: 'unknown-region',
  detail: 'GET /api/regions lists the regions there are.',
  errors: [{ field, message: 'is not a region known here' }],
})

export const unknownPlace: Failure<'unknown-place'> = {
  code: 'unknown-place',
  errors: [{ field: 'id', message: 'is not a place known here' }],
}

export const unknownReport: Failure<'unknown-report'> = {
  code: 'unknown-report',
  detail: 'Reports are kept for 180 days, and for 30 after their decision.',
}
