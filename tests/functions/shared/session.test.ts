import { createHmac } from 'node:crypto'
import { personIdSchema } from '../../../functions/identity/contract'
import { createSessionReader } from '../../../functions/shared/session/session'
import { accessToken, issuer } from '../../../functions/shared/session/signing'
import * as z from '../../../functions/shared/zod'
import { encoded, personNamed, signed, testKey, testSessions } from '../../support/worlds/sessions'

const start = Date.parse('2026-11-18T10:00:00+08:00')
const lin = personNamed('lin')
const roles = [{ kind: 'staff', region: '320800', powers: ['gifts', 'review'] }] as const

const withBearer = (token: string) => new Headers({ authorization: `Bearer ${token}` })

/** A reader whose keys can change under it, and everything that a token of ours is made of. */
const setUp = () => {
  const time = { now: start }
  const key = testKey(start)
  const kept = { keys: [key.jwk], readings: 0, isDown: false }
  const reader = createSessionReader({
    clock: () => time.now,
    isRevoked: async () => false,
    publicKeys: async () => {
      kept.readings++
      if (kept.isDown) throw new Error('not to be reached')
      return kept.keys
    },
  })
  const header = { alg: 'ES256', typ: accessToken.typ, kid: key.jwk.kid }
  const iat = start / 1000
  const claims = {
    iss: issuer,
    aud: accessToken.audience,
    sub: lin,
    sid: 's1',
    roles: [],
    iat,
    exp: iat + 900,
  }
  return { time, key, kept, reader, header, claims }
}

describe('a session is read from its access token', () => {
  it('has person, session and roles', async () => {
    const { as, reader } = testSessions({ clock: () => start })
    const session = {
      person: lin,
      id: 'session-of-a-test',
      roles: [...roles],
      minor: false,
      generation: 0,
      letInAt: null,
    }
    expect(
      await reader.read(
        new Headers(as(lin, [...roles.map((role) => ({ ...role, powers: [...role.powers] }))])),
      ),
    ).toEqual({
      ok: true,
      value: session,
    })
    expect(z.safeParse(personIdSchema, lin).success).toBe(true)
  })

  it('has that the person is under 18 where the token says so', async () => {
    const { as, reader } = testSessions({ clock: () => start })
    expect(await reader.read(new Headers(as(lin, [], true)))).toMatchObject({
      ok: true,
      value: { minor: true },
    })
  })

  it('is nobody where there is no header, but no header of another kind passes for none', async () => {
    const { reader } = setUp()
    expect(await reader.read(new Headers())).toEqual({ ok: true, value: null })
    for (const authorization of [
      '',
      'Bearer',
      'Bearer ',
      'Bearer x',
      'Basic YTpi',
      'Bearer a.b',
      'Bearer a.b.c d',
    ])
      expect(await reader.read(new Headers({ authorization }))).toEqual({
        ok: false,
        error: 'unauthenticated',
      })
  })

  it('is good for fifteen minutes and no second longer', async () => {
    const { reader, time, header, claims, key } = setUp()
    const headers = withBearer(signed(header, claims, key.privateKey))
    time.now = start + 899_000
    expect((await reader.read(headers)).ok).toBe(true)
    time.now = start + 900_000
    expect((await reader.read(headers)).ok).toBe(false)
  })
})

describe('a token that is not ours is refused', () => {
  const { key, header, claims, reader } = setUp()
  const stranger = testKey(start)
  const good = signed(header, claims, key.privateKey)
  const [head = '', body = '', signature = ''] = good.split('.')
  const hmac = (secret: string) => {
    const input = `${encoded({ ...header, alg: 'HS256' })}.${body}`
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
  }
  const without = (name: string) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))
  const by = (newHeader: object, newClaims: object = claims) =>
    signed({ ...header, ...newHeader }, newClaims, key.privateKey)

  it.each([
    ['signed by another key under our id', signed(header, claims, stranger.privateKey)],
    [
      'signed by a key of its own',
      signed({ ...header, kid: stranger.jwk.kid, jwk: stranger.jwk }, claims, stranger.privateKey),
    ],
    ['without algorithm', `${encoded({ ...header, alg: 'none' })}.${body}.`],
    ['without algorithm but with a signature', `${encoded({ ...header, alg: 'none' })}.${body}.${signature}`],
    ['signed by our public key as a password', hmac(JSON.stringify(key.jwk))],
    ['signed by an empty password', hmac('')],
    ['of another algorithm by name', by({ alg: 'ES384' })],
    ['without key id', by({ kid: undefined })],
    ['with a key id that is no text', by({ kid: 7 })],
    ['of another type', by({ typ: 'rt+jwt' })],
    ['of the plain type', by({ typ: 'JWT' })],
    ['with a condition that we do not know', by({ crit: ['wallet'], wallet: 1 })],
    ['from another issuer', by({}, { ...claims, iss: 'another' })],
    ['for another audience', by({}, { ...claims, aud: 'fuyi:refresh' })],
    ['without end', by({}, without('exp'))],
    ['without beginning', by({}, without('iat'))],
    ['without person', by({}, without('sub'))],
    ['of a person that cannot be', by({}, { ...claims, sub: 'openid-of-somebody' })],
    ['without session', by({}, without('sid'))],
    ['without roles', by({}, without('roles'))],
    ['with a role that there is not', by({}, { ...claims, roles: [{ kind: 'god', region: '320800' }] })],
    ['not good yet', by({}, { ...claims, nbf: claims.iat + 60 })],
    ['with changed claims', `${head}.${encoded({ ...claims, sub: personNamed('chen') })}.${signature}`],
    ['with half a signature', `${head}.${body}.${signature.slice(0, 40)}`],
    ['with nothing but zeros for a signature', `${head}.${body}.${Buffer.alloc(64).toString('base64url')}`],
    ['with a header that is no JSON', `${Buffer.from('{').toString('base64url')}.${body}.${signature}`],
    ['with claims that are no object', by({}, ['sub'])],
  ])('%s', async (_, token) => {
    expect((await reader.read(withBearer(good))).ok).toBe(true)
    expect(await reader.read(withBearer(token))).toEqual({ ok: false, error: 'unauthenticated' })
  })
})

describe('the keys that check', () => {
  it('are read once for many requests, and again after five minutes', async () => {
    const { reader, time, kept, header, claims, key } = setUp()
    const headers = withBearer(signed(header, claims, key.privateKey))
    await Promise.all(Array.from({ length: 20 }, () => reader.read(headers)))
    expect(kept.readings).toBe(1)
    time.now = start + 299_999
    await reader.read(headers)
    expect(kept.readings).toBe(1)
    time.now = start + 300_000
    await reader.read(headers)
    expect(kept.readings).toBe(2)
  })

  it('are read at once for an id never seen, but not more often than every 30 seconds', async () => {
    const { reader, time, kept, header, claims, key } = setUp()
    await reader.read(withBearer(signed(header, claims, key.privateKey)))
    const next = testKey(start)
    kept.keys = [...kept.keys, next.jwk]
    const fresh = withBearer(signed({ ...header, kid: next.jwk.kid }, claims, next.privateKey))
    time.now = start + 29_000
    expect((await reader.read(fresh)).ok).toBe(false)
    time.now = start + 30_000
    expect((await reader.read(fresh)).ok).toBe(true)
    expect(kept.readings).toBe(2)
    for (let n = 0; n < 50; n++)
      await reader.read(withBearer(signed({ ...header, kid: `made-up-${n}` }, claims, next.privateKey)))
    expect(kept.readings).toBe(2)
  })

  it('stay good while they cannot be read again', async () => {
    const { reader, time, kept, header, claims, key } = setUp()
    const headers = withBearer(signed(header, claims, key.privateKey))
    await reader.read(headers)
    kept.isDown = true
    time.now = start + 600_000
    expect((await reader.read(headers)).ok).toBe(true)
  })

  it('refuse nobody for a failure of ours: without any keys the read throws', async () => {
    const { reader, kept, header, claims, key } = setUp()
    kept.isDown = true
    const headers = withBearer(signed(header, claims, key.privateKey))
    await expect(reader.read(headers)).rejects.toThrow('not to be reached')
    kept.isDown = false
    expect((await reader.read(headers)).ok).toBe(true)
  })

  it('verify nothing once they are removed', async () => {
    const { reader, time, kept, header, claims, key } = setUp()
    const headers = withBearer(signed(header, claims, key.privateKey))
    expect((await reader.read(headers)).ok).toBe(true)
    kept.keys = []
    time.now = start + 300_000
    expect((await reader.read(headers)).ok).toBe(false)
  })
})
