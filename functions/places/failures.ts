/** The failures of the places API: their HTTP status, and how they are told. */
import type { Failure, ProblemKind } from '../shared/problems'
import type { PlacesCode } from './contract'

export const placesProblems = {
  'unknown-region': { status: 404, title: 'There is no such region' },
  'unknown-place': { status: 404, title: 'There is no such place' },
  'report-conflict': { status: 409, title: 'Too many reports of this at the same moment' },
  'answer-too-large': { status: 406, title: 'Too large an answer without compression' },
} as const satisfies Record<PlacesCode, ProblemKind>

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

export const answerTooLarge: Failure<'answer-too-large'> = {
  code: 'answer-too-large',
  detail: 'Send Accept-Encoding: br or gzip.',
  errors: [{ field: 'accept-encoding', message: 'must allow br or gzip' }],
}
