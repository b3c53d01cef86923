import { createHmac } from 'node:crypto'
import {
  type SessionResponse,
  sessionResponseSchema,
  ticketResponseSchema,
} from '../../../functions/identity/contract'
import { limits } from '../../../functions/identity/service/limits'
import { accessToken, issuer, publicKeySchema, refreshToken } from '../../../functions/shared/session/signing'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { countMore } from '../../support/engine/source-counts'
import { afterNextWrite, withFaults } from '../../support/faults/faults'
import type { Answer } from '../../support/worlds/api'
import { createIdentityWorld, newSigningKey } from '../../support/worlds/identity'
import { encoded, signed, testKey } from '../../support/worlds/sessions'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const minute = 60_000
const day = 86_400_000
const world = () => createIdentityWorld(database, wechat)
const sessionIn = (answer: Answer): SessionResponse => z.parse(sessionResponseSchema, answer.json())
const claimsOf = (token: string): Record<string, unknown> =>
  z.parse(
    z.record(z.string(), z.unknown()),
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()),
  )
const isEnded = (answer: Answer) => {
  expect(answer.status).toBe(401)
  expect(answer.json()).toMatchObject({ code: 'session-ended' })
}

describe('a refresh token', () => {
  it('is traded for the next pair, and the session goes on', async () => {
    const { login, refresh, as, time } = world()
    const first = await login('oLin-0001-abc')
    time.now += 20 * minute
    expect((await as(first, 'GET', '/api/me')).json()).toMatchObject({ code: 'unauthenticated' })
    const second = sessionIn(await refresh(first.refresh))
    expect(second.me).toEqual(first.me)
    expect(claimsOf(second.access).sid).toBe(claimsOf(first.access).sid)
    expect((await as(second, 'GET', '/api/me')).status).toBe(200)
  })

  it('ends its session for everyone if it comes back after it was traded', async () => {
    const { login, refresh, as, time, logged } = world()
    const first = await login('oLin-0001-abc')
    const second = sessionIn(await refresh(first.refresh))
    time.now += 10_001
    isEnded(await refresh(first.refresh))
    isEnded(await refresh(second.refresh))
    expect((await as(second, 'GET', '/api/me')).status).toBe(401)
    const reused = logged.map((line) => JSON.parse(line)).filter(({ code }) => code === 'session-reused')
    expect(reused).toEqual([expect.objectContaining({ level: 'warn', requestId: expect.any(String) })])
  })

  it('ends no other session of the person', async () => {
    const { login, refresh, time } = world()
    const phone = await login('oLin-0001-abc')
    const desktop = await login('oLin-0001-abc')
    await refresh(phone.refresh)
    time.now += 11_000
    isEnded(await refresh(phone.refresh))
    expect((await refresh(desktop.refresh)).status).toBe(200)
  })

  it('gives the same successor again for ten seconds, because an answer can get lost', async () => {
    const { login, refresh, time } = world()
    const first = await login('oLin-0001-abc')
    const lost = sessionIn(await refresh(first.refresh))
    time.now += 10_000
    const repeated = sessionIn(await refresh(first.refresh))
    expect(claimsOf(repeated.refresh).jti).toBe(claimsOf(lost.refresh).jti)
    expect((await refresh(repeated.refresh)).status).toBe(200)
  })

  it('is traded once where the table did it and its answer got lost', async () => {
    let losing = 0
    const client = withFaults(database.client(), (command) =>
      command === 'UpdateItemCommand' && losing-- > 0 ? 'lost-answer' : null,
    )
    const { login, refresh, store } = createIdentityWorld(database, wechat, { client })
    const first = await login('oLin-0001-abc')
    // The first update counts the source, the second trades.
    losing = 2
    const second = sessionIn(await refresh(first.refresh))
    expect(losing).toBeLessThanOrEqual(0)
    const [kept] = await store.sessionsOf(first.me.id)
    expect(claimsOf(second.refresh).jti).toBe(kept?.jti)
    expect(kept?.previous).toBe(claimsOf(first.refresh).jti)
  })

  it('two steps back is reused, however fast it came', async () => {
    const { login, refresh } = world()
    const first = await login('oLin-0001-abc')
    const second = sessionIn(await refresh(first.refresh))
    const third = sessionIn(await refresh(second.refresh))
    isEnded(await refresh(first.refresh))
    isEnded(await refresh(third.refresh))
  })

  it('sent several times at once gives all of them one successor', async () => {
    const { login, refresh } = world()
    const first = await login('oLin-0001-abc')
    const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(first.refresh)))
    const successors = answers.map((answer) => sessionIn(answer).refresh)
    expect(new Set(successors.map((token) => claimsOf(token).jti)).size).toBe(1)
    expect((await refresh(successors[3] ?? '')).status).toBe(200)
  })

  it('is good for thirty days without use, and from each use for thirty more', async () => {
    const { login, refresh, time } = world()
    const first = await login('oLin-0001-abc')
    time.now += 30 * day - 1000
    const second = sessionIn(await refresh(first.refresh))
    time.now += 30 * day - 1000
    const third = sessionIn(await refresh(second.refresh))
    time.now += 30 * day
    isEnded(await refresh(third.refresh))
  })

  it('brings the roles as they are now', async () => {
    const { login, refresh, appoint } = world()
    const first = await login('oLin-0001-abc')
    await appoint(first, { kind: 'manager', region: '320800', districts: ['清江浦'] })
    const second = sessionIn(await refresh(first.refresh))
    expect(second.me.roles).toEqual([{ kind: 'manager', region: '320800', districts: ['清江浦'] }])
    expect(claimsOf(second.access).roles).toEqual(second.me.roles)
    expect(Object.keys(claimsOf(second.refresh)).sort()).toEqual([
      'aud',
      'exp',
      'iat',
      'iss',
      'jti',
      'sid',
      'sub',
    ])
  })

  it('is limited by source where it fails, and not counted where it is good', async () => {
    const { login, refresh, post, as } = world()
    const over = await login('oLin-0001-abc')
    let { refresh: token } = await login('oZhou-0001-abc')
    // Were they counted, the last ten of those below would be refused otherwise.
    for (let n = 0; n < 10; n++) token = sessionIn(await refresh(token)).refresh
    await as(over, 'DELETE', '/api/sessions/current')
    for (let n = 0; n < 20; n++) isEnded(await refresh(over.refresh))
    await countMore(database, 'refresh', { from: 20, more: limits.refresh - 40 })
    for (let n = 0; n < 20; n++) isEnded(await refresh(over.refresh))
    expect((await refresh(over.refresh)).json()).toMatchObject({ code: 'rate-limited' })
    expect((await refresh(token)).json()).toMatchObject({ code: 'rate-limited' })
    const elsewhere = { sourceIp: '192.0.2.9' }
    expect((await post('/api/sessions/refresh', { refresh: token }, elsewhere)).status).toBe(200)
  })
})

describe('a forged token', () => {
  const setUp = async () => {
    const all = world()
    const session = await all.login('oLin-0001-abc')
    const [key = newSigningKey(0)] = all.keys.private
    const stranger = testKey(all.time.now)
    const iat = Math.floor(all.time.now / 1000)
    const { sub, sid, jti } = claimsOf(session.refresh)
    const claims = { iss: issuer, aud: refreshToken.audience, sub, sid, jti, iat, exp: iat + 60 }
    const header = { alg: 'ES256', typ: refreshToken.typ, kid: key.kid }
    return { ...all, session, stranger, claims, header, key }
  }

  it('for refreshing is refused, whatever is wrong with it, and ends nobody’s session', async () => {
    const { session, stranger, claims, header, key, refresh } = await setUp()
    const [head = '', body = '', signature = ''] = session.refresh.split('.')
    const input = `${encoded({ ...header, alg: 'HS256' })}.${encoded(claims)}`
    const forged = {
      'another key': signed(header, claims, stranger.privateKey),
      'no algorithm': `${encoded({ ...header, alg: 'none' })}.${body}.`,
      'our public key as a password': `${input}.${createHmac(
        'sha256',
        JSON.stringify(z.parse(publicKeySchema, key)),
      )
        .update(input)
        .digest('base64url')}`,
      'changed claims': `${head}.${encoded({ ...claims, sub: '0'.repeat(20) })}.${signature}`,
      'no token': 'a.b.c',
      'no text of a token': '%00',
      'an access token': session.access,
    }
    for (const [what, token] of Object.entries(forged))
      expect({ what, status: (await refresh(token)).status }).toEqual({ what, status: 401 })
    expect((await refresh(session.refresh)).status).toBe(200)
  })

  it('for the API is refused: a refresh token opens nothing', async () => {
    const { session, stranger, header, claims, as } = await setUp()
    const access = { ...claims, aud: accessToken.audience, roles: [] }
    for (const token of [
      session.refresh,
      signed({ ...header, typ: accessToken.typ }, access, stranger.privateKey),
    ])
      expect((await as({ access: token }, 'GET', '/api/me')).json()).toMatchObject({
        code: 'unauthenticated',
      })
    expect((await as(session, 'GET', '/api/me')).status).toBe(200)
  })
})

describe('when the keys are rotated', () => {
  it('nobody is logged out, at any moment of it', async () => {
    const all = world()
    const { keys, time, login, refresh, as } = all
    const before = await login('oLin-0001-abc')
    const kidOf = (token: string) =>
      JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid
    const old = keys.private[0]?.kid
    time.now += day
    const next = newSigningKey(time.now)
    keys.private = [...keys.private, next]
    keys.public = [...keys.public, z.parse(publicKeySchema, next)]

    // Not everybody has read the new key yet, so it does not sign.
    const during = sessionIn(await refresh(before.refresh))
    expect(kidOf(during.access)).toBe(old)
    time.now += 10 * minute
    const after = sessionIn(await refresh(during.refresh))
    expect(kidOf(after.access)).toBe(next.kid)
    expect(kidOf(after.refresh)).toBe(next.kid)
    for (const session of [during, after]) expect((await as(session, 'GET', '/api/me')).status).toBe(200)

    // A phone that slept since before the rotation comes back on its last day.
    const asleep = await all.another().post('/api/sessions', { code: wechat.codeFor('oZhou-0002-abc') })
    time.now += 30 * day - 1000
    expect((await refresh(sessionIn(asleep).refresh)).status).toBe(200)
  })

  it('a key taken away ends what it signed', async () => {
    const { keys, time, login, refresh } = world()
    const session = await login('oLin-0001-abc')
    time.now += 5 * minute
    const next = newSigningKey(time.now)
    keys.private = [next]
    keys.public = [z.parse(publicKeySchema, next)]
    isEnded(await refresh(session.refresh))
    expect((await login('oLin-0001-abc')).expiresIn).toBe(900)
  })

  it('before the first key exists nobody can log in, and the answer is a failure of the server', async () => {
    const all = world()
    all.keys.private = []
    const answer = await all.post('/api/sessions', { code: wechat.codeFor('oLin-0001-abc') })
    expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' })
    expect(all.logged.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ code: 'secrets-unavailable', cause: 'content' }),
    )
  })
})

describe('logging out', () => {
  it('ends this session at once for identity and for refreshing, and no other', async () => {
    const { login, as, refresh } = world()
    const phone = await login('oLin-0001-abc')
    const desktop = await login('oLin-0001-abc')
    expect((await as(phone, 'DELETE', '/api/sessions/current')).json()).toEqual({ ok: true })
    isEnded(await refresh(phone.refresh))
    expect((await as(phone, 'GET', '/api/me')).status).toBe(401)
    expect((await as(phone, 'DELETE', '/api/sessions/current')).json()).toEqual({ ok: true })
    expect((await refresh(desktop.refresh)).status).toBe(200)
  })

  it('everywhere ends every session of this person, and nobody else’s', async () => {
    const { login, as, refresh } = world()
    const mine = [await login('oLin-0001-abc'), await login('oLin-0001-abc'), await login('oLin-0001-abc')]
    const another = await login('oZhou-0002-abc')
    const [first] = mine
    if (!first) throw new Error('no session')
    expect((await as(first, 'DELETE', '/api/sessions')).json()).toEqual({ ok: true })
    for (const session of mine) isEnded(await refresh(session.refresh))
    expect((await refresh(another.refresh)).status).toBe(200)
    expect((await login('oLin-0001-abc')).me).toEqual(first.me)
  })
})

describe('a session from before kinds of session were kept', () => {
  it('counts as the weaker kind: it approves no desktop, is not fresh, and ends when it expires', async () => {
    const { login, refresh, as, another, time } = world()
    const lin = await login('oLin-0001-abc')
    const [kept] = (await database.scan()).filter(({ SK }) => String(SK).startsWith('session#'))
    const { kind: _, device: __, ...before } = kept ?? {}
    await database.tableOf('identity').putOne({ ...before, PK: String(kept?.PK), SK: String(kept?.SK) })
    time.now += 11 * minute
    const ticket = z.parse(ticketResponseSchema, (await another().post('/api/sessions/tickets', {})).json())
    const approval = await as(lin, 'POST', `/api/sessions/tickets/${ticket.id}`, { digits: ticket.digits })
    expect(approval.json()).toMatchObject({ status: 403, code: 'phone-needed' })
    const next = sessionIn(await refresh(lin.refresh))
    expect(claimsOf(next.access).desk).toBe(Math.floor((time.now - 11 * minute) / 1000))
    expect(next.refreshExpiresIn).toBe(12 * 3600 - 11 * 60)
    time.now += 12 * 60 * minute
    isEnded(await refresh(next.refresh))
  })
})

describe('a logout everywhere that comes while somebody logs in', () => {
  it('ends that session together with what its access token allows', async () => {
    const { login, appoint, store } = world()
    const lin = await login('oLin-0001-abc')
    await appoint(lin, { kind: 'staff', region: '320800', powers: ['gifts'] })
    const client = afterNextWrite(database.client(), 'session#', () => store.endSessions(lin.me.id))
    const late = await createIdentityWorld(database, wechat, { client }).login('oLin-0001-abc')
    expect(await store.sessionsOf(lin.me.id)).toEqual([])
    const generation = z.parse(z._default(z.int(), 0), claimsOf(late.access).gen)
    expect(await store.isRevoked({ person: lin.me.id, generation })).toBe(true)
  })
})
