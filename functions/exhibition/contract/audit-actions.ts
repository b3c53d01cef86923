import type { AuditActions } from '../../shared/declaration/audit-actions'

/** What staff do in the exhibition that stands in the record for auditors. A schedule publishes in the name of whoever approved it. */
export const exhibitionAuditActions = {
  'entry-created': { name: '新建展馆内容', subject: '展馆内容' },
  'entry-saved': { name: '保存展馆内容', subject: '展馆内容' },
  'entry-submitted': { name: '提交展馆内容审核', subject: '展馆内容' },
  'entry-approved': { name: '审核通过展馆内容', subject: '展馆内容' },
  'entry-rescheduled': { name: '改展馆内容的发布时间', subject: '展馆内容' },
  'entry-published': { name: '展馆内容按时发布', subject: '展馆内容' },
  'entry-returned': { name: '退回展馆内容', subject: '展馆内容' },
  'entry-withdrawn': { name: '撤下展馆内容', subject: '展馆内容' },
  'entry-restored': { name: '恢复展馆内容的旧版本', subject: '展馆内容' },
  'entry-imported': { name: '用表格改展馆内容', subject: '展馆内容' },
  'entries-exported': { name: '导出展馆内容', subject: '文件' },
} as const satisfies AuditActions
export type ExhibitionAuditAction = keyof typeof exhibitionAuditActions
