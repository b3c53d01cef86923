/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Whoever loses the network reads so at once on the page they look at, with the age of what stands there, and no more
 * once it is back.
 */
import { aGift, anAccount, anEntry, anOrder, giftId } from '../points/builders'
import { openPoints } from '../points/program'
import { aPointsServer } from '../points/server'
import type { start } from './start'

jest.setTimeout(300_000)
const patient = { timeout: 60_000 }
const offline = /^离线 · 数据更新于/

const server = () =>
  aPointsServer({
    account: anAccount(),
    gifts: [aGift()],
    orders: [anOrder({ state: 'picked-up', endedAt: '2026-03-05T02:00:00.000Z' })],
    entries: { first: [anEntry()], more: [] },
  })

type Page = Parameters<ReturnType<typeof start>['open']>[0]

it.each<[Page, Record<string, string>, RegExp]>([
  ['tabs/home', {}, /^水渡口福彩站$/],
  ['tabs/me', {}, /收藏/],
  ['tabs/points', {}, /^128$/],
  ['places/pages/aid', {}, /^健康西路福彩站$/],
  ['places/pages/detail', { id: '320800-1' }, /^营业时间$/],
  ['places/pages/search', {}, /可以搜店名/],
  ['points/pages/gifts', {}, /大米 2\.5 公斤/],
  ['points/pages/gift', { id: giftId }, /慈善超市的东北大米/],
  ['points/pages/orders', {}, /大米 2\.5 公斤/],
  ['points/pages/entries', {}, /^签到/],
])(
  '%s says at once that the network is gone and how old its data are, and no more when it is back',
  async (page, params, shown) => {
    const { open, screen, fireEvent, waitFor } = openPoints(server(), params)
    open(page)
    await screen.findAllByText(shown, {}, patient)
    expect(screen.queryByText(offline)).toBeNull()
    fireEvent(window, new Event('offline'))
    expect(screen.getAllByText(offline)).toHaveLength(1)
    fireEvent(window, new Event('online'))
    await waitFor(() => expect(screen.queryByText(offline)).toBeNull(), patient)
  },
)

it.each<Page>(['about/rules', 'identity/pages/data', 'desk/home', 'counter/handover'])(
  '%s, which keeps nothing, says that the network is gone',
  async (page) => {
    const { open, screen, fireEvent } = openPoints(server())
    open(page)
    fireEvent(window, new Event('offline'))
    expect(screen.getByText('离线')).toBeTruthy()
    fireEvent(window, new Event('online'))
    expect(screen.queryByText('离线')).toBeNull()
  },
)

it('a list that could not be read is asked for again once the network is back', async () => {
  const dead = server()
  dead.dead.add('/api/gifts')
  const { open, screen, fireEvent } = openPoints(dead)
  open('points/pages/gifts')
  await screen.findByRole('button', { name: '再试一次' }, patient)
  dead.dead.clear()
  fireEvent(window, new Event('online'))
  expect(await screen.findByText('大米 2.5 公斤', {}, patient)).toBeTruthy()
})
