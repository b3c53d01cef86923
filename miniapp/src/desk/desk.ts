/** Where somebody of the staff works: their city, their powers, and the pages that these open. */
import type { Me, Power } from '@contract/identity'
import { useEffect } from 'react'
import { chooseCity, useCity } from '@/shared/city'
import type { IconName } from '@/shared/components/icon'
import { staffOf, useMe } from '@/shared/session'

export type DeskPageName =
  | 'home'
  | 'gifts'
  | 'batches'
  | 'rules'
  | 'adjustments'
  | 'proposals'
  | 'ledger'
  | 'reports'
  | 'roles'
  | 'audit'

export type DeskDoor = {
  page: DeskPageName
  path: string
  title: string
  icon: IconName
  power: Power | null
}

export const doors: readonly DeskDoor[] = [
  { page: 'home', path: 'desk/home', title: '工作台', icon: 'home', power: null },
  { page: 'gifts', path: 'points/desk/gifts', title: '礼品', icon: 'gift', power: 'gifts' },
  { page: 'batches', path: 'points/desk/batches', title: '积分码', icon: 'ticket', power: 'gifts' },
  { page: 'rules', path: 'points/desk/rules', title: '积分规则', icon: 'scales', power: 'gifts' },
  { page: 'adjustments', path: 'points/desk/adjustments', title: '积分调整', icon: 'edit', power: 'gifts' },
  { page: 'proposals', path: 'points/desk/proposals', title: '待复核', icon: 'people', power: 'gifts' },
  { page: 'reports', path: 'places/desk/reports', title: '市民报告', icon: 'flag', power: 'review' },
  { page: 'ledger', path: 'points/desk/ledger', title: '查账', icon: 'search', power: 'audit' },
  { page: 'audit', path: 'points/desk/audit', title: '操作记录', icon: 'history', power: 'audit' },
  { page: 'roles', path: 'identity/desk/roles', title: '人员与身份', icon: 'people', power: 'admin' },
]

/** The doors that these powers open, in their order. */
export const doorsFor = (powers: readonly Power[]): DeskDoor[] =>
  doors.filter(({ power }) => power === null || powers.includes(power))

/** @param name of the lists that belong to this person and this city */
export type Desk = { me: Me; region: string; powers: readonly Power[]; cities: string[]; name: string }

/**
 * The city whose desk one sits at: the one on the map while it is one of theirs, else their first, to which the map
 * then goes too. Null: nobody is logged in, or they are no staff.
 */
export function useDesk(): Desk | null {
  const me = useMe()
  const city = useCity()
  const roles = staffOf(me)
  const shown = city.status === 'ready' ? city.region.adcode : null
  const role = roles.find(({ region }) => region === shown) ?? roles[0]
  const region = role?.region ?? null
  useEffect(() => {
    // Names and districts of the desk's city come from the catalogue.
    const isOther = city.status === 'unchosen' || (shown !== null && shown !== region)
    if (region !== null && isOther) chooseCity(region)
  }, [region, shown, city.status])
  if (!me || !role) return null
  return {
    me,
    region: role.region,
    powers: role.powers,
    cities: roles.map((one) => one.region),
    name: `${me.id} ${role.region}`,
  }
}
