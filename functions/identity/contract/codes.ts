/** What can go wrong, and where everything is found. */

export const identityCodes = [
  'login-code-refused',
  'login-busy',
  'session-ended',
  'ticket-ended',
  'wrong-digits',
  'phone-needed',
  'another-account',
  'unknown-person',
  'last-admin',
  'own-role',
  'too-many-roles',
  'unknown-role-proposal',
  'role-proposal-decided',
  'role-proposal-expired',
  'own-role-proposal',
  'not-own-role-proposal',
  'role-changed-meanwhile',
  'role-proposer-not-admin',
  'role-proposal-limit',
  'consent-outdated',
] as const
export type IdentityCode = (typeof identityCodes)[number]
