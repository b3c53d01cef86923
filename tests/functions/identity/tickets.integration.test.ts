import {
  collectResponseSchema,
  exportResponseSchema,
  type SessionResponse,
  sessionResponseSchema,
  ticketResponseSchema,
  ticketViewSchema,
} from '../../../functions/identity/contract'
import { deviceOf } from '../../../functions/identity/rules/device'
import { limits } from '../../../functions/identity/service/limits'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { countMore } from '../../support/engine/source-counts'
import { createIdentityWorld } from '../../support/worlds/identity'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

/** A desktop that shows a ticket, and a phone that is logged in. */
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0'
const setUp = async (headers: Record<string, string> = { 'user-agent': edge }) => {
  const world = createIdentityWorld(database, wechat)
  const phone = await world.login('oLin-0001-abc')
  const desktop = world.another()
  const opened = await desktop.post('/api/sessions/tickets', {}, { headers })
  const ticket = z.parse(ticketResponseSchema, opened.json())
  const path = `/api/sessions/tickets/${ticket.id}`
  return {
    ...world,
    phone,
    ticket,
    collect: (secret = ticket.secret, sourceIp = '203.0.113.80') =>
      desktop.post(`${path}/session`, { secret }, { sourceIp }),
    view: (session: SessionResponse = phone) => world.as(session, 'GET', path),
    approve: (session: SessionResponse = phone, digits = ticket.digits) =>
      world.as(session, 'POST', path, { digits }),
    /** Digits that are not those on the screen. */
    wrong: (n = 1) => String((Number(ticket.digits) + n) % 10_000).padStart(4, '0'),
  }
}
const letIn = async ({
  approve,
  collect,
}: Pick<Awaited<ReturnType<typeof setUp>>, 'approve' | 'collect'>) => {
  await approve()
  const collected = z.parse(collectResponseSchema, (await collect()).json())
  if (collected.state !== 'approved') throw new Error('it was approved')
  return collected.session
}
const ended = { status: 410, code: 'ticket-ended' }

describe('a login on a desktop', () => {
  it('waits, is shown, approved by its digits and collected: the same person, a session of its own', async () => {
    const { phone, ticket, collect, view, approve, refresh, as, time } = await setUp()
    expect((await collect()).json()).toEqual({ state: 'waiting' })
    time.now += 20_000
    const seen = z.parse(ticketViewSchema, (await view()).json())
    expect(seen).toEqual({
      device: { system: 'Windows', browser: 'Edge' },
      city: null,
      age: 20,
      expiresIn: 160,
    })
    expect(ticket.digits).toMatch(/^\d{4}$/)
    expect((await approve()).json()).toEqual({ ok: true })
    const collected = z.parse(collectResponseSchema, (await collect()).json())
    if (collected.state !== 'approved') throw new Error('it was approved')
    expect(collected.session.me).toEqual(phone.me)
    await as(phone, 'DELETE', '/api/sessions/current')
    expect((await refresh(collected.session.refresh)).status).toBe(200)
  })

  it('shows the phone no digits, no address, and no more of the browser than its name', async () => {
    const { view, ticket } = await setUp({
      'user-agent': edge,
      'cloudfront-viewer-city': 'Huaian',
      'cloudfront-viewer-address': '203.0.113.7:443',
    })
    const answer = await view()
    expect(answer.json()).toMatchObject({ city: 'Huaian' })
    for (const trace of [ticket.digits, ticket.secret, '203.0.113', '131', 'Mozilla'])
      expect(answer.bytes.toString()).not.toContain(trace)
  })

  it.each([
    ['is not told', {}],
    ['is no name', { 'cloudfront-viewer-city': '<b>公安局</b>' }],
    ['is as long as a story', { 'cloudfront-viewer-city': 'x'.repeat(80) }],
  ])('leaves out a city that %s', async (_, headers: Record<string, string>) => {
    const { view } = await setUp(headers)
    expect((await view()).json()).toMatchObject({ city: null, device: { system: null, browser: null } })
  })

  it('is not approved without its digits: neither by a program from before, nor by a guess', async () => {
    const { approve, collect, as, phone, ticket, wrong } = await setUp()
    expect((await as(phone, 'POST', `/api/sessions/tickets/${ticket.id}`, {})).status).toBe(400)
    expect((await approve(phone, wrong())).json()).toMatchObject({ status: 409, code: 'wrong-digits' })
    expect((await collect()).json()).toEqual({ state: 'waiting' })
    expect((await approve()).json()).toEqual({ ok: true })
    expect((await approve()).json()).toEqual({ ok: true })
    expect((await collect()).json()).toMatchObject({ state: 'approved' })
  })

  it('is over after three wrong guesses, by however many people, for the screen too', async () => {
    const { approve, collect, wrong, login } = await setUp()
    const other = await login('oZhou-0002-abc')
    expect((await approve(other, wrong(1))).json()).toMatchObject({ code: 'wrong-digits' })
    expect((await approve(undefined, wrong(2))).json()).toMatchObject({ code: 'wrong-digits' })
    expect((await approve(other, wrong(3))).json()).toMatchObject(ended)
    expect((await approve()).json()).toMatchObject(ended)
    expect((await collect()).json()).toMatchObject(ended)
  })

  it('is not guessed by asking all at once', async () => {
    const { approve, wrong, phone } = await setUp()
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => approve(phone, wrong(n + 1))))
    const codes = answers.map((answer) => z.parse(z.object({ code: z.string() }), answer.json()).code)
    expect(codes.filter((code) => code === 'wrong-digits')).toHaveLength(2)
    expect(codes.filter((code) => code === 'ticket-ended')).toHaveLength(10)
  })

  it.each([
    ['every device', '/api/sessions'],
    ['the phone that approved', '/api/sessions/current'],
  ])('ends, though approved, once %s is logged out', async (_, path) => {
    const { approve, collect, as, phone } = await setUp()
    await approve()
    expect((await as(phone, 'DELETE', path)).json()).toEqual({ ok: true })
    expect((await collect()).json()).toMatchObject(ended)
  })

  it('makes room for itself among ten devices without ending the phone that approved it', async () => {
    const { approve, collect, store, phone, refresh, time } = await setUp()
    await approve()
    for (let n = 0; n < 9; n++) {
      time.now += 1
      await store.beginSession(phone.me.id, { system: null, browser: null })
    }
    expect((await collect()).json()).toMatchObject({ state: 'approved' })
    expect(await store.sessionsOf(phone.me.id)).toHaveLength(10)
    expect((await refresh(phone.refresh)).status).toBe(200)
  })

  it('lasts a working day and not longer, however often it is refreshed; the phone’s session stays', async () => {
    const { approve, collect, refresh, time, phone, as } = await setUp()
    let session = await letIn({ approve, collect })
    expect(session.refreshExpiresIn).toBe(12 * 3600)
    for (let hour = 1; hour < 12; hour++) {
      time.now += 3_600_000
      session = z.parse(sessionResponseSchema, (await refresh(session.refresh)).json())
    }
    expect(session.refreshExpiresIn).toBe(3600)
    time.now += 3_540_000
    session = z.parse(sessionResponseSchema, (await refresh(session.refresh)).json())
    // The last access token does not outlive the session either.
    expect(session.expiresIn).toBe(60)
    time.now += 60_000
    expect((await refresh(session.refresh)).json()).toMatchObject({ code: 'session-ended' })
    expect((await as(session, 'GET', '/api/me')).status).toBe(401)
    expect((await refresh(phone.refresh)).status).toBe(200)
  })

  it('cannot approve another screen: only the phone can', async () => {
    const { approve, collect, as, another } = await setUp()
    await approve()
    const collected = z.parse(collectResponseSchema, (await collect()).json())
    if (collected.state !== 'approved') throw new Error('it was approved')
    const second = z.parse(ticketResponseSchema, (await another().post('/api/sessions/tickets', {})).json())
    const answer = await as(collected.session, 'POST', `/api/sessions/tickets/${second.id}`, {
      digits: second.digits,
    })
    expect(answer.json()).toMatchObject({ status: 403, code: 'phone-needed' })
  })

  it('is collected once; a lost answer can be fetched again while the ticket lives, then it is over', async () => {
    const { collect, approve, time, store, phone } = await setUp()
    await approve()
    const answers = await Promise.all([collect(), collect(), collect()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await store.sessionsOf(phone.me.id)).toHaveLength(2)
    time.now += 179_999
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

  it('is useless without its secret, which only the desktop has', async () => {
    const { approve, collect, ticket } = await setUp()
    await approve()
    for (const secret of ['x', ticket.id, ticket.digits, `${ticket.secret}x`, ticket.secret.toLowerCase()])
      expect((await collect(secret)).json()).toMatchObject(ended)
    expect(JSON.stringify(await database.scan())).not.toContain(ticket.secret)
    expect((await collect()).json()).toMatchObject({ state: 'approved' })
  })

  it('limits guessing by source, and not the desktop that waits', async () => {
    const { collect, ticket } = await setUp()
    const thief = '198.51.100.66'
    for (let n = 0; n < 20; n++) expect((await collect(`guess-${n}`, thief)).status).toBe(410)
    await countMore(database, 'miss', { from: 20, more: limits.miss - 30 })
    for (let n = 0; n < 10; n++) expect((await collect(`guess-${n}`, thief)).status).toBe(410)
    expect((await collect('guess', thief)).json()).toMatchObject({ status: 429, code: 'rate-limited' })
    for (let n = 0; n < limits.miss + 5; n++) expect((await collect(ticket.secret)).status).toBe(200)
  })

  it('is limited by source when opened', async () => {
    const { post } = createIdentityWorld(database, wechat)
    const open = () => post('/api/sessions/tickets', {})
    for (let n = 0; n < 20; n++) expect((await open()).status).toBe(200)
    await countMore(database, 'ticket', { from: 20, more: limits.ticket - 30 })
    for (let n = 0; n < 10; n++) expect((await open()).status).toBe(200)
    expect((await post('/api/sessions/tickets', {})).json()).toMatchObject({ code: 'rate-limited' })
  })

  it('ends when the person deletes everything meanwhile', async () => {
    const { approve, collect, as, phone } = await setUp()
    await approve()
    await as(phone, 'DELETE', '/api/me')
    expect((await collect()).json()).toMatchObject(ended)
  })
})

describe('one’s devices', () => {
  it('are named by their User-Agent, and ended one by one', async () => {
    const { approve, collect, as, phone, refresh } = await setUp()
    await approve()
    const collected = z.parse(collectResponseSchema, (await collect()).json())
    if (collected.state !== 'approved') throw new Error('it was approved')
    const exported = z.parse(exportResponseSchema, (await as(phone, 'GET', '/api/me/export')).json())
    const desktop = exported.sessions.find(({ kind }) => kind === 'desktop')
    expect(desktop).toMatchObject({ device: { system: 'Windows', browser: 'Edge' }, current: false })
    expect(exported.sessions.find(({ current }) => current)).toMatchObject({ kind: 'phone' })

    const ending = `/api/sessions/devices/${desktop?.id}`
    expect((await as(phone, 'DELETE', ending)).json()).toEqual({ ok: true })
    expect((await as(phone, 'DELETE', ending)).json()).toEqual({ ok: true })
    expect((await refresh(collected.session.refresh)).json()).toMatchObject({ code: 'session-ended' })
    expect((await as(collected.session, 'GET', '/api/me')).status).toBe(401)
    expect((await refresh(phone.refresh)).status).toBe(200)
  })

  it('of others are not ended by their id', async () => {
    const { login, as, phone, refresh, store } = await setUp()
    const zhou = await login('oZhou-0002-abc')
    const [session] = await store.sessionsOf(phone.me.id)
    expect((await as(zhou, 'DELETE', `/api/sessions/devices/${session?.id}`)).json()).toEqual({ ok: true })
    expect((await refresh(phone.refresh)).status).toBe(200)
  })

  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.50',
      'iPhone',
      '微信',
    ],
    [
      'Mozilla/5.0 (Linux; Android 9; ELE-AL00) AppleWebKit/537.36 Chrome/86.0 MicroMessenger/8.0',
      '安卓',
      '微信',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15',
      'macOS',
      'Safari',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Linux', 'Firefox'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36', 'Windows', 'Chrome'],
    ['curl/8.5.0', null, null],
  ])('%s', (userAgent, system, browser) => {
    expect(deviceOf(userAgent)).toEqual({ system, browser })
  })
})
