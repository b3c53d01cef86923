/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The counter as the people behind it meet it: by role and by word.
 */

import { atWork, lost, otherOutlet, outlet, owner, type Routes, refused } from '../desk/work'
import { aMe } from '../points/builders'
import { aCheck, aDone, aHandover, anOrder } from './builders'

const check = aCheck({ order: anOrder({ outlet }) })
const routes: Routes = {
  'POST /api/pickups/checks': check,
  'POST /api/pickups': aDone(),
}

/** Eight digits typed, and the gift on the screen. */
async function shown(more: Routes = {}, digits = '12345678') {
  const work = atWork([owner(outlet)], { ...routes, ...more })
  work.open('counter/handover')
  const field = await work.screen.findByRole('textbox', { name: /8 位数字/ })
  work.fireEvent.change(field, { target: { value: digits } })
  return work
}

describe('handing over', () => {
  it('shows gift, points and number before anything is done, and says what a press changes', async () => {
    const { screen, sent, bodies } = await shown()
    expect(await screen.findByRole('heading', { name: '杂粮礼包' })).toBeTruthy()
    expect(screen.getByText('120')).toBeTruthy()
    expect(screen.getByText('XA4T')).toBeTruthy()
    expect(screen.getByText(/顾客不能再取消/)).toBeTruthy()
    expect(bodies('POST /api/pickups/checks')).toEqual([{ place: outlet, digits: '12345678' }])
    expect(sent('POST /api/pickups')).toEqual([])
  })

  it('says it is done, large, and is ready for the next', async () => {
    const { screen, fireEvent, bodies } = await shown()
    fireEvent.click(await screen.findByRole('button', { name: '确认交给顾客' }))
    expect(await screen.findByRole('heading', { name: '已交付' })).toBeTruthy()
    expect(bodies('POST /api/pickups')).toEqual([{ place: outlet, ticket: 'ticket-1' }])
    fireEvent.click(screen.getByRole('button', { name: '下一位' }))
    const field: HTMLElement = await screen.findByRole('textbox', { name: /8 位数字/ })
    expect(field).toHaveProperty('value', '')
  })

  it('sends two taps once', async () => {
    const { screen, fireEvent, sent } = await shown()
    const button = await screen.findByRole('button', { name: '确认交给顾客' })
    fireEvent.click(button)
    fireEvent.click(button)
    await screen.findByRole('heading', { name: '已交付' })
    expect(sent('POST /api/pickups')).toHaveLength(1)
  })

  it('after a lost answer asks again with the same ticket, and says that it counted once', async () => {
    let times = 0
    const { screen, fireEvent, bodies } = await shown({
      'POST /api/pickups': () => {
        times += 1
        return times === 1 ? lost : aDone({ repeated: true })
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: '确认交给顾客' }))
    expect(await screen.findByText('没等到回应，不知道记上没有')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '再确认一次' }))
    expect(await screen.findByText(/只算一次，没有重复/)).toBeTruthy()
    expect(bodies('POST /api/pickups')).toEqual([
      { place: outlet, ticket: 'ticket-1' },
      { place: outlet, ticket: 'ticket-1' },
    ])
  })

  it('says that nothing happened where there is no network', async () => {
    const { screen } = await shown({ 'POST /api/pickups/checks': lost })
    expect(await screen.findByText(/什么都没有发生/)).toBeTruthy()
  })

  it('keeps wrong digits, selected to be corrected or typed over, and says what is wrong with them', async () => {
    const { screen, fireEvent, bodies } = await shown({
      'POST /api/pickups/checks': (body: { digits?: string }) =>
        body.digits === '12345678' ? refused('pickup-code-wrong', 422) : check,
    })
    expect(await screen.findByRole('heading', { name: '码不对，或者已经换了' })).toBeTruthy()
    const field: HTMLInputElement = screen.getByRole('textbox', { name: /8 位数字/ })
    expect(field.value).toBe('1234 5678')
    expect(document.activeElement).toBe(field)
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 9])
    expect(screen.getByText('1234 5678 对不上。请按顾客屏幕上现在的数字改，改好就会再查。')).toBeTruthy()
    fireEvent.change(field, { target: { value: '1234 5679' } })
    expect(await screen.findByRole('heading', { name: '杂粮礼包' })).toBeTruthy()
    expect(bodies('POST /api/pickups/checks')).toHaveLength(2)
  })

  it('says when it was handed over, where it belongs, and empties the field for the next', async () => {
    const picked = refused('order-picked-up', 409, { at: '2026-03-04T02:05:00.000Z' })
    const { screen } = await shown({ 'POST /api/pickups/checks': picked })
    expect(await screen.findByRole('heading', { name: /10:05 已经交过了/ })).toBeTruthy()
    expect(screen.getByRole('textbox', { name: /8 位数字/ })).toHaveProperty('value', '')
  })

  it('names the outlet where it belongs', async () => {
    const elsewhere = refused('not-picked-up-here', 409, { place: otherOutlet })
    const { screen } = await shown({ 'POST /api/pickups/checks': elsewhere })
    expect(await screen.findByText(/要在“健康西路福彩站”领/)).toBeTruthy()
  })
})

describe('which counter', () => {
  it('is asked of somebody who has several, kept, and changed', async () => {
    const { open, screen, fireEvent, phone } = atWork([owner(outlet, otherOutlet)], routes)
    open('counter/handover')
    fireEvent.click(await screen.findByRole('button', { name: /健康西路福彩站/ }))
    expect(await screen.findByRole('textbox', { name: /8 位数字/ })).toBeTruthy()
    expect(phone.storage.get('fuyi.counter')).toContain(otherOutlet)
    fireEvent.click(screen.getByRole('button', { name: /换一个网点/ }))
    expect(await screen.findByRole('button', { name: /水渡口福彩站/ })).toBeTruthy()
  })

  it('is nobody’s who has none: they read who can let them in, and their number', () => {
    const { open, screen, me } = atWork([], routes)
    open('counter/handover')
    expect(screen.getByText('这里给网点的人用')).toBeTruthy()
    expect(screen.getByText(`${me.no.slice(0, 4)} ${me.no.slice(4)}`)).toBeTruthy()
  })
})

it('somebody who was let in a moment ago comes in at one press, with a token that knows it', async () => {
  const me = aMe({ roles: [owner(outlet)] })
  const renewed = { access: 'next', expiresIn: 900, refresh: 'next', refreshExpiresIn: 2_592_000, me }
  const { open, screen, fireEvent, sent } = atWork([], {
    ...routes,
    'POST /api/sessions/refresh': renewed,
  })
  open('counter/handover')
  fireEvent.click(screen.getByRole('button', { name: '已经开通了，再看看' }))
  const field = await screen.findByRole('textbox', { name: /8 位数字/ })
  fireEvent.change(field, { target: { value: '12345678' } })
  await screen.findByRole('heading', { name: '杂粮礼包' })
  expect(sent('POST /api/pickups/checks')[0]?.header.authorization).toBe('Bearer next')
})

describe('what was handed over', () => {
  it('is counted by day, with the numbers to compare', async () => {
    const day = {
      day: '2026-03-04',
      handovers: [aHandover(), aHandover({ order: '260304-8K2M9QXA4T', points: 80 })],
    }
    const { open, screen, fireEvent, sent } = atWork([owner(outlet)], {
      [`GET /api/outlets/${outlet}/handovers`]: day,
    })
    open('counter/handovers')
    expect(await screen.findByText('2')).toBeTruthy()
    expect(screen.getByText('200')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '前一天' }))
    await screen.findAllByText('杂粮礼包')
    const days = sent(`GET /api/outlets/${outlet}/handovers`).map(({ url }) => /day=([\d-]+)/.exec(url)?.[1])
    expect(new Set(days).size).toBe(2)
  })
})

describe('the code on the counter', () => {
  it('is shown with its digits, and goes on without a network', async () => {
    const now = new Date()
    const day = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    const code = { place: outlet, day, key: 'c2VjcmV0LWtleS1vZi10aGUtZGF5LTAx', now: now.toISOString() }
    const first = atWork([owner(outlet)], { [`GET /api/outlets/${outlet}/counter-code`]: code })
    const page = first.open('counter/code')
    const shown = await first.screen.findByRole('img', { name: /^打卡码 \d{8}$/ })
    expect(shown).toBeTruthy()

    page.unmount()
    const kept = first.phone.storage.get('fuyi.counter-code') ?? ''
    const offline = atWork([owner(outlet)], { [`GET /api/outlets/${outlet}/counter-code`]: lost })
    offline.phone.storage.set('fuyi.counter-code', kept)
    offline.open('counter/code')
    expect(await offline.screen.findByRole('img', { name: /^打卡码 \d{8}$/ })).toBeTruthy()
    expect(await offline.screen.findByText(/今天的打卡码照常能用/)).toBeTruthy()
  })
})
