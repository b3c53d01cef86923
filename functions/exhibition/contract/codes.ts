/** Codes of its own, beside those that any route may answer (shared/contract.ts). */
export const exhibitionCodes = [
  'unknown-exhibition',
  'unknown-gallery',
  'unknown-fund',
  'unknown-bulletin',
  'unknown-entry',
  'unknown-version',
  'entry-exists',
  'entry-conflict',
  'entry-incomplete',
  'entry-wording',
  'entry-risky',
  'entry-unchecked',
  'entry-state',
  'own-entry',
  'media-waits',
  'media-unusable',
  'gallery-full',
  'fund-full',
  'entry-busy',
] as const
export type ExhibitionCode = (typeof exhibitionCodes)[number]
