/** Secrets that are made for this domain. */
import type { Secret } from '../shared/declaration/reach'

export const codesSecret: Secret = {
  name: 'points',
  variable: 'POINTS_SECRET_ARN',
  description: 'What printed codes and pickup codes are derived from; whoever has it can make them',
  made: { characters: 64 },
  notRotated: 'Printed codes and the codes on phones are derived from it: another value would void them all.',
}
