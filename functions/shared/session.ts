/** Who asks, as an access token tells it, and what their roles let them do. */
import { jwtVerify } from 'jose'
import { type Power, personIdSchema, type Role, roleSchema } from '../identity/contract'
import { minuteMs } from './day'
import { createKeyring, type Keyring, type PublicKeySource } from './keyring'
import { err, ok, type Result } from './result'
import { accessToken, algorithm, issuer } from './signing'
import * as z from './zod'

/** Parsed from an access token whose signature and times were checked. */
export type Session = {
  /** Person id. */
  person: string
  /** Id of the session (of its family of refresh tokens). */
  id: string
  roles: readonly Role[]
  /** The person said that they are under 18. */
  minor: boolean
  /** When a phone let this desktop in, in ms since 1970; null: it is a phone's own session. */
  letInAt: number | null
  /** The person's at the time the token was issued, see revocation.ts. */
  generation: number
}

/** Whether a session was ended, or a role of its person taken, after its access token was issued. Throws where it cannot be known. */
export type IsRevoked = (session: Pick<Session, 'person' | 'generation'>) => Promise<boolean>

export type SessionReader = {
  /** Reads the header `Authorization`; null where there is none. A token that is not good is refused, never ignored. */
  read: (headers: Headers) => Promise<Result<Session | null, 'unauthenticated'>>
  isRevoked: IsRevoked
}

export type SessionReaderOptions = {
  publicKeys: PublicKeySource
  isRevoked: IsRevoked
  clock: () => number
}

const claimsSchema = z.object({
  sub: personIdSchema,
  sid: z.string().check(z.minLength(1), z.maxLength(64)),
  roles: z.array(roleSchema),
  /** Absent for everybody else, and in tokens from before it was told. */
  minor: z.optional(z.boolean()),
  /** Absent while none of the person's sessions or roles was ended, and in tokens from before there was one. */
  gen: z.optional(z.int()),
  /** Of a desktop, the second in which a phone let it in. */
  desk: z.optional(z.int()),
})

/** The reader that every function with a route that is not public hands to its router. */
export function createSessionReader({ publicKeys, isRevoked, clock }: SessionReaderOptions): SessionReader {
  const keyring = createKeyring(publicKeys, clock)
  const read: SessionReader['read'] = async (headers) => {
    const header = headers.get('authorization')
    if (header === null) return ok(null)
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1]
    const payload = token === undefined ? null : await verified(token, accessToken, keyring, clock)
    const claims = z.safeParse(claimsSchema, payload)
    if (!claims.success) return err('unauthenticated')
    const { sub, sid, roles, minor = false, gen = 0, desk } = claims.data
    const letInAt = desk === undefined ? null : desk * 1000
    return ok({ person: sub, id: sid, roles, minor, generation: gen, letInAt })
  }
  return { read, isRevoked }
}

/**
 * The payload of a token of that kind that one of our keys signed and whose time has not run out; null for any other.
 * Algorithm, type, issuer and audience are ours to say, never the token's.
 */
export async function verified(
  token: string,
  { typ, audience }: { typ: string; audience: string },
  keyring: Keyring,
  clock: () => number,
): Promise<unknown> {
  const checks = {
    algorithms: [algorithm],
    issuer,
    audience,
    typ,
    requiredClaims: ['exp', 'iat'],
    currentDate: new Date(clock()),
  }
  const kid = kidOf(token)
  const key = kid === null ? null : await keyring.find(kid)
  if (key === null) return null
  // jose throws for whatever is wrong with a token, and there is nothing to tell its bearer but no.
  return jwtVerify(token, key, checks).then(
    ({ payload }) => payload,
    () => null,
  )
}

const headerSchema = z.object({ kid: z.string() })

/** Which key a token says it was signed with. */
function kidOf(token: string): string | null {
  const [header = ''] = token.split('.')
  try {
    return z.parse(headerSchema, JSON.parse(Buffer.from(header, 'base64url').toString())).kid
  } catch {
    return null
  }
}

/** How long what takes a fresh approval may be done on a desktop that a phone let in. */
const freshMs = 10 * minuteMs

export const isFresh = ({ letInAt }: Session, now: number): boolean =>
  letInAt === null || now - letInAt <= freshMs

/** Whether the person is staff of that city with that power. */
export function mayAsStaff({ roles }: Session, region: string, power: Power): boolean {
  return roles.some((role) => role.kind === 'staff' && role.region === region && role.powers.includes(power))
}

/** Whether the person stands behind that outlet's counter: its owner or one of its salespeople. */
export function worksAt({ roles }: Session, placeId: string): boolean {
  return roles.some(
    (role) => (role.kind === 'owner' || role.kind === 'salesperson') && role.outlets.includes(placeId),
  )
}
