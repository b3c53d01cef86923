/** Problem codes. */

export const placesCodes = [
  'unknown-region',
  'unknown-place',
  'unknown-report',
  'report-conflict',
  'report-decided',
  'answer-too-large',
] as const

export type PlacesCode = (typeof placesCodes)[number]
