/**
 * How sessions are signed: the names that stand in a token, and the keys as they lie in Secrets Manager. The private
 * keys are read by identity alone; the public ones by every function that must know who asks.
 */
import * as z from '../zod'

/** The one algorithm. It is pinned on both sides: a token does not choose how it is checked. */
export const algorithm = 'ES256'
export const issuer = 'fuyi'
/** An access token opens the API, a refresh token only the next pair: neither passes for the other. */
export const accessToken = { typ: 'at+jwt', audience: 'fuyi:api', lifeSeconds: 15 * 60 } as const
export const refreshToken = { typ: 'rt+jwt', audience: 'fuyi:refresh', lifeSeconds: 30 * 86_400 } as const

const coordinate = z.string().check(z.regex(/^[\w-]{43}$/))
const keyFields = {
  /** RFC 7638 thumbprint of the public key. */
  kid: z.string().check(z.regex(/^[\w-]{43}$/)),
  /** ISO 8601; by it a key's turn to sign begins and ends. */
  createdAt: z.iso.datetime(),
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
}

/** A public key as a JWK (RFC 7517), beside the day it was made. */
export const publicKeySchema = z.object(keyFields)
export type PublicKey = z.infer<typeof publicKeySchema>
export const privateKeySchema = z.object({ ...keyFields, d: coordinate })
export type PrivateKey = z.infer<typeof privateKeySchema>

/** The two secrets: `{"keys": [...]}`, oldest first; empty until the first rotation has run. */
export const publicKeysSchema = z.object({ keys: z.array(publicKeySchema) })
export const privateKeysSchema = z.object({ keys: z.array(privateKeySchema) })
