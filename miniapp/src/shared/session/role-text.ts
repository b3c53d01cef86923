/** Roles in words. */
import type { Role } from '@contract/identity'
import { fullDistrictName } from '@functions/places/rules/divisions'
import { powerName, roleKindNames } from './role-names'

/** `淮安市：代销者（2 个网点）`, for one role. */
export function roleText(role: Role, cityName: (region: string) => string): string {
  return `${cityName(role.region)}：${roleKindNames[role.kind]}（${reachOf(role)}）`
}

/** All of them; empty for a citizen. */
export function rolesText(roles: readonly Role[], cityName: (region: string) => string): string {
  return roles.map((role) => roleText(role, cityName)).join('；')
}

function reachOf(role: Role): string {
  switch (role.kind) {
    case 'owner':
    case 'salesperson':
      return `${role.outlets.length} 个网点`
    case 'manager':
      return role.districts.map((name) => fullDistrictName(role.region, name)).join('、')
    case 'staff':
      return role.powers.map(powerName).join('、')
  }
}
