/** What admins do with roles that stands in the record for auditors. */
export const identityAuditActions = [
  'role-proposed',
  'role-approved',
  'role-rejected',
  'role-withdrawn',
] as const
export type IdentityAuditAction = (typeof identityAuditActions)[number]
