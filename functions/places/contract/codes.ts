/** Problem codes. */

export const placesCodes = [
  'unknown-region',
  'unknown-place',
  'unknown-report',
  'report-conflict',
  'report-decided',
] as const

export type PlacesCode = (typeof placesCodes)[number]
