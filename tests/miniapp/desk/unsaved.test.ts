/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Whatever somebody has written at the desk and not saved is left only after a question.
 */
import { aGift, aProposal } from './builders'
import { atWork, outlet, region, staff } from './work'

const wide = { width: 1440 }
const gift = aGift({ outlets: [outlet] })
const holder = {
  id: '00000000000000000002',
  no: '8K3M92QT',
  roles: [{ kind: 'staff', region, powers: ['audit'] }],
  changedAt: '2026-03-04T02:00:00.000Z',
}
const routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/proposals': {
    proposals: [
      aProposal({ label: '先来的' }),
      aProposal({ id: '320800-0ther00001', label: '后来的', proposedAt: '2026-03-09T02:00:00.000Z' }),
    ],
  },
  'GET /api/staff/adjustments': { adjustments: [] },
  'GET /api/staff/roles': { people: [holder] },
}
type Page = 'desk/pages/points/gifts' | 'desk/review' | 'desk/pages/identity/roles'

async function opened(page: Page, row: RegExp) {
  const work = atWork([staff('gifts', 'admin')], routes, wide)
  work.open(page)
  work.fireEvent.click(await work.screen.findByRole('button', { name: row }))
  const write = (name: RegExp, value: string) =>
    work.fireEvent.change(work.screen.getByRole('textbox', { name }), { target: { value } })
  const isAsked = () => work.screen.queryByRole('dialog', { name: '有没保存的修改' }) !== null
  const press = (name: string) => work.fireEvent.click(work.screen.getByRole('button', { name }))
  const leave = () => work.fireEvent.click(work.screen.getByRole('link', { name: '积分规则' }))
  return { ...work, write, isAsked, press, leave }
}

it('a name for a colleague', async () => {
  const { write, leave, isAsked } = await opened('desk/pages/identity/roles', /8K3M 92QT/)
  write(/内部称呼/, '王老师')
  leave()
  expect(isAsked()).toBe(true)
})

it('pieces of a gift, also where nothing else of it was changed', async () => {
  const { write, leave, isAsked } = await opened('desk/pages/points/gifts', /杂粮礼包/)
  write(/加几件/, '5')
  leave()
  expect(isAsked()).toBe(true)
})

it('pieces and texts of a gift, until both are as they were', async () => {
  const { write, leave, isAsked } = await opened('desk/pages/points/gifts', /杂粮礼包/)
  write(/加几件/, '5')
  write(/^名称/, '别的')
  write(/加几件/, '')
  leave()
  expect(isAsked()).toBe(true)
})

it('the reason of a refusal whose dialog was closed', async () => {
  const { write, press, screen, fireEvent, isAsked } = await opened('desk/review', /先来的/)
  press('不通过')
  write(/原因/, '分值写错了')
  press('再想想')
  expect(isAsked()).toBe(false)
  fireEvent.click(screen.getByRole('button', { name: /后来的/ }))
  expect(isAsked()).toBe(true)
})

it('a name for oneself, written over a page with something unsaved', async () => {
  const { write, press, leave, screen, fireEvent, isAsked } = await opened(
    'desk/pages/points/gifts',
    /杂粮礼包/,
  )
  write(/^名称/, '别的')
  fireEvent.click(screen.getByRole('button', { name: '菜单' }))
  press('起个内部称呼')
  write(/内部称呼/, '王老师')
  press('关闭')
  expect(isAsked()).toBe(true)
  press('不要了，离开')
  expect(screen.queryByRole('textbox', { name: /内部称呼/ })).toBeNull()
  leave()
  expect(isAsked()).toBe(true)
})

it('is left once nothing lies over the page any more: WeChat would put that away in its place', async () => {
  const { write, press, leave, phone, act } = await opened('desk/pages/points/gifts', /杂粮礼包/)
  const taro: typeof import('../support/taro') = require('../support/taro')
  const { layerCount }: typeof import('@/shared/navigation/layers') = require('@/shared/navigation/layers')
  const later: (() => void)[] = []
  const before = process.env.TARO_ENV
  process.env.TARO_ENV = 'weapp'
  const nextTick = jest.spyOn(taro.default, 'nextTick').mockImplementation((then) => void later.push(then))
  write(/^名称/, '别的')
  leave()
  press('不要了，离开')
  expect(phone.did).toEqual([])
  expect(layerCount.get()).toBe(0)
  act(() => {
    for (const then of later) then()
  })
  expect(phone.did).toEqual(['navigateTo /desk/pages/points/rules/index'])
  nextTick.mockRestore()
  if (before === undefined) delete process.env.TARO_ENV
  else process.env.TARO_ENV = before
})
