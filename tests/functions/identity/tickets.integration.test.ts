import {
  collectResponseSchema,
  type SessionResponse,
  ticketResponseSchema,
  ticketViewSchema,
} from '../../../functions/identity/contract'
import { limits } from '../../../functions/identity/limits'
import * as z from '../../../functions/shared/zod'
import { withEngine } from '../../support/engine'
import { createIdentityWorld } from '../../support/identity'
import { startWeChat, type WeChatServer } from '../../support/wechat'

const bench = withEngine('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

/** A desktop that shows a ticket, and a phone that is logged in. */
const setUp = async () => {
  const world = createIdentityWorld(bench, wechat)
  const phone = await world.login('oLin-0001-abc')
  const desktop = world.another()
  const ticket = z.parse(ticketResponseSchema, (await desktop.post('/api/sessions/tickets', {})).json())
  const path = `/api/sessions/tickets/${ticket.id}`
  return {
    ...world,
    phone,
    ticket,
    collect: (secret = ticket.secret, sourceIp = '203.0.113.80') =>
      desktop.post(`${path}/session`, { secret }, { sourceIp }),
    view: (session: SessionResponse = phone) => world.as(session, 'GET', path),
    approve: (session: SessionResponse = phone) => world.as(session, 'POST', path, {}),
  }
}
const ended = { status: 410, code: 'ticket-ended' }

describe('a login on a desktop', () => {
  it('waits, is compared, approved and collected: the same person, a session of its own', async () => {
    const { phone, ticket, collect, view, approve, refresh, as } = await setUp()
    expect((await collect()).json()).toEqual({ state: 'waiting' })
    const seen = z.parse(ticketViewSchema, (await view()).json())
    expect(seen).toEqual({ pair: ticket.pair, expiresIn: 180 })
    expect(ticket.pair).toMatch(/^\d\d$/)
    expect((await approve()).json()).toEqual({ ok: true })
    const collected = z.parse(collectResponseSchema, (await collect()).json())
    if (collected.state !== 'approved') throw new Error('it was approved')
    expect(collected.session.me).toEqual(phone.me)
    await as(phone, 'DELETE', '/api/sessions/current')
    expect((await refresh(collected.session.refresh)).status).toBe(200)
  })

  it('is collected once; a lost answer can be fetched again for ten seconds, then it is over', async () => {
    const { collect, approve, time, store, phone } = await setUp()
    await approve()
    const answers = await Promise.all([collect(), collect(), collect()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await store.sessionsOf(phone.me.id)).toHaveLength(2)
    time.now += 10_000
    expect((await collect()).status).toBe(200)
    time.now += 1
    expect((await collect()).json()).toMatchObject(ended)
    expect(await store.sessionsOf(phone.me.id)).toHaveLength(2)
  })

  it('cannot be fetched again once the session has gone on', async () => {
    const { collect, approve, refresh } = await setUp()
    await approve()
    const collected = z.parse(collectResponseSchema, (await collect()).json())
    if (collected.state === 'approved') await refresh(collected.session.refresh)
    expect((await collect()).json()).toMatchObject(ended)
  })

  it('is too old after three minutes, approved or not', async () => {
    const { collect, view, approve, time } = await setUp()
    time.now += 179_999
    expect((await view()).json()).toMatchObject({ expiresIn: 1 })
    await approve()
    time.now += 1
    expect((await view()).json()).toMatchObject(ended)
    expect((await approve()).json()).toMatchObject(ended)
    expect((await collect()).json()).toMatchObject(ended)
  })

  it('belongs to the first who approves; they may do so again, nobody else', async () => {
    const { approve, view, login } = await setUp()
    const other = await login('oZhou-0002-abc')
    expect((await approve()).status).toBe(200)
    expect((await approve()).status).toBe(200)
    expect((await approve(other)).json()).toMatchObject(ended)
    expect((await view(other)).json()).toMatchObject(ended)
  })

  it('is approved by nobody who is not logged in, or who has just logged out', async () => {
    const { approve, view, phone, as, post, ticket } = await setUp()
    expect((await post(`/api/sessions/tickets/${ticket.id}`, {})).status).toBe(401)
    await as(phone, 'DELETE', '/api/sessions/current')
    expect((await approve()).status).toBe(401)
    expect((await view()).status).toBe(401)
  })

  it('is worth nothing without its secret, which only the desktop has', async () => {
    const { approve, collect, ticket } = await setUp()
    await approve()
    for (const secret of ['x', ticket.id, ticket.pair, `${ticket.secret}x`, ticket.secret.toLowerCase()])
      expect((await collect(secret)).json()).toMatchObject(ended)
    expect(JSON.stringify(await bench.scan())).not.toContain(ticket.secret)
    expect((await collect()).json()).toMatchObject({ state: 'approved' })
  })

  it('guessing is stopped by source, and does not stop the desktop that waits', async () => {
    const { collect, ticket } = await setUp()
    const thief = '198.51.100.66'
    for (let n = 0; n < limits.miss; n++) expect((await collect(`guess-${n}`, thief)).status).toBe(410)
    expect((await collect('guess', thief)).json()).toMatchObject({ status: 429, code: 'rate-limited' })
    for (let n = 0; n < limits.miss + 5; n++) expect((await collect(ticket.secret)).status).toBe(200)
  })

  it('opening is limited by source', async () => {
    const { post } = createIdentityWorld(bench, wechat)
    for (let n = 0; n < limits.ticket; n++) expect((await post('/api/sessions/tickets', {})).status).toBe(200)
    expect((await post('/api/sessions/tickets', {})).json()).toMatchObject({ code: 'rate-limited' })
  })

  it('ends when the person deletes everything meanwhile', async () => {
    const { approve, collect, as, phone } = await setUp()
    await approve()
    await as(phone, 'DELETE', '/api/me')
    expect((await collect()).json()).toMatchObject(ended)
  })
})
