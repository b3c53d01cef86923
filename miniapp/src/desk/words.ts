/** The Chinese words of the desk: powers, roles, what staff did. One name for one thing, wherever it is shown. */
import type { RoleKind } from '@contract/identity'
import type { Adjustment } from '@contract/points'
import type { AuditAction } from '@functions/domains'

export const roleKindAbout: Record<RoleKind, string> = {
  owner: '能在自己的网点交付礼品、显示打卡码；不能在自己的网点得积分和取礼品',
  salesperson: '能在所在的网点交付礼品、显示打卡码；不能在这个网点得积分和取礼品',
  manager: '负责所选的区县',
  staff: '按勾选的权限使用工作台',
}

export const adjustmentStateNames: Record<Adjustment['state'], string> = {
  proposed: '待审批',
  approved: '已批准',
  rejected: '已驳回',
  withdrawn: '已撤回',
  expired: '已失效',
  other: '其他',
}

/** What takes two people; a later server may know more. */
export const proposedOperationNames: Record<string, string> = {
  createBatch: '新的一批积分码',
  changeRules: '修改积分规则',
  changeGift: '修改礼品',
  changePicture: '更换礼品图片',
}

const auditActionNames: Readonly<Record<string, string>> = {
  'gift-created': '新建礼品',
  'gift-changed': '修改礼品',
  'picture-changed': '更换图片',
  'stock-changed': '调整库存',
  'rules-changed': '修改积分规则',
  'batch-created': '生成积分码',
  'batch-stopped': '停用积分码',
  'codes-read': '查看积分码',
  'adjustment-proposed': '提出调整积分',
  'adjustment-approved': '批准调整积分',
  'adjustment-rejected': '驳回调整积分',
  'adjustment-withdrawn': '撤回调整积分',
  'proposal-made': '提交复核',
  'proposal-approved': '复核通过',
  'proposal-rejected': '复核不通过',
  'proposal-withdrawn': '撤回提交',
  'ledger-read': '查看流水',
  'points-exported': '导出清单',
  'audit-exported': '导出操作记录',
  'report-accepted': '采纳市民报告',
  'report-rejected': '市民报告记为不属实',
  'role-proposed': '提交授予身份',
  'role-approved': '同意授予身份',
  'role-rejected': '不同意授予身份',
  'role-withdrawn': '撤回授予身份',
  'role-granted': '授予或改变身份',
  'role-revoked': '收回身份',
  'role-left': '本人注销，身份随之收回',
  'entry-created': '新建展馆内容',
  'entry-submitted': '提交展馆内容审核',
  'entry-approved': '审核通过展馆内容',
  'entry-published': '展馆内容按时发布',
  'entry-returned': '退回展馆内容',
  'entry-withdrawn': '撤下展馆内容',
  'entry-restored': '恢复展馆内容的旧版本',
} satisfies Record<AuditAction, string>

/** Whoever runs the operator's commands. */
export const operatorName = '运维人员'

/** Lists that leave as files. */
export const exportedListNames: Record<string, string> = {
  gifts: '礼品',
  batches: '积分码',
  adjustments: '积分调整',
  audit: '操作记录',
}

/** Of what a later server knows there is only this to say. */
export const otherName = '其他'

export const auditActionName = (action: string): string => auditActionNames[action] ?? otherName
