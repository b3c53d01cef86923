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
  'consent-outdated',
] as const
export type IdentityCode = (typeof identityCodes)[number]

export const identityPaths = {
  sessions: '/api/sessions',
  refresh: '/api/sessions/refresh',
  current: '/api/sessions/current',
  device: '/api/sessions/devices/:id',
  tickets: '/api/sessions/tickets',
  ticket: '/api/sessions/tickets/:id',
  ticketSession: '/api/sessions/tickets/:id/session',
  me: '/api/me',
  export: '/api/me/export',
  consents: '/api/me/consents',
  age: '/api/me/age',
  roles: '/api/staff/roles',
  roleChanges: '/api/staff/roles/changes',
  role: '/api/staff/roles/:person/:kind',
  resolve: '/api/staff/persons/resolve',
  staffName: '/api/staff/persons/:person/name',
} as const
