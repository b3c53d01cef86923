/** What somebody does with their own things touches nobody else's, though the address is the same for all. */
import type { DomainName } from '../../../functions/domains'
import { orderSchema, waitingSchema } from '../../../functions/points/contract'
import type { Scene } from '../../support/stage/scene'
import type { Somebody } from '../../support/stage/stage'
import { city, outlets, parsed } from '../../support/worlds/points-world'
import { linsOpenid, outcomeOf, setUp, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
const wechat = withWeChat()

const asking =
  ({ stage }: Scene) =>
  (who: Somebody, domain: DomainName, method: string, target: string, body?: unknown, key = stage.key()) =>
    stage.call(domain, method, target, {
      body,
      headers: {
        authorization: `Bearer ${who.session.access}`,
        'idempotency-key': key,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
    })

const twoPeople = async () => {
  const { stage, lin, scene } = await setUp(database, wechat)
  const zhou = await stage.enter('oZhou-other-0001')
  await scene.give(zhou, 50)
  /** All that stands in any table and has lin's id in it. */
  const lins = async () => {
    const all = Object.values(await stage.scan()).flat()
    return all.filter((item) => JSON.stringify(item).includes(lin.session.me.id))
  }
  return { stage, lin, zhou, scene, lins, ask: asking(scene) }
}

describe('another person', () => {
  it('who stops waiting takes nobody else from the queue', async () => {
    const { lin, zhou, scene, ask } = await twoPeople()
    const path = `/api/gifts/${scene.soldOut.id}/waiting`
    for (const who of [lin, zhou]) expect(outcomeOf(await ask(who, 'points', 'POST', path, {}))).toBe('200')
    expect(parsed(waitingSchema, await ask(zhou, 'points', 'DELETE', path)).state).toBe('none')
    expect(parsed(waitingSchema, await ask(lin, 'points', 'GET', path))).toMatchObject({
      state: 'waiting',
      ahead: 0,
    })
  })

  it('who sends somebody’s idempotency key gets an order of their own', async () => {
    const { stage, lin, zhou, scene, ask, lins } = await twoPeople()
    const key = stage.key()
    const body = { gift: scene.onSale.id, outlet: outlets.first }
    const first = parsed(orderSchema, await ask(lin, 'points', 'POST', '/api/orders', body, key))
    const before = await lins()
    const second = parsed(orderSchema, await ask(zhou, 'points', 'POST', '/api/orders', body, key))
    expect(second.id).not.toBe(first.id)
    expect(before.length).toBeGreaterThan(5)
    expect(await lins()).toEqual(before)
    expect(outcomeOf(await ask(zhou, 'points', 'POST', `/api/orders/${first.id}/cancel`, {}))).toBe(
      '404 unknown-order',
    )
  })

  it('who pages with somebody’s cursor reads their own pages', async () => {
    const { lin, zhou, scene, ask } = await twoPeople()
    const order = await scene.order()
    for (const path of ['/api/points/entries', '/api/orders']) {
      const page = `${path}?region=${city}&cursor=e9`
      expect((await ask(lin, 'points', 'GET', page)).bytes.toString()).toContain(order.id)
      expect((await ask(zhou, 'points', 'GET', page)).bytes.toString()).not.toContain(order.id)
    }
  })

  it('who logs out everywhere, or leaves, ends nothing of anybody else', async () => {
    const { lin, zhou, ask, lins } = await twoPeople()
    const before = await lins()
    const elsewhere = { ...zhou }
    expect(outcomeOf(await ask(zhou, 'identity', 'DELETE', '/api/me'))).toBe('200')
    expect(outcomeOf(await ask(elsewhere, 'identity', 'DELETE', '/api/sessions'))).toBe('200')
    expect(before.length).toBeGreaterThan(5)
    expect(await lins()).toEqual(before)
    expect(outcomeOf(await ask(lin, 'identity', 'GET', '/api/me'))).toBe('200')
  })

  it('who approves a login that was approved cannot put themself in its place', async () => {
    const { stage, lin, zhou, scene, ask } = await twoPeople()
    const { id, secret, digits } = await scene.openTicket()
    await scene.approve({ id, digits }, lin)
    expect(outcomeOf(await ask(zhou, 'identity', 'POST', `/api/sessions/tickets/${id}`, { digits }))).toBe(
      '410 ticket-ended',
    )
    const collected = await stage.apiOf('identity').post(`/api/sessions/tickets/${id}/session`, { secret })
    expect(collected.json()).toMatchObject({ state: 'approved', session: { me: { id: lin.session.me.id } } })
  })

  it('who left is somebody new at the next login, and the old token reaches neither', async () => {
    const { stage, lin, scene, ask } = await twoPeople()
    const order = await scene.order()
    expect(outcomeOf(await ask(lin, 'identity', 'DELETE', '/api/me'))).toBe('200')
    const anew = await stage.enter(linsOpenid)
    expect(anew.session.me.id).not.toBe(lin.session.me.id)
    expect(outcomeOf(await ask(anew, 'points', 'GET', `/api/orders/${order.id}`))).toBe('404 unknown-order')
    expect(outcomeOf(await ask(lin, 'identity', 'GET', '/api/me/export'))).toBe('401 unauthenticated')
    // Good for its fifteen minutes, and there is nothing left to earn or to spend with it.
    const visit = { place: outlets.first, digits: scene.counterDigits() }
    expect(outcomeOf(await ask(lin, 'points', 'POST', '/api/points/visits', visit))).toBe(
      '409 account-closed',
    )
    const body = { gift: scene.onSale.id, outlet: outlets.first }
    expect(outcomeOf(await ask(lin, 'points', 'POST', '/api/orders', body))).toBe('409 account-closed')
  })
})
