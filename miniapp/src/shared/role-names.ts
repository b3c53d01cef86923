/** What roles and powers are called, wherever they are shown. */
import type { Power, RoleKind } from '@contract/identity'

export const powerNames: Record<Power, string> = {
  publish: '发布',
  gifts: '礼品与积分',
  review: '审核',
  audit: '查账',
  admin: '人员与身份',
}

export const roleKindNames: Record<RoleKind, string> = {
  owner: '代销者',
  salesperson: '销售员',
  manager: '市场管理员',
  staff: '市中心工作人员',
}
