/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * A phone that keeps nothing, or no more: every page works for the visit, and one quiet line says what will be gone.
 */
import { start } from './start'

const denied = (phone: Parameters<NonNullable<Parameters<typeof start>[0]>>[0]) => {
  phone.storageRoom = 'denied'
}

beforeAll(() => {
  // jsdom has no scrolling.
  Element.prototype.scrollTo = () => {}
})

const line = '手机不能保存数据，收藏、设置和登录关闭后不保留'

test.each([
  ['tabs/home', '福驿'],
  ['tabs/map', '地图'],
  ['tabs/points', '积分'],
  ['tabs/me', '我的'],
  ['places/pages/aid', '爱心救助'],
  ['places/pages/search', '搜索'],
  ['places/pages/detail', '地点'],
  ['places/pages/report', '这里有误'],
  ['points/pages/gifts', '兑换礼品'],
  ['points/pages/gift', '礼品'],
  ['points/pages/orders', '我的兑换单'],
  ['points/pages/entries', '积分明细'],
  ['points/pages/code', '积分码'],
  ['points/pages/visit', '到站打卡'],
  ['identity/pages/login', '登录'],
  ['identity/pages/data', '我的数据'],
  ['about/privacy', '隐私说明'],
  ['about/rules', '积分规则'],
  ['about/about', '关于福驿'],
  ['about/contact', '联系市福彩中心'],
] as const)('%s opens where all storage is denied', async (page, title) => {
  const { open, screen } = start((phone) => {
    denied(phone)
    phone.params = { id: '320800-1' }
  })
  open(page)
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy()
})

test('help is found where all storage is denied', async () => {
  const { open, screen, fireEvent } = start(denied)
  open('places/pages/aid')
  fireEvent.click(await screen.findByRole('button', { name: /淮安/ }))
  expect(await screen.findByText('最近开着的救助点')).toBeTruthy()
  expect(screen.queryByText(line)).toBeNull()
})

test('what one answers and keeps holds for the visit, and a line says for how long', async () => {
  const { open, screen, fireEvent } = start(denied)
  open('tabs/home')
  fireEvent.click(screen.getByRole('button', { name: '我已满 18 周岁' }))
  fireEvent.click(screen.getByRole('switch', { name: '大字版' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('switch', { name: '大字版' }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getAllByText(line)).toHaveLength(1)
})

test('a phone that is full keeps who logged in for the visit, and says that it is not kept', async () => {
  const { open, screen, act, phone } = start((phone) => {
    phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
    phone.storage.set('fuyi.favourites', '{"v":1,"value":["320800-3"]}')
    phone.storageRoom = 0
  })
  const { session }: typeof import('@/shared/session/session') = require('@/shared/session/session')
  open('tabs/me')
  phone.server = () => ({ statusCode: 200, data: JSON.stringify(aSession) })
  await act(() => session.login('code'))
  expect(screen.getByText('8K3M 92QT')).toBeTruthy()
  expect(await session.access(session.person())).toEqual({ ok: true, value: 'access' })
  expect(screen.getByText('手机存储已满，没有存下登录，关闭后就没有了')).toBeTruthy()
})

test('a phone that is full of catalogues keeps who logged in, and says nothing', async () => {
  const { open, screen, act, phone } = start((phone) => {
    phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
    phone.storage.set('fuyi.catalogue.371600', 'x'.repeat(2000))
    phone.storageRoom = 2022
  })
  const { session }: typeof import('@/shared/session/session') = require('@/shared/session/session')
  open('tabs/me')
  phone.server = () => ({ statusCode: 200, data: JSON.stringify(aSession) })
  await act(() => session.login('code'))
  expect(phone.storage.get('fuyi.session')).toContain('refresh')
  expect(phone.storage.has('fuyi.catalogue.371600')).toBe(false)
  expect(screen.queryByText(/手机存储/)).toBeNull()
})

const aSession = {
  access: 'access',
  expiresIn: 900,
  refresh: 'refresh',
  refreshExpiresIn: 2_592_000,
  me: {
    id: '0123456789abcdefghjk',
    no: '8K3M92QT',
    since: '2026-11-01T00:00:00Z',
    roles: [],
    consents: [],
    age: 'adult',
  },
}
