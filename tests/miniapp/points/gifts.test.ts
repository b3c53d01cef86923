/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The tab of points, the gifts and one of them, as a person meets them: by role and by word, on a phone in memory.
 */
import { aGift, aMe, anAccount, anOrder, aWay, giftId, orderId } from './builders'
import { openPoints, type Program, sentTo } from './program'
import { aPointsServer } from './server'

describe('the tab 积分', () => {
  it('tells the balance, what runs out, and every way to earn with its state', async () => {
    const account = anAccount({
      expiring: { points: 20, on: '2026-12-31' },
      ways: [
        aWay({ rule: 'check-in', amount: 2, perDay: null, perMonth: null }),
        aWay({ today: 15, state: 'cap-reached' }),
        aWay({ rule: 'code', amount: null, perDay: null, perMonth: null }),
      ],
    })
    const program = openPoints(aPointsServer({ account }))
    program.open('tabs/points')
    const { screen } = program
    expect(await screen.findByText('128')).toBeTruthy()
    expect(screen.getByText(/有 20 分用到/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '签到 +2' })).toBeTruthy()
    expect(screen.getByText('已到上限')).toBeTruthy()
    expect(screen.getByRole('link', { name: /积分码/ })).toBeTruthy()
  })

  it('keeps the door to the gifts before the ways in large letters, the others behind them', async () => {
    const program = openPoints(aPointsServer(), {}, aMe(), { 'fuyi.elder': '{"v":1,"value":true}' })
    program.open('tabs/points')
    const { screen } = program
    await screen.findByText('今天可以做的')
    const order = screen
      .getAllByText(/^(兑换礼品|今天可以做的|我的兑换单|积分明细)$/)
      .map(({ textContent }) => textContent)
    expect(order).toEqual(['兑换礼品', '今天可以做的', '我的兑换单', '积分明细'])
  })

  it('checks in at once, and shows the points that the server has written', async () => {
    const server = aPointsServer()
    const program = openPoints(server)
    program.open('tabs/points')
    const { screen, fireEvent } = program
    const button = await screen.findByRole('button', { name: '签到 +2' })
    const { checkIn, ways } = server.account
    server.account = anAccount({
      balance: 130,
      checkIn: { ...checkIn, doneToday: true, streak: 4 },
      ways: ways.map((way) => (way.rule === 'check-in' ? { ...way, state: 'done-today' } : way)),
    })
    fireEvent.click(button)
    fireEvent.click(button)
    expect(screen.queryByRole('button', { name: '签到 +2' })).toBeNull()
    expect(await screen.findByText('130')).toBeTruthy()
    expect(screen.getByText('今天已完成')).toBeTruthy()
    expect(sentTo(program, '/api/points/check-ins')).toHaveLength(1)
  })

  it('says why a check-in did not work, and lets one press again', async () => {
    const server = aPointsServer()
    server.refuse['/api/points/check-ins'] = { code: 'account-busy', status: 409 }
    const program = openPoints(server)
    program.open('tabs/points')
    const { screen, fireEvent } = program
    fireEvent.click(await screen.findByRole('button', { name: '签到 +2' }))
    expect(await screen.findByText(/正在办另一件事/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '签到 +2' })).toBeTruthy()
  })

  it('puts on top what waits to be picked up', async () => {
    const program = openPoints(aPointsServer({ orders: [anOrder()] }))
    program.open('tabs/points')
    const { screen, fireEvent, phone } = program
    fireEvent.click(await screen.findByRole('link', { name: /大米.*水渡口福彩站/ }))
    expect(phone.did).toEqual([`navigateTo /points/pages/order/index?id=${orderId}`])
  })

  it('tells whoever is not logged in what points are and are not, and asks the server for nobody', async () => {
    const program = openPoints(aPointsServer(), {}, null)
    program.open('tabs/points')
    const { screen, fireEvent, phone, act } = program
    expect(screen.getByText(/不能换钱、换彩票/)).toBeTruthy()
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '登录，开始攒积分' })))
    fireEvent.click(screen.getByRole('button', { name: /先看看有什么礼品/ }))
    expect(phone.did).toEqual([
      'navigateTo /identity/pages/login/index',
      'navigateTo /points/pages/gifts/index',
    ])
    await screen.findByText('淮安')
    expect(sentTo(program, '/api/points')).toEqual([])
  })
})

describe('gifts', () => {
  const gifts = [
    aGift(),
    aGift({ id: '320800-c0p000000a', name: '保温杯', price: 900 }),
    aGift({ id: '320800-brexxa000a', name: '雨伞', state: 'sold-out', left: 0, category: 'coupon' }),
  ]

  it('can be looked at without a login, each with what is left', async () => {
    const { open: show, screen } = openPoints(aPointsServer({ gifts }), {}, null)
    show('points/pages/gifts')
    expect(await screen.findByRole('link', { name: /大米.*还有 12 件/ })).toBeTruthy()
    expect(screen.getByRole('link', { name: /雨伞.*已兑完/ })).toBeTruthy()
    expect(screen.queryByRole('checkbox', { name: '我能兑换的' })).toBeNull()
  })

  it('are followed by the lines of the law, which nothing pushes away', async () => {
    const { open: show, screen } = openPoints(aPointsServer({ gifts }), {}, null)
    show('points/pages/gifts')
    expect(screen.getByRole('status', { name: '正在取礼品' })).toBeTruthy()
    expect(screen.queryByText(/多人少买/)).toBeNull()
    await screen.findByRole('list', { name: '礼品' })
    expect(screen.getByText(/多人少买/)).toBeTruthy()
  })

  it('can be narrowed to what the points are enough for, and to a kind', async () => {
    const { open: show, screen, fireEvent } = openPoints(aPointsServer({ gifts }))
    show('points/pages/gifts')
    fireEvent.click(await screen.findByRole('checkbox', { name: '我能兑换的' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
    fireEvent.click(screen.getByRole('checkbox', { name: '优惠券' }))
    fireEvent.click(await screen.findByRole('button', { name: '看全部礼品' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(3)
  })
})

describe('a gift', () => {
  const params = { id: giftId }
  const button = { name: '用 60 积分兑换' }

  async function toSheet(program: Program) {
    const { screen, fireEvent, within } = program
    program.open('points/pages/gift')
    fireEvent.click(await screen.findByRole('radio', { name: /水渡口福彩站/ }))
    fireEvent.click(await screen.findByRole('button', button))
    const sheet = screen.getByRole('dialog')
    const pressed = within(sheet).getByRole('button', button)
    return { sheet, confirm: () => fireEvent.click(pressed) }
  }

  it('is swapped after one question: points before and after, where, until when', async () => {
    const server = aPointsServer()
    const program = openPoints(server, params)
    const { sheet, confirm } = await toSheet(program)
    expect(sheet.textContent).toContain('128 分，兑换后 68 分')
    expect(sheet.textContent).toContain('水渡口福彩站')
    expect(sheet.textContent).toMatch(/月\d+日（含）前；过期未领，积分退回/)
    confirm()
    confirm()
    await program.waitFor(() =>
      expect(program.phone.did).toEqual([`redirectTo /points/pages/order/index?id=${orderId}`]),
    )
    expect(server.ordered).toHaveLength(1)
    expect(server.ordered[0]?.key).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  it('says that it does not know, and asks about the same order, where no answer came', async () => {
    const server = aPointsServer()
    const program = openPoints(server, params)
    const { screen, fireEvent, waitFor, phone } = program
    const { confirm } = await toSheet(program)
    // The server hears it, the phone never hears the server.
    let lost = true
    const heard = phone.server
    phone.server = async (sent) => {
      const reply = await heard(sent)
      if (lost && sent.url === '/api/orders' && sent.method === 'POST')
        throw { errMsg: 'request:fail timeout' }
      return reply
    }
    confirm()
    expect(await screen.findByText(/正在确认。/)).toBeTruthy()
    const repeated = await screen.findByRole('button', { name: '再问一次' }, { timeout: 60_000 })
    // It may be ordered already: nothing offers to think it over.
    expect(screen.queryByRole('button', { name: '再想想' })).toBeNull()
    expect(screen.getByRole('button', { name: '先关掉' })).toBeTruthy()
    lost = false
    fireEvent.click(repeated)
    await waitFor(() => expect(phone.did).toEqual([`redirectTo /points/pages/order/index?id=${orderId}`]))
    expect(new Set(server.ordered.map(({ key }) => key)).size).toBe(1)
    expect(server.account.balance).toBe(68)
  })

  it('says what stood in the way, and asks the server anew what there is', async () => {
    const server = aPointsServer()
    const program = openPoints(server, params)
    const { screen, fireEvent } = program
    const { confirm } = await toSheet(program)
    server.refuse['/api/orders'] = { code: 'sold-out', status: 409 }
    confirm()
    expect(await screen.findByText(/没有扣积分。可以排队/)).toBeTruthy()
    server.gifts = [aGift({ state: 'sold-out', left: 0 })]
    fireEvent.click(screen.getByRole('button', { name: '知道了' }))
    expect(await screen.findByRole('button', { name: '排队' })).toBeTruthy()
  })

  it('says plainly that nothing was ordered where the session had ended, and leads to the login', async () => {
    const server = aPointsServer()
    const program = openPoints(server, params)
    const { screen, fireEvent, phone } = program
    const { confirm } = await toSheet(program)
    server.refuse['/api/orders'] = { code: 'unauthenticated', status: 401 }
    server.refuse['/api/sessions/refresh'] = { code: 'session-ended', status: 401 }
    confirm()
    expect(await screen.findByText('登录已经过期，没有下单，重新登录后再来。')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '重新登录' }))
    expect(phone.did).toEqual(['navigateTo /identity/pages/login/index'])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(phone.storage.has('fuyi.ordering')).toBe(false)
  })

  it('says that it does not know where the session ended after a try whose answer was lost', async () => {
    const server = aPointsServer()
    const program = openPoints(server, params)
    const { screen, phone } = program
    const { confirm } = await toSheet(program)
    const heard = phone.server
    phone.server = async (sent) => {
      const reply = await heard(sent)
      if (sent.url !== '/api/orders' || sent.method !== 'POST' || server.refuse['/api/orders']) return reply
      server.refuse['/api/orders'] = { code: 'unauthenticated', status: 401 }
      server.refuse['/api/sessions/refresh'] = { code: 'session-ended', status: 401 }
      throw { errMsg: 'request:fail timeout' }
    }
    confirm()
    expect(await screen.findByText(/^登录已经过期，上一次没有等到回应。/)).toBeTruthy()
    expect(screen.queryByText(/没有下单/)).toBeNull()
    expect(server.ordered).toHaveLength(1)
    expect(phone.storage.has('fuyi.ordering')).toBe(true)
  })

  it('says how many points are missing', async () => {
    const program = openPoints(aPointsServer({ account: anAccount({ balance: 28 }) }), params)
    program.open('points/pages/gift')
    expect(await program.screen.findByText('还差 32 分')).toBeTruthy()
  })

  it('lets one wait in turn where it is sold out, and leave the turn after a question', async () => {
    const program = openPoints(aPointsServer({ gifts: [aGift({ state: 'sold-out', left: 0 })] }), params)
    program.open('points/pages/gift')
    const { screen, fireEvent, within } = program
    fireEvent.click(await screen.findByRole('button', { name: '排队' }))
    expect(await screen.findByText('你排在第 3 位')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '取消排队' }))
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '取消排队' }))
    expect(await screen.findByRole('button', { name: '排队' })).toBeTruthy()
  })

  it('leads to one’s order of it where it is sold out and one has ordered it', async () => {
    const sold = aPointsServer({ gifts: [aGift({ state: 'sold-out', left: 0 })], orders: [anOrder()] })
    const program = openPoints(sold, params)
    program.open('points/pages/gift')
    const { screen, fireEvent, phone } = program
    fireEvent.click(await screen.findByRole('button', { name: '看我的兑换单' }))
    expect(phone.did).toEqual([`navigateTo /points/pages/order/index?id=${anOrder().id}`])
  })

  it('leads to no order that is over', async () => {
    const over = [anOrder({ state: 'cancelled', endedAt: '2026-03-05T02:00:00.000Z' })]
    const program = openPoints(
      aPointsServer({ gifts: [aGift({ state: 'sold-out', left: 0 })], orders: over }),
      params,
    )
    program.open('points/pages/gift')
    await program.screen.findByRole('button', { name: '排队' })
    expect(program.screen.queryByRole('button', { name: '看我的兑换单' })).toBeNull()
  })

  it('is not swapped at an outlet of one’s own', async () => {
    const me = aMe({ roles: [{ kind: 'owner', region: '320800', outlets: ['320800-1'] }] })
    const program = openPoints(aPointsServer(), params, me)
    program.open('points/pages/gift')
    const own = await program.screen.findByRole('radio', { name: /水渡口福彩站/ })
    expect(own).toHaveProperty('disabled', true)
    expect(own.textContent).toContain('这是你的网点')
    // The only other one needs no choosing.
    expect(await program.screen.findByRole('button', button)).toBeTruthy()
  })

  it('leads to the list of outlets where none is chosen yet', async () => {
    const scrolled: Element[] = []
    Element.prototype.scrollIntoView = function (this: Element) {
      scrolled.push(this)
    }
    const program = openPoints(aPointsServer(), params)
    program.open('points/pages/gift')
    const { screen, fireEvent } = program
    fireEvent.click(await screen.findByRole('button', { name: '先选好到哪里领' }))
    const list = screen.getByRole('radiogroup', { name: '到哪里领' })
    expect(scrolled).toEqual([list])
    expect(list.contains(document.activeElement)).toBe(true)
  })

  it('shows where it is picked up on the map', async () => {
    const program = openPoints(aPointsServer(), params)
    program.open('points/pages/gift')
    const { screen, fireEvent, phone } = program
    fireEvent.click(await screen.findByRole('button', { name: '在地图上看' }))
    expect(phone.did).toEqual(['switchTab /tabs/map/index'])
    const map = program.within(program.open('tabs/map').container)
    expect(await map.findByText('2 处')).toBeTruthy()
    fireEvent.click(map.getByRole('checkbox', { name: '能领这件的' }))
    expect(map.getByText('6 处')).toBeTruthy()
  })
})
