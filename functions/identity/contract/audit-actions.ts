import type { AuditActions } from '../../shared/declaration/audit-actions'

/** What is done to somebody's roles. A name that begins with `role-` is shown to admins and auditors alone. */
export const identityAuditActions = {
  'role-proposed': { name: '提交授予身份', subject: '人员' },
  'role-approved': { name: '同意授予身份', subject: '人员' },
  'role-rejected': { name: '不同意授予身份', subject: '人员' },
  'role-withdrawn': { name: '撤回授予身份', subject: '人员' },
  'role-granted': { name: '授予或改变身份', subject: '人员' },
  'role-revoked': { name: '收回身份', subject: '人员' },
  /** The person deleted everything held about them. */
  'role-left': { name: '本人注销，身份随之收回', subject: '人员' },
} as const satisfies AuditActions
export type IdentityAuditAction = keyof typeof identityAuditActions
