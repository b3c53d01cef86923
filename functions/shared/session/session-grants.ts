/** What a domain whose operations ask for a session needs; `declareDomain` adds it. */
import type { Grant, Secret } from '../declaration/reach'

export const sessionPublicKeys: Secret = {
  name: 'session-public-keys',
  variable: 'SESSION_PUBLIC_KEYS_ARN',
  description: 'Public keys that check sessions: those in use, and those of sessions that still run',
  made: 'rotation',
  notRotated: 'It follows session-keys: their rotation writes both.',
}

/** How the partitions of the marks begin that revocation.ts reads and identity writes. */
export const revocationPrefix = 'revocation#'

/** Of identity's table, whether a role or a session has just ended: for whoever has operations that take roles. */
export const revocations: Grant = { table: 'identity', actions: ['GetItem'], partitions: [revocationPrefix] }
