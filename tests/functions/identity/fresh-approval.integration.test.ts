/** A desktop on which one is logged in asks the phone once more: what for, by whom alone, and what becomes of the session from before. */
import {
  collectResponseSchema,
  type SessionResponse,
  type TicketPurpose,
  ticketResponseSchema,
  ticketViewSchema,
} from '../../../functions/identity/contract'
import type { StoredSession } from '../../../functions/identity/service'
import * as z from '../../../functions/shared/zod'
import { meter } from '../../bench/meter'
import { withDomain } from '../../support/engine/domain-engine'
import { createIdentityWorld, type IdentityOptions } from '../../support/worlds/identity'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const purpose: TicketPurpose = { kind: 'grant', role: 'staff', powers: ['gifts'], no: '3E8CA0HE' }
const tickets = '/api/sessions/tickets'

/** A phone, and a desktop that it let in a while ago. */
const setUp = async (options: IdentityOptions = {}) => {
  const world = createIdentityWorld(database, wechat, options)
  const { as, another, store, time } = world
  const phone = await world.login('oLin-0001-abc')
  const screen = another()
  const opened = async (session: SessionResponse | null, body: object) => {
    const answer = session ? await as(session, 'POST', tickets, body) : await screen.post(tickets, body)
    return z.parse(ticketResponseSchema, answer.json())
  }
  const approve = ({ id, digits }: { id: string; digits: string }, session: SessionResponse = phone) =>
    as(session, 'POST', `${tickets}/${id}`, { digits })
  const collect = async ({ id, secret }: { id: string; secret: string }) =>
    screen.post(`${tickets}/${id}/session`, { secret })
  const letIn = async (session: SessionResponse | null, body: object): Promise<SessionResponse> => {
    const ticket = await opened(session, body)
    expect((await approve(ticket)).status).toBe(200)
    const collected = z.parse(collectResponseSchema, (await collect(ticket)).json())
    if (collected.state !== 'approved') throw new Error('it was approved')
    return collected.session
  }
  const desktop = await letIn(null, {})
  time.now += 11 * 60_000
  const sessions = () => store.sessionsOf(phone.me.id)
  const view = (id: string, session: SessionResponse = phone) => as(session, 'GET', `${tickets}/${id}`)
  return { ...world, phone, desktop, opened, approve, collect, letIn, sessions, view }
}
const desktopsIn = (sessions: StoredSession[]) => sessions.filter(({ kind }) => kind === 'desktop')

describe('what a fresh approval is for', () => {
  it('is shown to the phone, beside browser, city and age', async () => {
    const { opened, desktop, view } = await setUp()
    const ticket = await opened(desktop, { purpose })
    const seen = z.parse(ticketViewSchema, (await view(ticket.id)).json())
    expect(seen).toMatchObject({ purpose, age: 0, city: null })
  })

  it('is not said of an ordinary login', async () => {
    const { opened, view } = await setUp()
    const answer = (await view((await opened(null, {})).id)).json()
    expect(Object(answer)).not.toHaveProperty('purpose')
  })

  it.each([
    ['a sentence', { kind: 'grant', role: 'staff', no: '请马上允许这次登录' }],
    ['a kind that nobody knows', { kind: 'win-a-prize' }],
    ['more than the kind has', { kind: 'other', text: '系统升级' }],
  ])('is no %s: the desktop cannot choose the words that the phone shows', async (_, purpose) => {
    const { as, desktop } = await setUp()
    expect((await as(desktop, 'POST', tickets, { purpose: purpose })).json()).toMatchObject({
      status: 400,
      code: 'invalid-request',
    })
  })

  it('cannot be requested without a session: a stranger’s login must not look like one’s own work', async () => {
    const { post, phone, as, desktop } = await setUp()
    expect((await post(tickets, { purpose })).json()).toMatchObject({ code: 'unauthenticated' })
    expect((await as(phone, 'POST', tickets, { purpose })).status).toBe(400)
    await as(desktop, 'DELETE', '/api/sessions/current')
    expect((await as(desktop, 'POST', tickets, { purpose })).json()).toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('is shown as one that needs confirming where the phone’s program does not know it', () => {
    const later = { device: { system: null, browser: null }, city: null, age: 1, expiresIn: 9 }
    const read = (purpose: unknown) => z.parse(ticketViewSchema, { ...later, purpose: purpose }).purpose
    expect(read({ kind: 'close-the-city', adcode: '320800' })).toEqual({ kind: 'other' })
    expect(read(undefined)).toBeUndefined()
  })
})

describe('the session from before', () => {
  it('is ended as the fresh one is collected, and nothing else of the person’s', async () => {
    const { letIn, desktop, phone, sessions, refresh, store } = await setUp()
    const generation = (await store.readPerson(phone.me.id))?.generation
    const fresh = await letIn(desktop, { purpose })
    expect(desktopsIn(await sessions())).toHaveLength(1)
    expect((await refresh(desktop.refresh)).json()).toMatchObject({ code: 'session-ended' })
    expect((await refresh(phone.refresh)).status).toBe(200)
    expect((await refresh(fresh.refresh)).status).toBe(200)
    expect((await store.readPerson(phone.me.id))?.generation).toBe(generation)
  })

  it('stays until then, however often an approval was asked for and not given', async () => {
    const { opened, desktop, approve, refresh, time } = await setUp()
    await approve(await opened(desktop, { purpose }))
    time.now += 180_000
    await opened(desktop, { purpose })
    expect((await refresh(desktop.refresh)).status).toBe(200)
  })

  it('takes no other session’s place among ten', async () => {
    const { letIn, desktop, store, phone, sessions, time, refresh } = await setUp()
    for (let n = 0; n < 8; n++) {
      time.now += 1
      await store.beginSession(phone.me.id, { system: null, browser: null })
    }
    const before = (await sessions()).map(({ id }) => id)
    expect(before).toHaveLength(10)
    await letIn(desktop, { purpose })
    const after = (await sessions()).map(({ id }) => id)
    expect(after).toHaveLength(10)
    expect(before.filter((id) => !after.includes(id))).toHaveLength(1)
    expect((await refresh(phone.refresh)).status).toBe(200)
  })

  it('is not begun again if it was ended meanwhile', async () => {
    const { opened, desktop, approve, collect, as, sessions } = await setUp()
    const ticket = await opened(desktop, { purpose })
    await approve(ticket)
    await as(desktop, 'DELETE', '/api/sessions/current')
    expect((await collect(ticket)).json()).toMatchObject({ code: 'ticket-ended' })
    expect(desktopsIn(await sessions())).toEqual([])
  })

  it('is followed by one fresh session, however often it is collected', async () => {
    const { opened, desktop, approve, collect, sessions } = await setUp()
    const ticket = await opened(desktop, { purpose })
    await approve(ticket)
    const answers = await Promise.all([collect(ticket), collect(ticket), collect(ticket)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(desktopsIn(await sessions())).toHaveLength(1)
  })
})

describe('somebody else’s phone', () => {
  it('approves nothing on a desktop where another person is logged in, and both screens say so', async () => {
    const { opened, desktop, approve, collect, view, login, refresh } = await setUp()
    const other = await login('oZhou-0002-abc')
    const ticket = await opened(desktop, { purpose })
    expect((await collect(ticket)).json()).toEqual({ state: 'waiting' })
    expect((await view(ticket.id, other)).json()).toMatchObject({ status: 403, code: 'another-account' })
    expect((await collect(ticket)).json()).toEqual({ state: 'waiting', byAnother: true })
    expect((await approve(ticket, other)).json()).toMatchObject({ code: 'another-account' })
    expect((await refresh(desktop.refresh)).status).toBe(200)
  })

  it('is noted once, however often it looks', async () => {
    const client = database.client()
    const counted = meter(client)
    const { opened, desktop, view, login } = await setUp({ client })
    const other = await login('oZhou-0002-abc')
    const ticket = await opened(desktop, { purpose })
    const spent = async () => {
      counted.take()
      expect((await view(ticket.id, other)).json()).toMatchObject({ code: 'another-account' })
      return counted.take().writeUnits
    }
    expect(await spent()).toBe(1)
    expect(await spent()).toBe(0)
  })

  it('neither spends the owner’s tries nor keeps them from confirming', async () => {
    const { opened, desktop, approve, collect, login } = await setUp()
    const other = await login('oZhou-0002-abc')
    const ticket = await opened(desktop, { purpose })
    for (let n = 0; n < 4; n++) await approve({ ...ticket, digits: '0000' }, other)
    expect((await approve(ticket)).json()).toEqual({ ok: true })
    expect((await collect(ticket)).json()).toMatchObject({ state: 'approved' })
  })
})
