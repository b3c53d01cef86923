/** Access tokens for tests, signed with a key of their own as identity signs them. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { Role } from '../../../functions/identity/contract'
import { createSessionReader, type SessionReader } from '../../../functions/shared/session/session'
import { accessToken, issuer, type PublicKey } from '../../../functions/shared/session/signing'
import * as z from '../../../functions/shared/zod'

export type TestSessions = {
  /** For the router of the API under test. */
  reader: SessionReader
  /** By which a function of its own process checks the tokens. */
  publicKey: PublicKey
  /** The value of `Authorization`: good for 15 minutes from the clock's time. */
  bearer: (person: string, roles?: readonly Role[], minor?: boolean) => string
  /** The same as headers of a request. */
  as: (person: string, roles?: readonly Role[], minor?: boolean) => { authorization: string }
}

export function testSessions({ clock }: { clock: () => number }): TestSessions {
  const { jwk, privateKey } = testKey(clock())
  const bearer: TestSessions['bearer'] = (person, roles = [], minor = undefined) => {
    const at = Math.floor(clock() / 1000)
    const claims = {
      iss: issuer,
      aud: accessToken.audience,
      sub: person,
      sid: 'session-of-a-test',
      roles,
      minor,
      iat: at,
      exp: at + accessToken.lifeSeconds,
    }
    return `Bearer ${signed({ alg: 'ES256', typ: accessToken.typ, kid: jwk.kid }, claims, privateKey)}`
  }
  return {
    reader: createSessionReader({ publicKeys: async () => [jwk], isRevoked: async () => false, clock }),
    publicKey: jwk,
    bearer,
    as: (person, roles, minor) => ({ authorization: bearer(person, roles, minor) }),
  }
}

const named = new Map<string, string>()

/** A person id that one can read: `personNamed('lin')`. Another name is another person, so `p1` and `p10` differ. */
export function personNamed(name: string): string {
  const plain = name.toLowerCase().replace(/[^0-9a-hjkmnp-tv-z]/g, '0')
  const id = `${plain.slice(0, 18).padEnd(18, '0')}${String(name.length).padStart(2, '0')}`
  const other = named.get(id) ?? name
  if (other !== name) throw new Error(`${name} would be the same person as ${other}`)
  named.set(id, name)
  return id
}

export type TestKey = { jwk: PublicKey; privateKey: KeyObject }

export function testKey(at: number): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = z.parse(z.object({ x: z.string(), y: z.string() }), publicKey.export({ format: 'jwk' }))
  const kid = createHash('sha256').update(`${x}.${y}`).digest('base64url')
  const jwk = { kid, createdAt: new Date(at).toISOString(), kty: 'EC', crv: 'P-256', x, y } as const
  return { jwk, privateKey }
}

/** A compact JWS of any header and claims, right or wrong, written without the library that the product checks with. */
export function signed(header: object, claims: object, privateKey: KeyObject): string {
  const input = `${encoded(header)}.${encoded(claims)}`
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `${input}.${signature.toString('base64url')}`
}

export const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
