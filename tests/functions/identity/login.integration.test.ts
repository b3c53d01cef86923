import { personIdSchema, personNoSchema, sessionResponseSchema } from '../../../functions/identity/contract'
import { limits } from '../../../functions/identity/service/limits'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { countMore } from '../../support/engine/source-counts'
import { createIdentityWorld } from '../../support/worlds/identity'
import { appSecret, sessionKeyOf, startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const lin = 'oLin-5uQx0_abcdefghijklmnopq'

describe('logging in with WeChat', () => {
  it('makes a person the first time, and knows them again', async () => {
    const world = createIdentityWorld(database, wechat)
    const first = await world.login(lin)
    const repeated = await world.login(lin)
    expect(repeated.me).toEqual(first.me)
    expect(z.parse(personIdSchema, first.me.id)).toHaveLength(20)
    expect(z.parse(personNoSchema, first.me.no)).toHaveLength(8)
    expect(first.me).toMatchObject({ since: '2036-11-18T02:00:00.000Z', roles: [], consents: [], age: null })
    expect(first).toMatchObject({ expiresIn: 900, refreshExpiresIn: 2_592_000 })
    expect((await world.login('oZhou-somebody-else')).me.id).not.toBe(first.me.id)
  })

  it('calls WeChat as documented, once a login', async () => {
    const world = createIdentityWorld(database, wechat)
    await world.login(lin)
    expect(wechat.requests.map((url) => url.pathname)).toEqual(['/sns/jscode2session'])
    expect(wechat.requests[0]?.searchParams.get('secret')).toBe(appSecret)
  })

  it('makes one person of concurrent first logins', async () => {
    const { store, login } = createIdentityWorld(database, wechat)
    const people = await Promise.all(Array.from({ length: 8 }, () => store.personOf(lin)))
    expect(new Set(people.map(({ id }) => id)).size).toBe(1)
    // A link each from openid and number, and the person.
    expect(await database.scan()).toHaveLength(3)
    expect((await login(lin)).me.id).toBe(people[0]?.id)
  })

  it('keeps no more than ten sessions of a person: the one used longest ago makes room', async () => {
    const world = createIdentityWorld(database, wechat)
    const sessions = []
    for (let n = 0; n < 11; n++) {
      world.time.now += 1000
      sessions.push(await world.login(lin))
    }
    expect((await world.store.sessionsOf(sessions[0]?.me.id ?? '')).length).toBe(10)
    expect((await world.refresh(sessions[0]?.refresh ?? '')).json()).toMatchObject({ code: 'session-ended' })
    expect((await world.refresh(sessions[1]?.refresh ?? '')).status).toBe(200)
  })

  it('takes a code once', async () => {
    const world = createIdentityWorld(database, wechat)
    const code = wechat.codeFor(lin)
    expect((await world.post('/api/sessions', { code })).status).toBe(200)
    const repeated = await world.post('/api/sessions', { code })
    expect(repeated.status).toBe(400)
    expect(repeated.json()).toMatchObject({ code: 'login-code-refused' })
    expect(world.logged.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ code: 'login-refused', level: 'info', errcode: 40163 }),
    )
  })
})

describe('what WeChat answers instead', () => {
  it.each([
    [40029, 400, 'login-code-refused', 'login-refused'],
    [40163, 400, 'login-code-refused', 'login-refused'],
    [40226, 400, 'login-code-refused', 'login-refused'],
    [45011, 429, 'rate-limited', 'login-refused'],
    [-1, 503, 'login-busy', 'login-refused'],
    [40125, 503, 'login-busy', 'wechat-failed'],
    [40013, 503, 'login-busy', 'wechat-failed'],
  ])('errcode %i becomes %i %s', async (errcode, status, code, event) => {
    const world = createIdentityWorld(database, wechat)
    wechat.mood = { errcode }
    const answer = await world.post('/api/sessions', { code: wechat.codeFor(lin) })
    expect(answer.status).toBe(status)
    expect(answer.json()).toMatchObject({ code })
    expect(world.logged.map((line) => JSON.parse(line).code)).toEqual([event, 'request-answered'])
    const seconds = { 400: undefined, 429: '60', 503: '5' }[status]
    expect(answer.headers['retry-after']).toBe(seconds)
  })

  it.each([
    ['a gateway error', { status: 502 }, 'status 502'],
    ['a page instead of JSON', { text: '<html>busy</html>' }, 'answer'],
    ['JSON of no known shape', { text: '{"openid":7}' }, 'answer'],
    ['an openid that cannot be one', { text: '{"openid":"a b"}' }, 'answer'],
    ['a broken connection', 'cut', 'network'],
  ] as const)('%s is answered as busy, and nothing is created', async (_, mood, cause) => {
    const world = createIdentityWorld(database, wechat)
    wechat.mood = mood
    const answer = await world.post('/api/sessions', { code: wechat.codeFor(lin) })
    expect(answer.status).toBe(503)
    expect(answer.json()).toMatchObject({ code: 'login-busy' })
    expect(world.logged.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ code: 'wechat-failed', level: 'error', cause }),
    )
    expect((await database.scan()).filter(({ PK }) => String(PK).startsWith('person#'))).toEqual([])
  })

  it('a missing answer times out', async () => {
    const world = createIdentityWorld(database, wechat, { wechatTimeoutMs: 50 })
    wechat.mood = 'silence'
    const answer = await world.post('/api/sessions', { code: wechat.codeFor(lin) })
    expect(answer.json()).toMatchObject({ status: 503, code: 'login-busy' })
    expect(world.logged.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ code: 'wechat-failed', cause: 'timeout' }),
    )
    wechat.mood = null
    expect((await world.login(lin)).me.roles).toEqual([])
  })

  it('leaves no session key, app secret, code or token in the table, the log or the answer', async () => {
    const world = createIdentityWorld(database, wechat)
    const code = wechat.codeFor(lin)
    const answer = await world.post('/api/sessions', { code })
    const session = z.parse(sessionResponseSchema, answer.json())
    await world.post('/api/sessions', { code })
    wechat.mood = { text: `{"errcode":"${appSecret}"}` }
    await world.post('/api/sessions', { code })
    await world.refresh(session.refresh)
    await world.refresh(`${session.refresh}x`)
    await world.as(session, 'GET', '/api/me')
    await world.as(session, 'GET', '/api/me/export')

    const logs = world.logged.join('\n')
    const kept = JSON.stringify(await database.scan())
    const response = answer.bytes.toString()
    for (const [what, secret] of Object.entries({ key: sessionKeyOf(lin), app: appSecret, code })) {
      expect({ what, found: [logs, kept, response].filter((text) => text.includes(secret)) }).toEqual({
        what,
        found: [],
      })
    }
    for (const [what, secret] of Object.entries({
      openid: lin,
      access: session.access,
      refresh: session.refresh,
      person: session.me.id,
      no: session.me.no,
    }))
      expect({ what, isLogged: logs.includes(secret) }).toEqual({ what, isLogged: false })
    for (const token of [session.access, session.refresh]) expect(kept).not.toContain(token)
    expect(response).not.toContain(lin)
  })
})

describe('an event where many log in for the first time behind one address', () => {
  it('lets more in within ten minutes than may fail, and counts none of them', async () => {
    const world = createIdentityWorld(database, wechat)
    const all = limits.login + 25
    const enter = (n: number) => world.post('/api/sessions', { code: wechat.codeFor(`oVisitor-${n}-abcdef`) })
    const statuses: number[] = []
    for (let n = 0; n < all; n += 25) {
      const answers = await Promise.all(Array.from({ length: 25 }, (_, i) => enter(n + i)))
      statuses.push(...answers.map(({ status }) => status))
      world.time.now += 25_000
    }
    expect(statuses).toEqual(Array.from({ length: all }, () => 200))
    expect((await database.scan()).filter(({ PK }) => String(PK).startsWith('source#'))).toEqual([])
  })

  it('counts nothing against them where WeChat is busy', async () => {
    const world = createIdentityWorld(database, wechat)
    wechat.mood = { errcode: 45011 }
    for (let n = 0; n < 3; n++) {
      const answer = await world.post('/api/sessions', { code: wechat.codeFor('oVisitor-1-abcdef') })
      expect(answer.status).not.toBe(200)
    }
    expect((await database.scan()).filter(({ PK }) => String(PK).startsWith('source#'))).toEqual([])
  })
})

describe('logging in with bad codes too often from one source', () => {
  it('is refused until the ten minutes are over, for that source alone, and the address is nowhere kept', async () => {
    const world = createIdentityWorld(database, wechat)
    const sourceIp = '198.51.100.23'
    const attempt = (from = sourceIp) =>
      world.post('/api/sessions', { code: 'no-such-code' }, { sourceIp: from })
    for (let n = 0; n < 20; n++) expect((await attempt()).status).toBe(400)
    await countMore(database, 'login', { from: 20, more: limits.login - 40 })
    for (let n = 0; n < 20; n++) expect((await attempt()).status).toBe(400)
    const asked = wechat.requests.length
    const refused = await attempt()
    expect(refused.status).toBe(429)
    expect(refused.headers['retry-after']).toBe('600')
    expect(wechat.requests).toHaveLength(asked)
    expect((await attempt('198.51.100.24')).status).toBe(400)
    expect(JSON.stringify(await database.scan())).not.toContain(sourceIp)
    world.time.now += 600_000
    expect((await attempt()).status).toBe(400)
  })
})
