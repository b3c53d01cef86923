/** What roles and powers are called, wherever they are shown. */
import type { Power, RoleKind } from '@contract/identity'
import { declaredPowers } from '@functions/powers'

export const powerName = (power: Power): string => declaredPowers[power].title

/** What somebody with the power can do, said before it is granted. */
export const powerAbout = (power: Power): string => declaredPowers[power].about

export const roleKindNames: Record<RoleKind, string> = {
  owner: '代销者',
  salesperson: '销售员',
  manager: '市场管理员',
  staff: '市中心工作人员',
}
