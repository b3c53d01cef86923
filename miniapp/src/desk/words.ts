/** The Chinese words of the desk: powers, roles, what staff did. One name for one thing, wherever it is shown. */
import { operatorId, systemId } from '@contract/audit'
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

type ActionWords = { name: string; subject: string }

/** What each action is called, and what it is done to. */
const auditActions: Readonly<Record<string, ActionWords>> = {
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
  'audit-exported': { name: '导出操作记录', subject: '文件' },
  'report-accepted': { name: '采纳市民报告', subject: '地点' },
  'report-rejected': { name: '市民报告记为不属实', subject: '地点' },
  'role-proposed': { name: '提交授予身份', subject: '人员' },
  'role-approved': { name: '同意授予身份', subject: '人员' },
  'role-rejected': { name: '不同意授予身份', subject: '人员' },
  'role-withdrawn': { name: '撤回授予身份', subject: '人员' },
  'role-granted': { name: '授予或改变身份', subject: '人员' },
  'role-revoked': { name: '收回身份', subject: '人员' },
  'role-left': { name: '本人注销，身份随之收回', subject: '人员' },
  'entry-created': { name: '新建展馆内容', subject: '展馆内容' },
  'entry-saved': { name: '保存展馆内容', subject: '展馆内容' },
  'entry-submitted': { name: '提交展馆内容审核', subject: '展馆内容' },
  'entry-approved': { name: '审核通过展馆内容', subject: '展馆内容' },
  'entry-published': { name: '展馆内容按时发布', subject: '展馆内容' },
  'entry-rescheduled': { name: '改展馆内容的发布时间', subject: '展馆内容' },
  'entry-returned': { name: '退回展馆内容', subject: '展馆内容' },
  'entry-withdrawn': { name: '撤下展馆内容', subject: '展馆内容' },
  'entry-restored': { name: '恢复展馆内容的旧版本', subject: '展馆内容' },
  'entry-imported': { name: '用表格改展馆内容', subject: '展馆内容' },
  'entries-exported': { name: '导出展馆内容', subject: '文件' },
  'media-uploaded': { name: '上传图片或音视频', subject: '图片或音视频' },
  'media-approved': { name: '图片或音视频审核通过', subject: '图片或音视频' },
  'media-refused': { name: '图片或音视频审核不通过', subject: '图片或音视频' },
  'media-risky': { name: '微信检查不通过，已撤下', subject: '图片或音视频' },
  'media-removed': { name: '长期没有用到，已清理', subject: '图片或音视频' },
} satisfies Record<AuditAction, ActionWords>

/** Whoever runs the operator's commands. */
export const operatorName = '运维人员'
/** By ids that are nobody's: whoever runs commands, and what WeChat's check and schedules do. The server knows nothing of them. */
export const ownNames: Readonly<Record<string, string>> = {
  [operatorId]: operatorName,
  [systemId]: '系统自动',
}

/** Lists that leave as files. */
export const exportedListNames: Record<string, string> = {
  gifts: '礼品',
  batches: '积分码',
  adjustments: '积分调整',
  audit: '操作记录',
  bulletin: '公益发布',
  fund: '公益金去向',
}

/** Of what a later server knows there is only this to say. */
export const otherName = '其他'

export const auditActionName = (action: string): string => auditActions[action]?.name ?? otherName
export const auditSubjectKind = (action: string): string => auditActions[action]?.subject ?? otherName

/** What came of something with a title of the desk: `已通过：图片“一张绿色的票”。` */
export function outcomeText(word: string, title: string): string {
  const [kind = '', ...named] = title.split('：')
  return named.length > 0 ? `${word}：${kind}“${named.join('：')}”。` : `${word}：${title}。`
}
