/**
 * @jest-environment jsdom
 *
 * The points screens as a person meets them: by role and by word, on a phone in memory.
 */
import { withCheck } from '@rules/points/code'
import { aBrowser } from '../places/browser'
import { start } from '../shell/start'
import {
  aGift,
  aMe,
  anAccount,
  anEarned,
  anEntry,
  anOrder,
  aSession,
  aWay,
  giftId,
  orderId,
} from './builders'
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

  it('says that it does not know, and asks about the same deed, where no answer came', async () => {
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
    const again = await screen.findByRole('button', { name: '再问一次' }, { timeout: 60_000 })
    lost = false
    fireEvent.click(again)
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

describe('an order', () => {
  const params = { id: orderId }

  const showCode = async ({ screen, fireEvent }: Program, name: string | RegExp = '出示领取码') =>
    fireEvent.click(await screen.findByRole('button', { name }))

  it('says where and until when, and shows its code, large, at the counter', async () => {
    const program = openPoints(aPointsServer({ orders: [anOrder()] }), params)
    program.open('points/pages/order')
    const { screen } = program
    expect(await screen.findByText('水渡口福彩站')).toBeTruthy()
    expect(screen.getByText(orderId)).toBeTruthy()
    expect(screen.queryByText(/^0427 \d{4}$/)).toBeNull()
    await showCode(program)
    expect(await screen.findByText(/^0427 \d{4}$/)).toBeTruthy()
    expect(screen.getByRole('img', { name: '领取码' })).toBeTruthy()
  })

  it('shows by itself that it was handed over, and forgets the code', async () => {
    const server = aPointsServer({ orders: [anOrder()] })
    const program = openPoints(server, params)
    program.open('points/pages/order')
    const { screen, phone } = program
    await showCode(program)
    await screen.findByText(/^0427 \d{4}$/)
    expect(phone.storage.has('fuyi.pickups')).toBe(true)
    server.orders = [anOrder({ state: 'picked-up', endedAt: new Date().toISOString() })]
    expect(await screen.findByText('已领取', {}, { timeout: 60_000 })).toBeTruthy()
    expect(screen.queryByRole('img', { name: '领取码' })).toBeNull()
    expect(phone.storage.has('fuyi.pickups')).toBe(false)
  })

  it('learns that it was handed over when one comes back to it, though its code is not shown', async () => {
    const server = aPointsServer({ orders: [anOrder()] })
    const program = openPoints(server, params)
    program.open('points/pages/order')
    const { screen, phone, act, waitFor } = program
    await screen.findByRole('button', { name: '出示领取码' })
    server.orders = [anOrder({ state: 'picked-up', endedAt: new Date().toISOString() })]
    const comesBack = () => {
      act(() => phone.show())
      expect(screen.getByText('已领取')).toBeTruthy()
    }
    await waitFor(comesBack, { timeout: 60_000 })
  })

  it('shows its code without a network, the day it was opened', async () => {
    const server = aPointsServer({ orders: [anOrder()] })
    const first = openPoints(server, params)
    first.open('points/pages/order')
    // Kept as soon as the page was opened, whether or not the code was shown.
    await first.waitFor(() => expect(first.phone.storage.has('fuyi.pickups')).toBe(true))
    const kept = first.phone.storage.get('fuyi.pickups') ?? ''
    first.cleanup()

    server.dead.add('*')
    aBrowser()
    const program = start((phone) => {
      phone.storage.set('fuyi.session', aSession())
      phone.storage.set('fuyi.pickups', kept)
      phone.params = params
      phone.server = server.answer
    })
    program.open('points/pages/order')
    await showCode(program)
    const { screen } = program
    expect(screen.getByText(/^0427 \d{4}$/)).toBeTruthy()
    expect(await screen.findByText(/现在没有网/, {}, { timeout: 60_000 })).toBeTruthy()
  })

  it('is cancelled after one has read what comes back', async () => {
    const program = openPoints(aPointsServer({ orders: [anOrder({ wouldLapse: 12 })] }), params)
    program.open('points/pages/order')
    const { screen, fireEvent, within } = program
    fireEvent.click(await screen.findByRole('button', { name: '不想要了，取消兑换' }))
    const sheet = screen.getByRole('dialog')
    expect(sheet.textContent).toContain('退回 48 分；另外 12 分已经过了有效期，不能退回。')
    fireEvent.click(within(sheet).getByRole('button', { name: '取消兑换' }))
    expect(await screen.findByText('已取消')).toBeTruthy()
  })
})

it('lists what waits before what ended, and offers gifts to whoever has no order', async () => {
  const orders = [
    anOrder({ id: '260303-BBBBBBBBBB', state: 'cancelled', endedAt: '2026-03-03T00:00:00Z' }),
    anOrder(),
  ]
  const some = openPoints(aPointsServer({ orders }))
  some.open('points/pages/orders')
  await some.screen.findByText('等你来领')
  expect(some.screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
    '等你来领',
    '以前的',
  ])
  some.cleanup()

  const none = openPoints(aPointsServer())
  none.open('points/pages/orders')
  none.fireEvent.click(await none.screen.findByRole('button', { name: '看看有什么礼品' }))
  expect(none.phone.did).toEqual(['navigateTo /points/pages/gifts/index'])
})

it('tells every entry with its reason, page after page', async () => {
  const first = [
    anEntry({
      seq: 2,
      points: -60,
      balance: 70,
      kind: 'spend',
      reason: { type: 'order', order: orderId, gift: '大米' },
    }),
  ]
  const server = aPointsServer({ entries: { first, more: [anEntry()] } })
  const { open: show, screen, fireEvent } = openPoints(server)
  show('points/pages/entries')
  expect(await screen.findByText('兑换“大米”')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '看更早的' }))
  expect(await screen.findByText('连续 4 天')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '看更早的' })).toBeNull()
})

describe('a printed code', () => {
  const code = withCheck('7K2M9QXA4T0')

  it('is typed as one likes, sent when it can be one, and brings its points', async () => {
    const earned = anEarned({ entry: anEntry({ points: 50, balance: 178 }) })
    const program = openPoints(aPointsServer({ earned }))
    program.open('points/pages/code')
    const { screen, fireEvent } = program
    const field = screen.getByRole('textbox')
    fireEvent.change(field, { target: { value: code.slice(0, 5).toLowerCase() } })
    expect(field).toHaveProperty('value', '7K2M-9')
    expect(screen.getByRole('button', { name: '得积分' })).toHaveProperty('disabled', true)
    fireEvent.change(field, { target: { value: ` ${code.toLowerCase()} ` } })
    fireEvent.click(screen.getByRole('button', { name: '得积分' }))
    expect(await screen.findByText('+50')).toBeTruthy()
    expect(sentTo(program, '/api/points/codes').map(({ data }) => data)).toEqual([JSON.stringify({ code })])
  })

  it('that was used before is said to have counted once', async () => {
    const program = openPoints(aPointsServer({ earned: anEarned({ repeated: true }) }))
    program.open('points/pages/code')
    const { screen, fireEvent } = program
    fireEvent.change(screen.getByRole('textbox'), { target: { value: code } })
    fireEvent.click(screen.getByRole('button', { name: '得积分' }))
    expect(await screen.findByText('已经记过了')).toBeTruthy()
  })

  it('is locked for an hour after too many wrong ones, and says so', async () => {
    const server = aPointsServer()
    server.refuse['/api/points/codes'] = { code: 'too-many-tries', status: 429 }
    const { open: show, screen, fireEvent } = openPoints(server)
    show('points/pages/code')
    fireEvent.change(screen.getByRole('textbox'), { target: { value: code } })
    fireEvent.click(screen.getByRole('button', { name: '得积分' }))
    expect(await screen.findByText(/先锁一小时/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '得积分' })).toHaveProperty('disabled', true)
  })
})

describe('at a counter', () => {
  it('the place one came from is taken, and eight digits bring points', async () => {
    const program = openPoints(aPointsServer({ earned: anEarned({ entry: anEntry({ points: 5 }) }) }), {
      place: '320800-2',
    })
    program.open('points/pages/visit')
    const { screen, fireEvent } = program
    expect(await screen.findByText('健康西路福彩站')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '1234 5678' } })
    fireEvent.click(screen.getByRole('button', { name: '打卡' }))
    expect(await screen.findByText('+5')).toBeTruthy()
    expect(sentTo(program, '/api/points/visits').map(({ data }) => data)).toEqual([
      '{"place":"320800-2","digits":"12345678"}',
    ])
  })

  it('wrong digits are said to be those of the counter, not of a printed code', async () => {
    const server = aPointsServer()
    server.refuse['/api/points/visits'] = { code: 'code-wrong', status: 400 }
    const { open: show, screen, fireEvent } = openPoints(server, { place: '320800-2' })
    show('points/pages/visit')
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '12345678' } })
    fireEvent.click(screen.getByRole('button', { name: '打卡' }))
    expect((await screen.findByRole('alert')).textContent).toContain('看柜台屏幕上现在的 8 位')
  })

  it('one chooses among the nearest stations where visits count', async () => {
    const { open: show, screen, fireEvent } = openPoints(aPointsServer())
    show('points/pages/visit')
    fireEvent.click(await screen.findByRole('button', { name: /健康西路福彩站/ }))
    expect(screen.getByRole('textbox')).toBeTruthy()
    expect(screen.queryByText(/大治路福彩站/)).toBeNull()
  })
})

describe('a place', () => {
  it('says what points have to do with it: checking in, gifts that wait there', async () => {
    const program = openPoints(aPointsServer(), { id: '320800-2' })
    program.open('places/pages/detail')
    const { screen, fireEvent, phone } = program
    fireEvent.click(await screen.findByRole('button', { name: /到站打卡/ }))
    fireEvent.click(await screen.findByRole('button', { name: /这里能领的礼品/ }))
    expect(phone.did).toEqual([
      'navigateTo /points/pages/visit/index?place=320800-2',
      'navigateTo /points/pages/gifts/index?outlet=320800-2',
    ])
  })

  it('offers the points of a report only to whoever is logged in, and sends it so only if they ask', async () => {
    const nobody = openPoints(aPointsServer(), { id: '320800-2' }, null)
    nobody.open('places/pages/report')
    expect(nobody.screen.queryByRole('checkbox')).toBeNull()
    nobody.cleanup()

    const program = openPoints(aPointsServer(), { id: '320800-2' })
    program.open('places/pages/report')
    const { screen, fireEvent, waitFor } = program
    fireEvent.click(screen.getByRole('radio', { name: /门锁着/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: '被采纳后把积分记给我' }))
    fireEvent.click(screen.getByRole('button', { name: '发送' }))
    await waitFor(() => expect(sentTo(program, '/api/places/320800-2/reports')).toHaveLength(1))
    const [sent] = sentTo(program, '/api/places/320800-2/reports')
    expect(sent?.data).toBe('{"fact":"locked","credit":true}')
    expect(sent?.header.authorization).toBe('Bearer access')
  })
})
