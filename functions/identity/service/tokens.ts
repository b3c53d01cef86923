/** Signs the two tokens of a session, and reads the one that comes back. */
import { importJWK, SignJWT } from 'jose'
import { secondsOf } from '../../shared/aws/table'
import { SecretsUnavailable } from '../../shared/aws/unavailable'
import { minuteMs } from '../../shared/day'
import { remember } from '../../shared/items/remember'
import { createKeyring, type PublicKeySource } from '../../shared/session/keyring'
import { verified } from '../../shared/session/session'
import { accessToken, algorithm, issuer, type PrivateKey, refreshToken } from '../../shared/session/signing'
import * as z from '../../shared/zod'
import { personIdSchema } from '../contract'
import { signingKey } from '../rules/keys'
import type { Person, StoredSession } from '../service'

export type PrivateKeySource = () => Promise<readonly PrivateKey[]>
export type TokenDependencies = {
  privateKeys: PrivateKeySource
  publicKeys: PublicKeySource
  clock: () => number
}
export type Tokens = ReturnType<typeof createTokens>

const refreshSchema = z.object({ sub: personIdSchema, sid: z.string(), jti: z.string() })
export type RefreshClaims = z.infer<typeof refreshSchema>

export const createTokens = ({ privateKeys, publicKeys, clock }: TokenDependencies) => {
  const keyring = createKeyring(publicKeys, clock)
  const readKeys = remember(privateKeys, clock)

  const sign = async (
    claims: Record<string, unknown>,
    { typ, audience, lifeSeconds }: { typ: string; audience: string; lifeSeconds: number },
  ): Promise<string> => {
    const key = signingKey(await readKeys(5 * minuteMs), clock())
    if (!key) throw new SecretsUnavailable('there is no key to sign with yet')
    const at = Math.floor(clock() / 1000)
    return new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, typ, kid: key.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(at)
      .setExpirationTime(at + lifeSeconds)
      .sign(await importJWK(jwkOf(key), algorithm))
  }

  return {
    access: (
      {
        id,
        roles,
        scopedRoles = [],
        age,
        generation,
      }: Pick<Person, 'id' | 'roles' | 'scopedRoles' | 'age' | 'generation'>,
      session: Pick<StoredSession, 'id' | 'until' | 'kind' | 'since'>,
    ): Promise<string> =>
      sign(
        {
          sub: id,
          sid: session.id,
          roles,
          ...(scopedRoles.length > 0 && { scoped: scopedRoles }),
          ...(age === 'minor' && { minor: true }),
          ...(generation > 0 && { gen: generation }),
          ...(session.kind === 'desktop' && { desk: secondsOf(Date.parse(session.since)) }),
        },
        { ...accessToken, lifeSeconds: lifeLeft(accessToken.lifeSeconds, session, clock()) },
      ),

    refresh: (
      person: Pick<Person, 'id'>,
      session: Pick<StoredSession, 'id' | 'jti' | 'until'>,
    ): Promise<string> =>
      sign(
        { sub: person.id, sid: session.id, jti: session.jti },
        { ...refreshToken, lifeSeconds: lifeLeft(refreshToken.lifeSeconds, session, clock()) },
      ),

    /** Null for whatever is not a refresh token of ours whose time has not run out. */
    async readRefresh(token: string): Promise<RefreshClaims | null> {
      const payload = await verified(token, refreshToken, keyring, clock)
      const claims = z.safeParse(refreshSchema, payload)
      return claims.success ? claims.data : null
    },
  }
}

/** Seconds: no token outlives its session. */
export const lifeLeft = (lifeSeconds: number, { until }: Pick<StoredSession, 'until'>, now: number): number =>
  Math.max(1, Math.min(lifeSeconds, Math.floor((until - now) / 1000)))

const jwkOf = ({ kty, crv, x, y, d }: PrivateKey) => ({ kty, crv, x, y, d })
