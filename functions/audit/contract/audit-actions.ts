import type { AuditActions } from '../../shared/declaration/audit-actions'

/** What staff do with the record itself. */
export const auditAuditActions = {
  'audit-exported': { name: '导出操作记录', subject: '文件' },
} as const satisfies AuditActions
export type AuditAuditAction = keyof typeof auditAuditActions
