/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Orders, entries, printed codes and counters, as a person meets them: by role and by word, on a phone in memory.
 */
import { withCheck } from '@functions/points/rules/code'
import { aBrowser } from '../places/browser'
import { start } from '../shell/start'
import { anEarned, anEntry, anOrder, aSession, orderId } from './builders'
import { openPoints, type Program, sentTo } from './program'
import { aPointsServer } from './server'

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

  it('says that it does not know where the answer to a cancellation was lost, and shows what came of it once closed', async () => {
    const program = openPoints(aPointsServer({ orders: [anOrder()] }), params)
    program.open('points/pages/order')
    const { screen, fireEvent, within, phone } = program
    const answer = phone.server
    phone.server = async (sent) => {
      const reply = await answer(sent)
      if (sent.url.includes('/cancel')) throw { errMsg: 'request:fail timeout' }
      return reply
    }
    fireEvent.click(await screen.findByRole('button', { name: '不想要了，取消兑换' }))
    const sheet = screen.getByRole('dialog')
    fireEvent.click(within(sheet).getByRole('button', { name: '取消兑换' }))
    expect(await within(sheet).findByText(/没等到回应，不知道取消了没有/)).toBeTruthy()
    expect(within(sheet).queryByRole('button', { name: '留着' })).toBeNull()
    fireEvent.click(within(sheet).getByRole('button', { name: '先关掉' }))
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
