/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Without a network the points screens show what was read last, and when; to the person it was read for, and nobody else.
 */
import type { Me } from '@contract/identity'
import { aGift, aMe, anAccount, anEntry, anOrder, giftId } from './builders'
import { openPoints } from './program'
import { aPointsServer } from './server'

type Page =
  | 'points/pages/gifts'
  | 'points/pages/gift'
  | 'points/pages/orders'
  | 'points/pages/entries'
  | 'tabs/points'
/** A dead network is tried again after a moment, for the city as for the points. */
const patient = { timeout: 60_000 }
jest.setTimeout(300_000)
const server = () =>
  aPointsServer({
    account: anAccount(),
    gifts: [aGift()],
    orders: [anOrder({ state: 'picked-up', endedAt: '2026-03-05T02:00:00.000Z' })],
    entries: { first: [anEntry()], more: [] },
  })

/** Reads the page with a network; then the program starts anew without one. */
async function readThenOffline(page: Page, seen: RegExp, me: Me | null = aMe(), later: Me | null = me) {
  const first = openPoints(server(), { id: giftId }, me)
  first.open(page)
  await first.screen.findAllByText(seen, {}, patient)
  const kept = Object.fromEntries(
    [...first.phone.storage].filter(([name]) => name !== 'fuyi.session' && name !== 'fuyi.age'),
  )
  first.cleanup()
  const dead = server()
  dead.dead.add('*')
  const second = openPoints(dead, { id: giftId }, later, kept)
  second.open(page)
  return second
}

const readLine = /^离线 · 数据更新于/

it.each<[Page, RegExp]>([
  ['points/pages/gifts', /大米 2\.5 公斤/],
  ['points/pages/orders', /大米 2\.5 公斤/],
  ['points/pages/entries', /^签到/],
  ['tabs/points', /^128$/],
])('%s shows what it showed last, and when that was read', async (page, seen) => {
  const { screen } = await readThenOffline(page, seen)
  expect((await screen.findAllByText(seen, {}, patient)).length).toBeGreaterThan(0)
  expect(screen.getAllByText(readLine).length).toBeGreaterThan(0)
})

it('a gift of the list that was read opens without a network, and says when it was read', async () => {
  const first = openPoints(server())
  first.open('points/pages/gifts')
  await first.screen.findByText('大米 2.5 公斤', {}, patient)
  const kept = Object.fromEntries([...first.phone.storage].filter(([name]) => name !== 'fuyi.session'))
  first.cleanup()
  const dead = server()
  dead.dead.add('*')
  const second = openPoints(dead, { id: giftId }, aMe(), kept)
  second.open('points/pages/gift')
  expect(await second.screen.findByText('慈善超市的东北大米。', {}, patient)).toBeTruthy()
  expect(second.screen.getByText(readLine)).toBeTruthy()
})

const other = aMe({ id: 'zyxwvtsrqpnmkjhgfedc', no: '1NY3XKTY' })
it.each<[Page, RegExp]>([
  ['points/pages/orders', /大米 2\.5 公斤/],
  ['points/pages/entries', /^签到/],
  ['tabs/points', /^128$/],
])('%s shows another person nothing of it', async (page, seen) => {
  const { screen } = await readThenOffline(page, seen, aMe(), other)
  await screen.findAllByText(/网络连不上/, {}, patient)
  expect(screen.queryByText(seen)).toBeNull()
})

it('gifts, which are nobody’s own, are there for whoever is not logged in', async () => {
  const { screen } = await readThenOffline('points/pages/gifts', /大米 2\.5 公斤/, null)
  expect(await screen.findByText('大米 2.5 公斤', {}, patient)).toBeTruthy()
})

const own = ['fuyi.seen.account', 'fuyi.seen.entries', 'fuyi.seen.orders']
const startForgetting = () => {
  const { forgetOthersSeen }: typeof import('@/shared/query/own-seen') = require('@/shared/query/own-seen')
  forgetOthersSeen()
}
const logOut = () => {
  const { session }: typeof import('@/shared/session/session') = require('@/shared/session/session')
  session.forget()
}
/** What a phone holds on which somebody has read their entries. */
async function afterReading(): Promise<Record<string, string>> {
  const program = openPoints(server())
  program.open('points/pages/entries')
  await program.screen.findAllByText(/^签到/)
  const held = Object.fromEntries([...program.phone.storage].filter(([name]) => own.includes(name)))
  expect(Object.keys(held)).toContain('fuyi.seen.entries')
  program.cleanup()
  return held
}
const heldOn = ({ phone }: ReturnType<typeof openPoints>) => own.filter((name) => phone.storage.has(name))

it('whoever logs out takes their own along, from a page that knows nothing of points', async () => {
  const program = openPoints(server(), {}, aMe(), await afterReading())
  startForgetting()
  expect(heldOn(program)).toContain('fuyi.seen.entries')
  logOut()
  expect(heldOn(program)).toEqual([])
})

it.each<[string, Me | null]>([
  ['another person', other],
  ['nobody', null],
])('a start with %s logged in leaves nothing of the one before, whose session ran out', async (_, later) => {
  const program = openPoints(server(), {}, later, await afterReading())
  startForgetting()
  expect(heldOn(program)).toEqual([])
})

it('what is on its way when somebody logs out is not kept when it comes', async () => {
  const { answer } = server()
  let arrive = () => {}
  const way = new Promise<void>((done) => {
    arrive = done
  })
  const program = openPoints({
    ...server(),
    answer: async (sent) => {
      if (sent.url.includes('/entries')) await way
      return answer(sent)
    },
  })
  program.open('points/pages/entries')
  await program.screen.findByText('积分明细')
  program.act(logOut)
  await program.act(async () => arrive())
  await program.act(async () => {})
  expect(heldOn(program)).toEqual([])
})
