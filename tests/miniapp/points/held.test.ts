/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * A gift that is kept for somebody: wherever they look they hear of it, for there is no message that would say so.
 */
import type { WaitingGift } from '@contract/points'
import { leftText, offeredGifts, waitingSign } from '@/points/waiting-view'
import { aGift, aMe, anAccount, giftId } from './builders'
import { openPoints } from './program'
import { aPointsServer } from './server'

const hour = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()

function held(overrides: Partial<WaitingGift> = {}): WaitingGift {
  return {
    gift: { id: giftId, name: '大米 2.5 公斤', category: 'charity-goods', picture: null },
    price: 60,
    state: 'offered',
    until: inHours(27.5),
    ...overrides,
  }
}
const soldOut = aGift({ state: 'sold-out', left: 0 })
const server = (waiting: WaitingGift[]) =>
  aPointsServer({
    account: anAccount({ waiting }),
    gifts: [soldOut],
    waiting: { state: 'offered', ahead: null, until: inHours(27.5) },
  })

describe('what is kept', () => {
  const now = Date.parse('2026-03-04T02:00:00.000Z')
  const until = (ms: number) => new Date(now + ms).toISOString()

  it.each([
    [47.9 * hour, '还剩 1 天 23 小时'],
    [24 * hour, '还剩 1 天'],
    [5.5 * hour, '还剩 5 小时'],
    [59 * 60_000, '还剩 59 分钟'],
    [30_000, '还剩不到 1 分钟'],
  ])('for %d ms more is said as %s', (ms, text) => expect(leftText(until(ms), now)).toBe(text))

  it('is no more once its time is up, though the answer is older', () => {
    const waiting = [held({ until: until(1) }), held({ state: 'waiting', until: null })]
    expect(offeredGifts(waiting, now)).toHaveLength(1)
    expect(offeredGifts(waiting, now + 1)).toHaveLength(0)
    expect(offeredGifts(undefined, now)).toEqual([])
  })

  it('tells a piece that is kept from a place in the line', () => {
    expect(waitingSign(held({ until: until(hour) }), now)?.word).toBe('还剩 1 小时')
    expect(waitingSign(held({ state: 'waiting', until: null }), now)?.word).toBe('排队中')
    expect(waitingSign(held({ until: until(-1) }), now)).toBeNull()
  })
})

describe('a gift that is kept for somebody', () => {
  it.each(['tabs/home', 'tabs/points', 'points/pages/orders'] as const)(
    'is on %s with the time left, and leads to the gift',
    async (page) => {
      const program = openPoints(server([held()]))
      program.open(page)
      const { screen, fireEvent, phone } = program
      const row = await screen.findByRole('link', { name: /大米 2\.5 公斤.*还剩 1 天 3 小时/ })
      fireEvent.click(row)
      expect(phone.did).toEqual([`navigateTo /points/pages/gift/index?id=${giftId}`])
    },
  )

  it('stands behind the way to the nearest place in large type on a low screen, where that would be out of sight', async () => {
    const program = openPoints(server([held()]), {}, aMe(), { 'fuyi.elder': '{"v":1,"value":true}' })
    program.open('tabs/home')
    const row = await program.screen.findByRole('link', { name: /大米 2\.5 公斤/ })
    const way = await program.screen.findByRole('button', { name: /^去那里/ })
    expect(way.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0)
  })

  it('is named at the door to the orders on 我的', async () => {
    const program = openPoints(server([held()]))
    program.open('tabs/me')
    expect(await program.screen.findByText('有 1 件礼品为你保留')).toBeTruthy()
  })

  it('is not called sold out in the list, and counts as what one can have', async () => {
    const program = openPoints(server([held()]))
    program.open('points/pages/gifts')
    const { screen, fireEvent } = program
    const cell = await screen.findByRole('link', { name: /大米.*为你保留/ })
    expect(cell.textContent).not.toContain('已兑完')
    fireEvent.click(screen.getByRole('checkbox', { name: '我能兑换的' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
  })

  it('is not called sold out on its own page', async () => {
    const program = openPoints(server([held()]), { id: giftId })
    program.open('points/pages/gift')
    expect(await program.screen.findByText(/^有一件为你保留到/)).toBeTruthy()
    expect(program.screen.queryByText('已兑完')).toBeNull()
  })

  const inLine = [held({ state: 'waiting', until: null })]
  it('still waits in the list of orders while there is none', async () => {
    const program = openPoints(server(inLine))
    program.open('points/pages/orders')
    expect(await program.screen.findByRole('link', { name: /大米.*排队中/ })).toBeTruthy()
  })

  it('is no card on home while there is none', async () => {
    const program = openPoints(server(inLine))
    program.open('tabs/home')
    await program.screen.findAllByText(/水渡口福彩站/)
    expect(program.screen.queryByText(/排队中|为你保留/)).toBeNull()
  })

  it('costs nobody a request who is not logged in', async () => {
    const program = openPoints(server([held()]), {}, null)
    program.open('tabs/home')
    await program.screen.findAllByText(/水渡口福彩站/)
    expect(program.phone.sent.filter(({ url }) => url.startsWith('/api/points'))).toEqual([])
  })

  it('is promised with the place where it will be seen, not with a message that nobody sends', async () => {
    const program = openPoints(
      aPointsServer({ account: anAccount(), gifts: [soldOut] }),
      { id: giftId },
      aMe(),
    )
    program.open('points/pages/gift')
    expect(await program.screen.findByText(/轮到你时，首页和“积分”页会显示/)).toBeTruthy()
  })
})
