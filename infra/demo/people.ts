/**
 * Who can be played in the local run: people of our own invention. Their logins exist only where a stand-in answers for
 * WeChat, which no deployment has.
 */
import type { Role } from '../../functions/identity/contract'
import { powers as declared } from '../../functions/powers'

export type DemoPerson = {
  /** How the stand-in names them. */
  key: string
  name: string
  /** In a few words, what one can try as this person. */
  about: string
  roles: Role[]
  /** Points to begin with in Huai'an, entered in the ledger as what they are. */
  points?: number
}

export const demoRegion = '320800'
/** Love-aid station and warm cabin. */
export const demoOutlet = '320800-32080202'
/** A second one, where the first one's orders cannot be picked up. */
export const otherDemoOutlet = '320800-32080221'

const outlets = (place: string) => ({ region: demoRegion, outlets: [place] })
const staff = (powers: Extract<Role, { kind: 'staff' }>['powers'], region = demoRegion): Role => ({
  kind: 'staff',
  region,
  powers,
})

const people: readonly DemoPerson[] = [
  {
    key: 'citizen-1',
    name: '林阿姨',
    about: '市民，有 680 积分，可以兑换礼品',
    roles: [],
    points: 680,
  },
  { key: 'citizen-2', name: '小周', about: '市民，有 120 积分', roles: [], points: 120 },
  {
    key: 'owner',
    name: '陈店主',
    about: '淮安城南站店主，可以核销、出示打卡码',
    roles: [{ kind: 'owner', ...outlets(demoOutlet) }],
  },
  {
    key: 'salesperson',
    name: '小吴',
    about: '淮安枚皋路站销售员，可以核销',
    roles: [{ kind: 'salesperson', ...outlets(otherDemoOutlet) }],
  },
  {
    key: 'staff-gifts',
    name: '市中心·礼品',
    about: '淮安市中心，管礼品、积分码和报错',
    roles: [staff(['gifts', 'review'])],
  },
  {
    key: 'staff-admin',
    name: '市中心·管理',
    about: '淮安市中心，管角色、查台账，也可以复核',
    roles: [staff(['gifts', 'audit', 'admin'])],
  },
  {
    key: 'staff-editor',
    name: '市中心·编辑',
    about: '淮安和滨州，写展馆内容；自己写的要别人审',
    roles: [staff(['publish']), staff(['publish'], '371600')],
  },
  {
    key: 'staff-publisher',
    name: '市中心·审发',
    about: '淮安和滨州，审核编辑写的展馆内容并发布',
    roles: [staff(['publish']), staff(['publish'], '371600')],
  },
  {
    key: 'staff-binzhou',
    name: '滨州·礼品',
    about: '滨州市中心，看不到淮安的台账',
    roles: [staff(['gifts', 'audit', 'admin'], '371600')],
  },
  {
    key: 'staff-second-publisher',
    name: '市中心·终审',
    about: '淮安和滨州，审前两位都写过的展馆内容',
    roles: [staff(['publish']), staff(['publish'], '371600')],
  },
]

const powersOf = (role: Role) => (role.kind === 'staff' ? role.powers : [])
const held = people.flatMap(({ roles }) => roles.flatMap(powersOf))
const heldByNobody = declared.filter((power) => !held.includes(power))
const withOthers = (role: Role): Role =>
  role.kind === 'staff' ? { ...role, powers: [...role.powers, ...heldByNobody] } : role

/** A power that a domain declares and nobody above holds is 市中心·管理's, so that each can be tried. */
export const demoPeople = people.map((person) =>
  person.key === 'staff-admin' ? { ...person, roles: person.roles.map(withOthers) } : person,
)
