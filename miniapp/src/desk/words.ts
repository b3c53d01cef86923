/** The Chinese words of the desk: powers, roles, what staff did. One name for one thing, wherever it is shown. */
import type { AuditActions, AuditActionWords } from '@common/declaration/audit-actions'
import { operatorId, systemId } from '@contract/audit'
import type { RoleKind } from '@contract/identity'
import type { Adjustment } from '@contract/points'

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

const auditActions: Record<string, AuditActionWords> = {}

/** From now on there are words for these: what each is called, and what it is done to. */
export function addAuditActions(more: AuditActions): void {
  Object.assign(auditActions, more)
}

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
