/** The access token that all executions of the WeChat function share, and the lease of whoever fetches the next one. */
import { parseItem, secondsOf, type Table } from '../../shared/aws/table'
import * as z from '../../shared/zod'
import { accessTokenKey } from './keys'

const itemSchema = z.object({
  token: z.optional(z.string()),
  /** Ms since 1970 until which the token is good. */
  until: z.optional(z.int()),
  leaseOwner: z.optional(z.string()),
  leaseUntil: z.optional(z.int()),
})

export type StoredToken = { token: string; until: number }
export type TokenState = { kept: StoredToken | null; leaseUntil: number }
export type AccessTokenStore = ReturnType<typeof accessTokenStore>

/** The item vanishes a while after its token has run out; a lease alone is worth less. */
const spareMs = 3_600_000

export const accessTokenStore = (table: Table, { clock }: { clock: () => number }) => ({
  async readToken(): Promise<TokenState> {
    const item = await table.get(accessTokenKey, { consistent: true })
    if (!item) return { kept: null, leaseUntil: 0 }
    const { token, until, leaseUntil = 0 } = parseItem(itemSchema, item)
    return { kept: token !== undefined && until !== undefined ? { token, until } : null, leaseUntil }
  },

  /** True: nobody else fetches a token in the place of `seen` until the lease has ended. */
  async takeLease(owner: string, seen: StoredToken | null, leaseUntil: number): Promise<boolean> {
    const isUnchanged = seen ? '#token = :seen' : 'attribute_not_exists(#token)'
    const taken = await table.updateOne(accessTokenKey, {
      UpdateExpression: 'SET leaseOwner = :owner, leaseUntil = :leaseUntil, expiresAt = :expiresAt',
      ConditionExpression: `(attribute_not_exists(leaseUntil) OR leaseUntil <= :now) AND ${isUnchanged}`,
      names: { '#token': 'token' },
      values: {
        ':owner': owner,
        ':leaseUntil': leaseUntil,
        ':now': clock(),
        ':expiresAt': secondsOf(Math.max(leaseUntil, seen?.until ?? 0) + spareMs),
        ...(seen && { ':seen': seen.token }),
      },
    })
    return taken.ok
  },

  /** Keeps what was fetched and ends the lease; whoever lost the lease meanwhile keeps nothing. */
  async storeToken(owner: string, { token, until }: StoredToken): Promise<void> {
    await table.updateOne(accessTokenKey, {
      UpdateExpression:
        'SET #token = :token, #until = :until, expiresAt = :expiresAt REMOVE leaseOwner, leaseUntil',
      ConditionExpression: 'leaseOwner = :owner',
      names: { '#token': 'token', '#until': 'until' },
      values: {
        ':token': token,
        ':until': until,
        ':owner': owner,
        ':expiresAt': secondsOf(until + spareMs),
      },
    })
  },

  /** Nothing was fetched: somebody else may try. */
  async endLease(owner: string): Promise<void> {
    await table.updateOne(accessTokenKey, {
      UpdateExpression: 'REMOVE leaseOwner, leaseUntil',
      ConditionExpression: 'leaseOwner = :owner',
      values: { ':owner': owner },
    })
  },
})
