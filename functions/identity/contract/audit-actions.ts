/** What is done to somebody's roles. A name that begins with `role-` is shown to admins and auditors alone. */
export const identityAuditActions = [
  'role-proposed',
  'role-approved',
  'role-rejected',
  'role-withdrawn',
  'role-granted',
  'role-revoked',
  /** The person deleted everything held about them. */
  'role-left',
] as const
export type IdentityAuditAction = (typeof identityAuditActions)[number]
