import type { AuditActions } from '../../shared/declaration/audit-actions'

/** What staff do with files that stands in the record for auditors; the last two WeChat's check and the sweep do. */
export const mediaAuditActions = {
  'media-uploaded': { name: '上传图片或音视频', subject: '图片或音视频' },
  'media-approved': { name: '图片或音视频审核通过', subject: '图片或音视频' },
  'media-refused': { name: '图片或音视频审核不通过', subject: '图片或音视频' },
  'media-risky': { name: '微信检查不通过，已撤下', subject: '图片或音视频' },
  'media-removed': { name: '长期没有用到，已清理', subject: '图片或音视频' },
} as const satisfies AuditActions
export type MediaAuditAction = keyof typeof mediaAuditActions
