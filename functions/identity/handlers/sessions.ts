import type { Log } from '../../shared/aws/logger'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { identityOperations } from '../operations'
import { deviceOf } from '../rules/device'
import type { IdentityService } from '../service'
import type { Limit } from '../service/limits'
import { present, toSessionResponse } from '../service/present'
import type { Tokens } from '../service/tokens'
import type { WeChat } from '../wechat/client'
import type { LoginFailure } from '../wechat/requests'

type Dependencies = {
  store: IdentityService
  tokens: Tokens
  wechat: WeChat
  limit: Limit
  log: Log
  clock: () => number
}

export const handleLogin =
  ({ store, tokens, wechat, limit, clock }: Dependencies): HandlerOf<typeof identityOperations.login> =>
  async ({ body, headers, origin }) => {
    const allowed = await limit.check('login', { headers, origin })
    if (!allowed.ok) return allowed
    const known = await wechat.login(body.code, origin.requestId)
    if (!known.ok && known.error === 'login-code-refused') {
      const counted = await limit.count('login', { headers, origin })
      if (!counted.ok) return counted
    }
    if (!known.ok) return err({ code: known.error, retryAfter: retryAfter[known.error] })
    // In this order, as in a refresh: a logout meanwhile ends the session, or raises the generation that was read.
    const person = await store.readPerson(known.value)
    const session = person && (await store.beginSession(person.id, deviceOf(headers.get('user-agent'))))
    if (!session || !person) return err(deletionUnderWay(person))
    return ok({ json: await toSessionResponse(tokens, person, session, clock()) })
  }

/** The account is being deleted, since `about.at`: a login after that is a new person. */
const deletionUnderWay = (person: { leaving?: string } | null) => ({
  code: 'login-busy' as const,
  about: person?.leaving ? { at: person.leaving } : undefined,
  retryAfter: retryAfter['login-busy'],
})

/** Seconds. WeChat counts logins by the minute; a code that it refused is never good again. */
const retryAfter: Readonly<Record<LoginFailure, number | undefined>> = {
  'login-code-refused': undefined,
  'rate-limited': 60,
  'login-busy': 5,
}

export const handleRefresh =
  ({ store, tokens, limit, log, clock }: Dependencies): HandlerOf<typeof identityOperations.refresh> =>
  async ({ body, headers, origin }) => {
    // What we did not sign is refused before it costs a read.
    const claims = await tokens.readRefresh(body.refresh)
    if (!claims) return err({ code: 'session-ended' })
    const allowed = await limit.check('refresh', { headers, origin })
    if (!allowed.ok) return allowed
    // The person before the session: a session that is still valid then was not ended in between, so that nobody who was logged
    // out gets a token of the new generation.
    const person = await store.readPerson(claims.sub)
    const session = await store.trade(claims.sub, claims.sid, claims.jti)
    if (!session.ok && session.error === 'reused') log('session-reused', { requestId: origin.requestId })
    if (!session.ok || !person || person.leaving) {
      const counted = await limit.count('refresh', { headers, origin })
      return counted.ok ? err({ code: 'session-ended' }) : counted
    }
    return ok({ json: await toSessionResponse(tokens, person, session.value, clock()) })
  }

export const handleLogout =
  ({ store }: Pick<Dependencies, 'store'>): HandlerOf<typeof identityOperations.logout> =>
  async ({ session }) => {
    await store.endSession(session.person, session.id)
    return ok({ json: { ok: true } })
  }

export const handleLogoutEverywhere =
  ({ store }: Pick<Dependencies, 'store'>): HandlerOf<typeof identityOperations.logoutEverywhere> =>
  async ({ session }) => {
    await store.endSessions(session.person)
    return ok({ json: { ok: true } })
  }

/** A device of one's own that is somewhere else: left in an office, lost, sold. */
export const handleEndDevice =
  ({ store, clock }: Pick<Dependencies, 'store' | 'clock'>): HandlerOf<typeof identityOperations.endDevice> =>
  async ({ session, params: { id } }) => {
    const person = await present(store, session, clock)
    if (!person.ok) return person
    await store.endSession(session.person, id)
    return ok({ json: { ok: true } })
  }
