/** Codes of its own, beside those that any route may answer (shared/contract.ts). */
export const mediaCodes = [
  'unknown-media',
  'media-missing',
  'media-content',
  'media-codec',
  'media-state',
  'own-media',
  'media-busy',
  'media-unavailable',
  'media-unchecked',
  'push-refused',
] as const
export type MediaCode = (typeof mediaCodes)[number]
