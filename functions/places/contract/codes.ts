/** Problem codes and paths. */

export const placesCodes = [
  'unknown-region',
  'unknown-place',
  'unknown-report',
  'report-conflict',
  'report-decided',
  'answer-too-large',
] as const

export type PlacesCode = (typeof placesCodes)[number]

export const placesPaths = {
  regions: '/api/regions',
  cityGrid: '/api/regions/grid',
  catalogue: '/api/regions/:adcode/places',
  geojson: '/api/regions/:adcode/places.geojson',
  nearby: '/api/places/nearby',
  search: '/api/places/search',
  place: '/api/places/:id',
  reports: '/api/places/:id/reports',
  openReports: '/api/staff/reports',
  reportDecision: '/api/staff/reports/:id/decision',
} as const
