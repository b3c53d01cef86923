import type { AuditActions } from '../../shared/declaration/audit-actions'

/** What staff do with points that stands in the record for auditors. */
export const pointsAuditActions = {
  'gift-created': { name: '新建礼品', subject: '礼品' },
  'gift-changed': { name: '修改礼品', subject: '礼品' },
  'picture-changed': { name: '更换图片', subject: '礼品' },
  'stock-changed': { name: '调整库存', subject: '礼品' },
  'rules-changed': { name: '修改积分规则', subject: '积分规则' },
  'batch-created': { name: '生成积分码', subject: '积分码' },
  'batch-stopped': { name: '停用积分码', subject: '积分码' },
  'codes-read': { name: '查看积分码', subject: '积分码' },
  'adjustment-proposed': { name: '提出调整积分', subject: '调整' },
  'adjustment-approved': { name: '批准调整积分', subject: '调整' },
  'adjustment-rejected': { name: '驳回调整积分', subject: '调整' },
  'adjustment-withdrawn': { name: '撤回调整积分', subject: '调整' },
  'proposal-made': { name: '提交复核', subject: '复核' },
  'proposal-approved': { name: '复核通过', subject: '复核' },
  'proposal-rejected': { name: '复核不通过', subject: '复核' },
  'proposal-withdrawn': { name: '撤回提交', subject: '复核' },
  'ledger-read': { name: '查看流水', subject: '人员' },
  'points-exported': { name: '导出清单', subject: '文件' },
} as const satisfies AuditActions
export type PointsAuditAction = keyof typeof pointsAuditActions
