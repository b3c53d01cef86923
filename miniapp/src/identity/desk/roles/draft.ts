/** A role as it stands in the form, and what it means to give or take it. Pure. */
import {
  type Holder,
  type Power,
  type Role,
  type RoleKind,
  type TicketPurpose,
  takesTwoAdmins,
} from '@contract/identity'
import { districtOfAdcode, fullDistrictName } from '@functions/places/rules/divisions'
import { personNoTyped } from '@/desk/typed'
import { personNoText } from '@/shared/session/person-no'
import { powerName, roleKindNames } from '@/shared/session/role-names'

export type RoleDraft = {
  no: string
  /** Null until one is chosen. */
  kind: RoleKind | null
  outlets: string[]
  districts: string[]
  powers: Power[]
}

/** As the server answered it: with powers besides, where it has some that this version does not know. */
export type HeldRole = Holder['roles'][number]

export const emptyRole: RoleDraft = { no: '', kind: null, outlets: [], districts: [], powers: [] }

/** A role that somebody holds, to be changed: a grant of the same kind takes its place. */
export function roleDraftOf(no: string, role: Role): RoleDraft {
  const draft = { ...emptyRole, no: personNoText(no), kind: role.kind }
  switch (role.kind) {
    case 'owner':
    case 'salesperson':
      return { ...draft, outlets: role.outlets }
    case 'manager':
      return { ...draft, districts: role.districts }
    case 'staff':
      return { ...draft, powers: role.powers }
  }
}

/**
 * What is still missing, one sentence; null: it can be granted. `me`: the number of whoever grants. `held`: the role of
 * this kind that they hold, which would be replaced.
 */
export function roleProblem(draft: RoleDraft, me: string, held: HeldRole | null = null): string | null {
  if (personNoTyped(draft.no) === me) return '这是你自己的编号。自己的身份要另一位管理员来改。'
  if (personNoTyped(draft.no) === null) return '写上对方的 8 位编号，在“我的”里能看到。'
  if (isPartial(held)) return '这个身份有这个版本不认识的权限。更新到最新版本再改。'
  switch (draft.kind) {
    case null:
      return '选一种身份。'
    case 'owner':
    case 'salesperson':
      return draft.outlets.length === 0 ? '至少选一个网点。' : null
    case 'manager':
      return draft.districts.length === 0 ? '至少选一个区县。' : null
    case 'staff':
      return draft.powers.length === 0 ? '至少选一项权限。' : null
  }
}

/** Saving it as this version reads it would take away what the version does not know. */
const isPartial = (held: HeldRole | null): boolean => held?.kind === 'staff' && 'more' in held

/** Null while something is missing. */
export function roleOf(
  draft: RoleDraft,
  region: string,
  me: string,
  held: HeldRole | null = null,
): { no: string; role: Role } | null {
  const no = personNoTyped(draft.no)
  if (no === null || draft.kind === null || roleProblem(draft, me, held) !== null) return null
  return { no, role: roleIn({ ...draft, kind: draft.kind }, region) }
}

function roleIn({ kind, outlets, districts, powers }: RoleDraft & { kind: RoleKind }, region: string): Role {
  switch (kind) {
    case 'owner':
    case 'salesperson':
      return { kind, region, outlets }
    case 'manager':
      return { kind, region, districts }
    case 'staff':
      return { kind, region, powers }
  }
}

/** `销售员：大治路福彩站等 2 个网点`. */
export function roleText(role: Role, outletName: (id: string) => string): string {
  const name = roleKindNames[role.kind]
  switch (role.kind) {
    case 'owner':
    case 'salesperson': {
      const [first] = role.outlets
      const outlet = first === undefined ? '' : outletName(first)
      return `${name}：${role.outlets.length > 1 ? `${outlet}等 ${role.outlets.length} 个网点` : outlet}`
    }
    case 'manager':
      return `${name}：${role.districts.map((district) => fullDistrictName(role.region, district)).join('、')}`
    case 'staff':
      return `${name}：${role.powers.map(powerName).join('、')}`
  }
}

/** A role within a part of the city, as the server answered it. */
export type HeldPart = NonNullable<Holder['scopedRoles']>[number]

/** `市中心工作人员，只在大治路福彩站：礼品与积分`. */
export const partText = (role: HeldPart, outletName: (id: string) => string): string =>
  `${roleKindNames.staff}，${partName(role, outletName)}：${role.powers.map(powerName).join('、') || '其他'}`

/** `只在大治路福彩站`, `只在淮安区`; a district that has no name here goes by its code. */
export function partName({ scope: { kind, id } }: HeldPart, outletName: (id: string) => string): string {
  switch (kind) {
    case 'district':
      return `只在${districtOfAdcode(id) ?? `区县 ${id}`}`
    case 'outlet':
      return `只在${outletName(id)}`
    case 'team':
      return `只在团队 ${id.slice(7)}`
    case 'other':
      return '只在其他范围'
  }
}

/** Everything that somebody holds, as a line of the list. */
export const rolesText = (
  { roles, scopedRoles = [] }: Pick<Holder, 'roles' | 'scopedRoles'>,
  outletName: (id: string) => string,
): string =>
  [
    ...roles.map((role) => roleText(role, outletName)),
    ...scopedRoles.map((role) => partText(role, outletName)),
  ].join('；')

/** Whether one admin alone can grant it, or it waits for another. */
export function needsSecondAdmin({ kind, powers }: RoleDraft, held: HeldRole | null): boolean {
  const before = held?.kind === 'staff' ? held.powers : []
  return kind === 'staff' && takesTwoAdmins(powers.filter((power) => !before.includes(power)))
}

/** What granting means, said before it. */
export function grantSentence(draft: RoleDraft, held: HeldRole | null, me: string): string | null {
  const no = personNoTyped(draft.no)
  if (no === null || draft.kind === null || roleProblem(draft, me, held) !== null) return null
  const name = roleKindNames[draft.kind]
  if (needsSecondAdmin(draft, held))
    return `编号 ${personNoText(no)} 的人要成为${name}，这几项权限要另一位管理员在“审批”里同意，14 天内有效；同意之前，这个人的权限都不变。`
  return held
    ? `编号 ${personNoText(no)} 的人已经是${name}，保存后换成这里写的，马上生效。`
    : `编号 ${personNoText(no)} 的人成为${name}，15 分钟内生效；对方登录一次就马上能用。`
}

/** What the phone is asked for where it has to confirm the grant. */
export const grantPurpose = ({ no, role }: { no: string; role: Role }): TicketPurpose => ({
  kind: 'grant',
  no,
  role: role.kind,
  ...(role.kind === 'staff' && { powers: role.powers }),
})

/** What revoking means, said before it. `part`: the part of the city that the role is within. */
export function revokeText(no: string, kind: RoleKind, part?: string): string {
  if (part)
    return `编号 ${personNoText(no)} 的人马上失去“${part}”的权限，其余身份和权限不变。以后可以再授予。`
  const lost =
    kind === 'staff' ? '进不了工作台' : kind === 'manager' ? '不再负责这些区县' : '不能再交付礼品、显示打卡码'
  return `编号 ${personNoText(no)} 的人马上${lost}。个人的积分和兑换不受影响。以后可以再授予。`
}

/** Nothing of what the role holds was chosen yet. */
export const isEmptyRole = ({ outlets, districts, powers }: RoleDraft): boolean =>
  outlets.length + districts.length + powers.length === 0
