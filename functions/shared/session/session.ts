/** Who asks, as an access token tells it. */

import { jwtVerify } from 'jose'
import { roleSchema, type Session, scopedRoleSchema } from '../access/access'
import { personIdSchema } from '../contract'
import type { RequestHeaders } from '../http/messages'
import { err, ok, type Result } from '../result'
import { listOfKnown } from '../tolerant'
import * as z from '../zod'
import { createKeyring, type Keyring, type PublicKeySource } from './keyring'
import { accessToken, algorithm, issuer } from './signing'

/** Whether a session was ended, or a role of its person taken, after its access token was issued. Throws where it cannot be known. */
export type IsRevoked = (session: Pick<Session, 'person' | 'generation'>) => Promise<boolean>

export type SessionReader = {
  /** Reads the header `Authorization`; null where there is none. A token that is not good is refused, never ignored. */
  read: (headers: RequestHeaders) => Promise<Result<Session | null, 'unauthenticated'>>
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
  /** Absent where there is none. What a function does not know of them opens nothing there. */
  scoped: z.optional(listOfKnown(scopedRoleSchema)),
  /** Absent for everybody else, and in tokens issued before the field existed. */
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
    const { sub, sid, roles, scoped = [], minor = false, gen = 0, desk } = claims.data
    const letInAt = desk === undefined ? null : desk * 1000
    return ok({
      ...{ person: sub, id: sid, roles, minor, generation: gen, letInAt },
      ...(scoped.length > 0 && { scopedRoles: scoped }),
    })
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
