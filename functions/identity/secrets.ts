/** Secrets that are made for this domain. */
import type { Secret } from '../shared/declaration/reach'

export const sessionKeys: Secret = {
  name: 'session-keys',
  variable: 'SESSION_KEYS_ARN',
  description: 'Private keys that sign sessions, newest last',
  made: 'rotation',
}
