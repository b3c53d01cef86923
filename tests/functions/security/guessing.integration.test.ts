/** Wrong guesses are counted, locked out and logged; the lockout ends after its time. */
import { limits } from '../../../functions/identity/service/limits'
import { withCheck } from '../../../functions/points/rules/code'
import { pickupDigits } from '../../../functions/points/rules/rolling-code'
import { acceptedMoments, keyOf } from '../../../functions/shared/codes/rolling-code'
import { countMore } from '../../support/engine/source-counts'
import { createStage } from '../../support/stage/create-stage'
import type { Scene } from '../../support/stage/scene'
import type { Somebody } from '../../support/stage/stage'
import type { Answer, Sent } from '../../support/worlds/api'
import { city, outlets } from '../../support/worlds/points-world'
import { outcomeOf, setUp, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
const wechat = withWeChat()

const [minute, hour] = [60_000, 3_600_000]
const behind = (outlet: string) => [{ kind: 'salesperson' as const, region: city, outlets: [outlet] }]

const guessers = async () => {
  const { stage, lin, scene } = await setUp(database, wechat)
  const post = (who: Somebody, target: string, body: unknown) =>
    stage.apiOf('points').post(target, body, { headers: { authorization: `Bearer ${who.session.access}` } })
  return { stage, lin, scene, post }
}

const tally = (answers: readonly Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const one of answers.map(outcomeOf)) counts[one] = (counts[one] ?? 0) + 1
  return counts
}
/** One after the other. */
const inTurn = async (n: number, ask: (i: number) => Promise<Answer>): Promise<Record<string, number>> => {
  const answers: Answer[] = []
  for (let i = 0; i < n; i++) answers.push(await ask(i))
  return tally(answers)
}
const atOnce = async (n: number, ask: (i: number) => Promise<Answer>) =>
  tally(await Promise.all(Array.from({ length: n }, (_, i) => ask(i))))

/** Events of that kind in the log, without what says when. */
const events = ({ stage }: Scene, code: string) =>
  stage.logged.map((line) => JSON.parse(line)).filter((event) => event.code === code)

describe('printed codes', () => {
  /** Right in form and in its check character, and of no batch. */
  const guess = (i: number) => ({ code: withCheck(`ZZZZZZZZ${String(i).padStart(3, '0')}`) })
  const path = '/api/points/codes'

  it('lock the person after ten wrong ones, even for a right one, for an hour', async () => {
    const { stage, lin, scene, post } = await guessers()
    const [right, anothers] = [{ code: await scene.newCode() }, { code: await scene.newCode() }]
    const wrong = (who: Somebody) => (i: number) => post(who, path, guess(i))
    expect(await inTurn(10, wrong(lin))).toEqual({ '400 code-wrong': 10 })
    expect(events(scene, 'code-tries-locked')).toEqual([expect.objectContaining({ level: 'warn' })])
    const before = await stage.scan()
    expect(outcomeOf(await post(lin, path, right))).toBe('429 too-many-tries')
    expect(await inTurn(5, wrong(lin))).toEqual({ '429 too-many-tries': 5 })
    expect(await stage.scan()).toEqual(before)
    expect(outcomeOf(await post(await stage.enter('oZhou-0001'), path, anothers))).toBe('200')
    // A new session is the same person.
    expect(outcomeOf(await post(await stage.enter(lin.openid), path, right))).toBe('429 too-many-tries')
    stage.time.now += hour + 1000
    const back = await stage.enter(lin.openid)
    expect(outcomeOf(await post(back, path, right))).toBe('200')
    expect(events(scene, 'code-tries-locked')).toHaveLength(1)
  })

  it('sent forty at once are looked at ten times', async () => {
    const { lin, scene, post } = await guessers()
    const right = { code: await scene.newCode() }
    const answers = await atOnce(40, (i) => post(lin, path, guess(i)))
    expect(answers).toEqual({ '400 code-wrong': 10, '429 too-many-tries': 30 })
    expect(outcomeOf(await post(lin, path, right))).toBe('429 too-many-tries')
  })
})

describe('digits of an order', () => {
  const path = '/api/pickups/checks'

  /** Four digits that this order does not show now, one after the other. */
  const wrongDigits = async ({ stage, pickupCode }: Scene, order: Awaited<ReturnType<Scene['order']>>) => {
    const { key, slot } = await pickupCode(order)
    const shown = acceptedMoments(stage.time.now).map(({ at }) => pickupDigits(keyOf(key), slot, at))
    const all = Array.from({ length: 200 }, (_, i) => `${slot}${String(i).padStart(4, '0')}`)
    return all.filter((digits) => !shown.includes(digits))
  }
  /** Numbers that the outlet gave to nobody. */
  const freeSlots = async ({ pickupCode }: Scene, orders: Awaited<ReturnType<Scene['order']>>[]) => {
    const taken = (await Promise.all(orders.map((order) => pickupCode(order)))).map(({ slot }) => slot)
    const all = Array.from({ length: 200 }, (_, i) => String(i).padStart(4, '0'))
    return all.filter((slot) => !taken.includes(slot))
  }

  it('lock the number after five wrong ones, even for the right one, for ten minutes, and no other number', async () => {
    const { stage, scene, post } = await guessers()
    const [order, other] = [await scene.order(), await scene.order()]
    const wrong = await wrongDigits(scene, order)
    const check = (digits: string, who = scene.keeper) => post(who, path, { place: outlets.first, digits })
    const right = await scene.shownBy(order)
    expect(await inTurn(5, (i) => check(wrong[i] ?? ''))).toEqual({ '400 pickup-code-wrong': 5 })
    expect(events(scene, 'pickup-tries-locked')).toEqual([
      expect.objectContaining({ level: 'warn', place: outlets.first }),
    ])
    const before = await stage.scan()
    expect(outcomeOf(await check(right))).toBe('429 too-many-tries')
    expect(outcomeOf(await check(right, await stage.enter('oSales-0001', behind(outlets.first))))).toBe(
      '429 too-many-tries',
    )
    expect((await stage.scan()).points).toEqual(before.points)
    expect(outcomeOf(await check(await scene.shownBy(other)))).toBe('200')
    stage.time.now += 10 * minute + 1000
    expect(outcomeOf(await check(await scene.shownBy(order)))).toBe('200')
  })

  it('of one number, sent twenty at once, are looked at five times', async () => {
    const { scene, post } = await guessers()
    const order = await scene.order()
    const wrong = await wrongDigits(scene, order)
    const answers = await atOnce(20, (i) =>
      post(scene.keeper, path, { place: outlets.first, digits: wrong[i] }),
    )
    expect(answers).toEqual({ '400 pickup-code-wrong': 5, '429 too-many-tries': 15 })
  })

  it('lock the outlet after thirty wrong ones of any number by anyone there, for an hour, and no other outlet', async () => {
    const { stage, scene, post } = await guessers()
    const order = await scene.order()
    const free = await freeSlots(scene, [order])
    const colleague = await stage.enter('oSales-0001', behind(outlets.first))
    const check = (who: Somebody, digits: string, place: string = outlets.first) =>
      post(who, path, { place, digits })
    const guesses = await inTurn(30, (i) => check(i % 2 ? colleague : scene.keeper, `${free[i]}0000`))
    expect(guesses).toEqual({ '400 pickup-code-wrong': 30 })
    expect(events(scene, 'pickup-tries-locked')).toHaveLength(1)
    expect(outcomeOf(await check(scene.keeper, await scene.shownBy(order)))).toBe('429 too-many-tries')
    const elsewhere = await stage.enter('oSales-0002', behind(outlets.second))
    expect(outcomeOf(await check(elsewhere, '00000000', outlets.second))).toBe('400 pickup-code-wrong')
    stage.time.now += hour + 1000
    const [keeper, lin] = [await stage.enter(scene.keeper.openid), await stage.enter(scene.lin.openid)]
    expect(outcomeOf(await check(keeper, await scene.shownBy(order, lin)))).toBe('200')
  })

  it('of an outlet, sent sixty at once, are looked at thirty times', async () => {
    const { scene, post } = await guessers()
    const free = await freeSlots(scene, [])
    const answers = await atOnce(60, (i) =>
      post(scene.keeper, path, { place: outlets.first, digits: `${free[i]}0000` }),
    )
    expect(answers).toEqual({ '400 pickup-code-wrong': 30, '429 too-many-tries': 30 })
  })
})

describe('digits of a counter', () => {
  const path = '/api/points/visits'

  it('lock the person after ten wrong ones at any counter, even for the right ones, for an hour', async () => {
    const { stage, lin, scene, post } = await guessers()
    const counters = [outlets.first, outlets.second, outlets.station]
    // None of them is shown by any of the counters now.
    const visit = (who: Somebody, digits: string, i = 0) =>
      post(who, path, { place: counters[i % 3], digits })
    const answers = await atOnce(30, (i) => visit(lin, `9999${String(i).padStart(4, '0')}`, i))
    expect(answers).toEqual({ '400 code-wrong': 10, '429 too-many-tries': 20 })
    expect(outcomeOf(await visit(lin, scene.counterDigits()))).toBe('429 too-many-tries')
    expect(outcomeOf(await visit(await stage.enter('oZhou-0001'), scene.counterDigits()))).toBe('200')
    stage.time.now += hour + 1000
    expect(outcomeOf(await visit(await stage.enter(lin.openid), scene.counterDigits()))).toBe('200')
  })
})

describe('what needs no login', () => {
  const window = 10 * minute
  /** From one address, whatever the caller writes about itself. */
  const from = (sourceIp: string, i: number): Sent => ({
    sourceIp,
    headers: { 'x-forwarded-for': `203.0.113.${i % 250}, 10.0.0.1`, 'x-origin-verify': `guess-${i}` },
  })

  it('logins: after too many bad codes in ten minutes from one address WeChat is not called any more', async () => {
    const stage = await createStage(database, wechat.server)
    const login = (i: number, ip = '203.0.113.7') =>
      stage.apiOf('identity').post('/api/sessions', { code: `guess-${i}` }, from(ip, i))
    const asked = wechat.server.requests.length
    expect(await atOnce(20, (i) => login(i))).toEqual({ '400 login-code-refused': 20 })
    await countMore(database, 'login', { from: 20, more: limits.login - 60 })
    const answers = await atOnce(70, (i) => login(20 + i))
    expect(answers).toEqual({ '400 login-code-refused': 40, '429 rate-limited': 30 })
    expect(wechat.server.requests.length - asked).toBeGreaterThanOrEqual(60)
    const askedThen = wechat.server.requests.length
    expect(await atOnce(30, (i) => login(i))).toEqual({ '429 rate-limited': 30 })
    expect(wechat.server.requests).toHaveLength(askedThen)
    const good = { code: wechat.server.codeFor('oLin-self-0001') }
    const send = (ip: string) => stage.apiOf('identity').post('/api/sessions', good, from(ip, 1))
    expect(outcomeOf(await send('203.0.113.7'))).toBe('429 rate-limited')
    expect(outcomeOf(await send('203.0.113.8'))).toBe('200')
    stage.time.now += window
    expect(outcomeOf(await login(999))).toBe('400 login-code-refused')
  })

  it('secrets of a login on another screen: so many wrong ones, and the address is stopped', async () => {
    const { stage, scene } = await guessers()
    const { id, secret } = await scene.openTicket()
    const collect = (ticket: string, guess: string, i = 0, ip = '203.0.113.7') =>
      stage.apiOf('identity').post(`/api/sessions/tickets/${ticket}/session`, { secret: guess }, from(ip, i))
    const other = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`
    const answers = await atOnce(limits.miss + 20, (i) => collect(i % 2 ? id : other, `${secret}${i}`, i))
    expect(answers).toEqual({ '410 ticket-ended': limits.miss, '429 rate-limited': 20 })
    expect(outcomeOf(await collect(id, 'x', 0, '203.0.113.8'))).toBe('410 ticket-ended')
    // Whoever has the secret is no guesser, and has a phone to wait for.
    expect(outcomeOf(await collect(id, secret))).toBe('200')
    stage.time.now += window
    expect(outcomeOf(await collect(other, 'x'))).toBe('410 ticket-ended')
  })

  it('tickets are counted too, and new pairs of tokens only where there are none to be had', async () => {
    const stage = await createStage(database, wechat.server)
    const lin = await stage.enter('oLin-self-0001')
    const open = (i: number) =>
      stage.apiOf('identity').post('/api/sessions/tickets', {}, from('203.0.113.7', i))
    expect(await atOnce(limits.ticket + 5, open)).toEqual({ 200: limits.ticket, '429 rate-limited': 5 })
    const { refresh } = lin.session
    const trade = (i: number) =>
      stage.apiOf('identity').post('/api/sessions/refresh', { refresh }, from('203.0.113.7', i))
    expect(await atOnce(50, trade)).toEqual({ 200: 50 })
    await stage.call('identity', 'DELETE', '/api/sessions', {
      headers: { authorization: `Bearer ${lin.session.access}` },
    })
    expect(await atOnce(20, trade)).toEqual({ '401 session-ended': 20 })
    await countMore(database, 'refresh', { from: 20, more: limits.refresh - 60 })
    expect(await atOnce(60, trade)).toEqual({ '401 session-ended': 40, '429 rate-limited': 20 })
    expect(outcomeOf(await trade(0))).toBe('429 rate-limited')
  })

  it('reports: twenty a day from one address, of whatever place', async () => {
    const stage = await createStage(database, wechat.server)
    const report = (i: number) => {
      const place = Object.values(outlets)[i % 4]
      const fact = ['locked', 'moved', 'gone', 'wrong-hours', 'out-of-stock'][Math.floor(i / 4) % 5]
      const amenity = i >= 20 ? { fact: 'out-of-stock', amenity: i % 2 ? 'water' : 'wifi' } : { fact }
      return stage.apiOf('places').post(`/api/places/${place}/reports`, amenity, from('203.0.113.7', i))
    }
    expect(await inTurn(24, report)).toEqual({ 200: 20, '429 rate-limited': 4 })
  })
})
