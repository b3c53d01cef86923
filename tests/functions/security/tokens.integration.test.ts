/** A token that is not ours, not of this kind or not of now opens nothing, at no route. */
import { createHmac, createPrivateKey, createPublicKey } from 'node:crypto'
import { accessToken, issuer, refreshToken } from '../../../functions/shared/session/signing'
import { everything, send } from '../../support/stage/requests'
import type { Scene } from '../../support/stage/scene'
import type { Somebody, Stage } from '../../support/stage/stage'
import { outlets, refusal } from '../../support/worlds/points-world'
import { encoded, signed, testKey } from '../../support/worlds/sessions'
import { outcomeOf, setUp, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
const wechat = withWeChat()

/** Every value of `Authorization` that must not pass, by what is wrong with it. */
const wrongHeaders = ({ keys, time }: Stage, { session }: Somebody): Record<string, string> => {
  const at = Math.floor(time.now / 1000)
  const ours = createPrivateKey({ key: keys.private, format: 'jwk' })
  const stranger = testKey(time.now)
  const header = { alg: 'ES256', typ: accessToken.typ, kid: keys.public.kid }
  const powers = ['publish', 'gifts', 'review', 'audit', 'admin']
  const claims = {
    iss: issuer,
    aud: accessToken.audience,
    sub: session.me.id,
    sid: 'a-session',
    // Worth forging: with these nothing would be refused for want of a role.
    roles: [
      { kind: 'staff', region: '320800', powers },
      { kind: 'owner', region: '320800', outlets: [outlets.first] },
    ],
    iat: at,
    exp: at + 900,
  }
  const [head = '', body = '', signature = ''] = session.access.split('.')
  const by = (ofHeader: object, ofClaims: object = {}) =>
    signed({ ...header, ...ofHeader }, { ...claims, ...ofClaims }, ours)
  const hmac = (password: string | Buffer) => {
    const input = `${encoded({ ...header, alg: 'HS256' })}.${encoded(claims)}`
    return `${input}.${createHmac('sha256', password).update(input).digest('base64url')}`
  }
  const pem = createPublicKey({ key: keys.public, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
  const der = createPublicKey({ key: keys.public, format: 'jwk' }).export({ type: 'spki', format: 'der' })
  const tokens = {
    'signed by another key under our id': signed(header, claims, stranger.privateKey),
    'with a key of its own': signed(
      { ...header, kid: stranger.jwk.kid, jwk: stranger.jwk },
      claims,
      stranger.privateKey,
    ),
    'with the address of a key': signed(
      { ...header, kid: stranger.jwk.kid, jku: 'https://example.org/keys' },
      claims,
      stranger.privateKey,
    ),
    'of algorithm none': `${encoded({ ...header, alg: 'none' })}.${encoded(claims)}.`,
    'of algorithm nOnE with a signature': `${encoded({ ...header, alg: 'nOnE' })}.${encoded(claims)}.${signature}`,
    'HS256 by the public key as JSON': hmac(JSON.stringify(keys.public)),
    'HS256 by the public key as PEM': hmac(pem.toString()),
    'HS256 by the public key as DER': hmac(der),
    'HS256 by nothing': hmac(''),
    'for another audience': by({}, { aud: refreshToken.audience }),
    'of another issuer': by({}, { iss: 'fuyi.example.org' }),
    'of another type': by({ typ: refreshToken.typ }),
    'of the plain type': by({ typ: 'JWT' }),
    'run out': by({}, { iat: at - 900, exp: at }),
    'good from the next minute': by({}, { nbf: at + 60 }),
    'without an end': by({}, { exp: undefined }),
    'with other claims under the signature': `${head}.${encoded(claims)}.${signature}`,
    'with a signature of zeros': `${head}.${body}.${Buffer.alloc(64).toString('base64url')}`,
    'without its signature': `${head}.${body}.`,
    'a refresh token': session.refresh,
    'no token': 'garbage',
    'three dots': '...',
    'brackets of brackets': Buffer.from('['.repeat(5000)).toString('base64url').concat('.e30.e30'),
    'a key id from a prototype': by({ kid: '__proto__' }),
  }
  const bearer = Object.entries(tokens).map(([what, token]) => [what, `Bearer ${token}`])
  return {
    ...Object.fromEntries(bearer),
    'two values': `Bearer ${session.access}, Bearer ${session.access}`,
    'two tokens in one value': `Bearer ${session.access} ${session.access}`,
    'the token without its scheme': session.access,
    'another scheme': `Basic ${session.access}`,
    empty: '',
  }
}

const guarded = everything.filter(({ operation }) => operation.access !== 'public')

/**
 * One operation for each access in each domain is asked with every wrong token, all others with one of each way to be wrong: a function
 * has one reader of tokens for all its operations, and what an operation says of it is its access.
 */
const inFull = new Map(guarded.map((one) => [`${one.domain} ${one.operation.access}`, one]))
const ways = [
  'signed by another key under our id',
  'of algorithm none',
  'for another audience',
  'run out',
  'with other claims under the signature',
  'a refresh token',
  'no token',
]
const wrongFor = (one: (typeof guarded)[number], wrong: Record<string, string>) =>
  Object.entries(wrong).filter(
    ([what]) => ways.includes(what) || inFull.get(`${one.domain} ${one.operation.access}`) === one,
  )

describe('at every route that is not public', () => {
  it('an invalid token is answered 401, and nothing is read or written for it', async () => {
    const { stage, lin, scene } = await setUp(database, wechat)
    const wrong = wrongHeaders(stage, lin)
    const passed: string[] = []
    let tried = 0
    for (const one of guarded) {
      const request = await one.ask(scene, null)
      stage.writes.length = 0
      for (const [what, authorization] of wrongFor(one, wrong)) {
        tried++
        const outcome = outcomeOf(await send(scene, one, request, null, { authorization }))
        if (outcome !== '401 unauthenticated') passed.push(`${one.domain}.${one.name}: ${what}: ${outcome}`)
      }
      expect({ name: one.name, writes: stage.writes }).toEqual({ name: one.name, writes: [] })
    }
    expect(guarded.length).toBeGreaterThan(45)
    const all = Object.keys(wrong).length
    expect(tried).toBe(inFull.size * all + (guarded.length - inFull.size) * ways.length)
    expect(inFull.size).toBeGreaterThan(15)
    expect(passed).toEqual([])
  })

  it('a token in the address, a cookie or another header is ignored', async () => {
    const { stage, lin, scene } = await setUp(database, wechat)
    const { access } = lin.session
    for (const one of guarded.filter(({ operation }) => operation.access !== 'known')) {
      const request = await one.ask(scene, null)
      stage.writes.length = 0
      const mark = request.target.includes('?') ? '&' : '?'
      const asked = { ...request, target: `${request.target}${mark}access_token=${access}` }
      const headers = { cookie: `session=${access}`, 'x-authorization': `Bearer ${access}` }
      expect([one.name, refusal(await send(scene, one, asked, null, headers))]).toEqual([
        one.name,
        '401 unauthenticated',
      ])
      expect(stage.writes).toEqual([])
    }
  })
})

const refresh = ({ apiOf }: Stage, token: string) =>
  apiOf('identity').post('/api/sessions/refresh', { refresh: token })

describe('a refresh token', () => {
  it('is accepted in no other form', async () => {
    const { stage, lin } = await setUp(database, wechat)
    stage.writes.length = 0
    for (const [what, header] of Object.entries(wrongHeaders(stage, lin))) {
      const token = header.replace(/^Bearer /, '')
      if (token === lin.session.refresh) continue
      const outcome = refusal(await refresh(stage, token))
      expect([what, outcome]).toEqual([
        what,
        token === '' || token.length > 2048 ? '400 invalid-request' : '401 session-ended',
      ])
    }
    expect(refusal(await refresh(stage, lin.session.access))).toBe('401 session-ended')
    expect(stage.writes).toEqual([])
  })

  it('that is replayed ends the session for both of its holders, and no other', async () => {
    const { stage, lin } = await setUp(database, wechat)
    const elsewhere = await stage.login(lin.openid)
    expect((await refresh(stage, lin.session.refresh)).status).toBe(200)
    stage.time.now += 11_000
    expect(refusal(await refresh(stage, lin.session.refresh))).toBe('401 session-ended')
    const me = (access: string) =>
      stage.apiOf('identity').get('/api/me', { authorization: `Bearer ${access}` })
    expect(refusal(await me(lin.session.access))).toBe('401 unauthenticated')
    expect((await me(elsewhere.access)).status).toBe(200)
    expect(stage.logged.filter((line) => line.includes('session-reused'))).toHaveLength(1)
  })
})

const pickUp = ({ stage }: Scene, who: Somebody, ticket: string, place: string = outlets.first) =>
  stage
    .apiOf('points')
    .post('/api/pickups', { place, ticket }, { headers: { authorization: `Bearer ${who.session.access}` } })

describe('a ticket to hand over', () => {
  it('is good for whoever got it, at that outlet, as it was signed', async () => {
    const { stage, scene } = await setUp(database, wechat)
    const sales = { kind: 'salesperson' as const, region: '320800' }
    const colleague = await stage.enter('oSales-0001', [
      { ...sales, outlets: [outlets.first, outlets.second] },
    ])
    const order = await scene.order()
    const other = await scene.order()
    const ticket = await scene.ticketOf(scene.keeper, await scene.shownBy(order))
    const [head = '', text = '', signature = ''] = ticket.split('.')
    const inside = JSON.parse(Buffer.from(text, 'base64url').toString())
    expect(inside).toMatchObject({ order: order.id, staff: scene.keeper.session.me.id })
    const forged = (changes: object) => `${head}.${encoded({ ...inside, ...changes })}.${signature}`
    const before = await stage.scan()
    expect(refusal(await pickUp(scene, colleague, ticket))).toBe('403 forbidden')
    expect(refusal(await pickUp(scene, colleague, ticket, outlets.second))).toBe('409 not-picked-up-here')
    for (const wrong of [
      forged({ order: other.id }),
      forged({ staff: colleague.session.me.id }),
      forged({ until: inside.until + 3_600_000 }),
      `${head}.${text}.`,
      `${head}.${text}.${signature}.`,
      `.${text}.${signature}`,
      `${head}.${text}.${Buffer.alloc(32).toString('base64url')}`,
      `${encoded({ alg: 'none' })}.${text}.`,
      // The form of older versions, which had no header.
      `${text}.`,
      `${text}.${signature}`,
      `.${signature}`,
      `${text}.${Buffer.alloc(32).toString('base64url')}`,
    ])
      expect(refusal(await pickUp(scene, scene.keeper, wrong))).toBe('400 invalid-request')
    stage.time.now += 5 * 60_000 + 1
    expect(refusal(await pickUp(scene, scene.keeper, ticket))).toBe('409 pickup-ticket-old')
    expect(await stage.scan()).toEqual(before)
  })
})
