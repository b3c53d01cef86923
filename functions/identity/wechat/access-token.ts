/**
 * The access token of WeChat's server API (getStableAccessToken, developers.weixin.qq.com): valid for two hours and shared by the whole
 * mini-program through identity's table. One execution renews it under a lease; the others use the old token while WeChat accepts it,
 * or wait.
 */
import { randomUUID } from 'node:crypto'
import type { Log } from '../../shared/aws/logger'
import { err, ok, type Result } from '../../shared/result'
import * as z from '../../shared/zod'
import type { AccessTokenStore, StoredToken } from '../store/access-token'
import { type Cause, defaultTimeoutMs, requestJson } from './http'

export type AccessTokenDependencies = {
  api: string
  appid: string
  secret: () => Promise<string>
  store: AccessTokenStore
  clock: () => number
  log: Log
  sleep: (ms: number) => Promise<void>
  timeoutMs?: number
}
/** @param refused a token that WeChat has just refused: another one is wanted */
export type AccessTokens = (refused?: string) => Promise<Result<string, Cause>>

/** Longer than WeChat may take to answer twice. */
const leaseMs = 2 * defaultTimeoutMs + 1_000
const waitMs = 100
/** WeChat gives the next token from five minutes before the end, and takes both until then. */
const overlapMs = 5 * 60_000
/** A token that has less time left may run out on the way. */
const leastMs = 30_000

const answerSchema = z.union([
  z.object({
    access_token: z.string().check(z.minLength(1), z.maxLength(2048)),
    expires_in: z.int().check(z.minimum(1)),
  }),
  z.object({ errcode: z.int() }),
])

export const createAccessTokens = (given: AccessTokenDependencies): AccessTokens => {
  const { store, clock, sleep } = given
  let held: StoredToken | null = null

  /** Fetches under the lease; the lease ends whatever happens. */
  const refresh = async (owner: string, refused: string | undefined): Promise<Result<string, Cause>> => {
    const fetched = await fetchToken(given, refused)
    if (!fetched.ok) {
      await store.endLease(owner)
      return fetched
    }
    await store.storeToken(owner, fetched.value)
    held = fetched.value
    return ok(fetched.value.token)
  }

  /** Null: somebody else is fetching one, and what there is will not do. */
  const attempt = async (owner: string, refused: string | undefined) => {
    const { kept, leaseUntil } = await store.readToken()
    const lasts = (ms: number) => kept !== null && kept.token !== refused && clock() + ms < kept.until
    if (lasts(overlapMs)) held = kept
    else if (leaseUntil <= clock() && (await store.takeLease(owner, kept, clock() + leaseMs)))
      return refresh(owner, refused)
    return kept && lasts(leastMs) ? ok(kept.token) : null
  }

  return async (refused) => {
    if (held && held.token !== refused && clock() + overlapMs < held.until) return ok(held.token)
    const owner = randomUUID()
    const deadline = clock() + leaseMs
    for (;;) {
      const token = await attempt(owner, refused)
      if (token) return token
      if (clock() >= deadline) return err('timeout')
      await sleep(waitMs)
    }
  }
}

/**
 * WeChat's normal mode returns the token in force, which repairs an outdated copy. A new one is forced only where WeChat has just
 * refused that very token; WeChat allows that twenty times a day.
 */
const fetchToken = async (
  given: AccessTokenDependencies,
  refused: string | undefined,
): Promise<Result<StoredToken, Cause>> => {
  const current = await fetchOnce(given, false)
  const isForced = current.ok && current.value.token === refused
  const fetched = isForced ? await fetchOnce(given, true) : current
  if (fetched.ok) given.log('wechat-token-fetched', { forced: isForced })
  return fetched
}

const fetchOnce = async (
  { api, appid, secret, clock, timeoutMs = defaultTimeoutMs }: AccessTokenDependencies,
  force: boolean,
): Promise<Result<StoredToken, Cause>> => {
  const body = { grant_type: 'client_credential', appid, secret: await secret(), force_refresh: force }
  const answer = await requestJson(new URL('/cgi-bin/stable_token', api), answerSchema, { body, timeoutMs })
  if (!answer.ok) return answer
  if ('errcode' in answer.value) return err(`errcode ${answer.value.errcode}` as const)
  const { access_token: token, expires_in: seconds } = answer.value
  return ok({ token, until: clock() + seconds * 1000 })
}
