/**
 * The session on this phone. Tokens and person are stored under one name; an expired token is renewed once for all
 * requests that wait for it; a session ended by the server is deleted, and what was typed stays.
 */
import { err, ok, type Result } from '@common/result'
import type * as z from '@common/zod'
import {
  type ageSchema,
  type ConsentText,
  consentTexts,
  type Me,
  type SessionResponse,
} from '@contract/identity'
import * as personEndpoints from '@functions/identity/endpoints/person'
import * as sessionEndpoints from '@functions/identity/endpoints/sessions'
import { callOf } from '../api/call'
import { isOutcomeUnknown } from '../api/doubt'
import { type Call, createRequest, type Failure, type Request, type Tokens } from '../api/http'
import { network } from '../api/send'
import { phoneStore, type StoredValue, type TextStore } from '../storage/storage'
import { type Store, useStore } from '../storage/store'
import {
  nobody,
  type SessionNow,
  type StoredSession,
  sessionStore,
  storedSession,
  underDeletion,
} from './stored-session'

export { outletsOf, staffOf } from './roles'

export interface SessionDeps {
  /** A request that knows no session; `createSession` gives its tokens to one that does. */
  network: Parameters<typeof createRequest>[0]
  storage: TextStore
  now(): number
}

/** A token this close to its end would run out on the way. */
const tooLate = 10_000
const ended: Failure = { code: 'session-ended' }
const beingDeleted: Failure = { code: 'being-deleted' }

export function createSession(deps: SessionDeps) {
  const stored = storedSession(deps.storage)
  const now = sessionStore(stored)
  const tokens = createTokens(deps, stored, now)
  const request = createRequest({ ...deps.network, tokens })

  async function ask<T>(call: Call<T>): Promise<Result<T, Failure>> {
    const answer = await request(call)
    if (!answer.ok) return answer
    return answer.value.state === 'new' ? ok(answer.value.value) : err({ code: 'bad-answer' })
  }

  /** The answer replaces what is stored about the person. */
  async function updateMe(call: Call<Me>): Promise<Result<Me, Failure>> {
    const answer = await ask(call)
    const current = stored.read()
    if (answer.ok && current?.me.id === answer.value.id) {
      stored.write({ ...current, me: answer.value })
      now.set({ me: answer.value, hasEnded: false })
    }
    return answer
  }

  function forget(next = nobody): void {
    turns += 1
    stored.clear()
    now.set(next)
  }

  function markDeleting(deleting: boolean): void {
    const current = stored.read()
    if (current) stored.write({ ...current, deleting })
  }

  /** Says on this phone that it has begun as long as the server may have heard of it: it then goes on by itself (decision 045). */
  async function deleteMe(): Promise<Result<unknown, Failure>> {
    // A renewed token is a sign that nothing has begun yet, so it comes before the mark.
    await tokens.access(tokens.person())
    const before = stored.read()?.deleting ?? false
    markDeleting(true)
    const answer = await ask(callOf(personEndpoints.deleteMe, {}))
    if (answer.ok) forget()
    else if (isOver(answer.error)) forget(before ? underDeletion : nobody)
    else if (!isOutcomeUnknown(answer.error, before)) markDeleting(false)
    return answer
  }

  let turns = 0

  /** Logs in with what the server gave, here or to whoever waited for a ticket. */
  function begin(answer: SessionResponse): Me {
    turns += 1
    return tokens.begin(answer)
  }

  /** Ends it on the server, and then here. */
  async function end(call: Call<unknown>): Promise<Result<unknown, Failure>> {
    const answer = await ask(call)
    if (answer.ok || isOver(answer.error)) forget()
    return answer
  }

  return {
    ...tokens,
    /** Where one is logged in now; for `useSession`. */
    get: now.get,
    subscribe: now.subscribe,
    forget: () => forget(),
    /** Logs out here alone, whoever has asked for deletion and waits for its end no longer. */
    leaveWhileDeleting: () => forget(underDeletion),
    /** With the code of `wx.login`, or of the stand-in. */
    async login(code: string): Promise<Result<Me, Failure>> {
      const answer = await ask(callOf(sessionEndpoints.login, { body: { code } }))
      return answer.ok ? ok(begin(answer.value)) : answer
    },
    begin,
    /** How often somebody logged in or out here, and the pages were drawn anew for it; what another tab does is not counted. */
    turns: () => turns,
    /** Whoever wants to leave this phone leaves it, without a network too; a failure: the server has not heard of it. */
    async logout(): Promise<Result<unknown, Failure>> {
      const answer = await end(callOf(sessionEndpoints.logout, {}))
      // Whoever has logged in meanwhile, in another tab, did not ask to leave.
      if (answer.ok || answer.error.code !== 'another-person') forget()
      return answer
    },
    /** On a failure everything is as it was. */
    logoutEverywhere: () => end(callOf(sessionEndpoints.logoutEverywhere, {})),
    /** Deletes the person. A failure after which it may have begun all the same is remembered until the session ends. */
    deleteMe,
    /** A new token, and who one is by it: a role that was granted a moment ago is in force at once, not in a quarter of an hour. */
    async renew(): Promise<Result<unknown, Failure>> {
      const person = tokens.person()
      const token = await tokens.access(person)
      return token.ok ? tokens.renewed(token.value, person) : token
    },
    /** Asks the server who one is, for roles that were granted or taken meanwhile. */
    look: () => updateMe(callOf(personEndpoints.me, {})),
    consent: (text: ConsentText) =>
      updateMe(callOf(personEndpoints.consent, { body: { text, version: consentTexts[text] } })),
    answerAge: (age: z.infer<typeof ageSchema>) => updateMe(callOf(personEndpoints.age, { body: { age } })),
  }
}

function createTokens(deps: SessionDeps, stored: StoredValue<StoredSession>, now: Store<SessionNow>) {
  const plain = createRequest(deps.network)
  const person = () => now.get().me?.id ?? null

  /** Shows whoever is logged in by the store: another tab may have logged out, or in as another. */
  function follow(): void {
    const me = stored.read()?.me ?? null
    if (me?.id !== now.get().me?.id) now.set({ me, hasEnded: false })
  }

  let renewal: Promise<Result<string, Failure>> | null = null

  function begin(answer: SessionResponse): Me {
    const { access, expiresIn, refresh, me } = answer
    stored.write({ access, accessUntil: deps.now() + expiresIn * 1000, refresh, me })
    now.set({ me, hasEnded: false })
    return me
  }

  async function renew(refresh: string): Promise<Result<string, Failure>> {
    const answer = await refreshed(plain, refresh)
    // Whoever logged out, or in as another, while the answer was on its way has the last word.
    if (stored.read()?.refresh !== refresh) return tokenOf(stored.read())
    if (answer.ok) {
      begin(answer.value)
      return ok(answer.value.access)
    }
    if (!isOver(answer.error)) return answer
    const { deleting } = stored.read() ?? {}
    stored.clear()
    now.set(deleting ? underDeletion : { me: null, hasEnded: true })
    return err(whyNobody())
  }

  /** One renewal for all who wait: a refresh token is good once, and the second use would end the session. */
  async function renewed(used: string, asker: string | null): Promise<Result<string, Failure>> {
    // From the store, not from memory: another tab of the browser may have renewed it already.
    const current = stored.read()
    if (current?.access !== used) return accessOf(current, asker)
    renewal ??= renew(current.refresh).finally(() => {
      renewal = null
    })
    const answer = await renewal
    return answer.ok ? accessOf(stored.read(), asker) : answer
  }

  async function access(asker: string | null): Promise<Result<string, Failure>> {
    const current = stored.read()
    const token = accessOf(current, asker)
    return current && token.ok && current.accessUntil - tooLate < deps.now()
      ? renewed(current.access, asker)
      : token
  }

  function whyNobody(): Failure {
    const { hasEnded, isDeleting } = now.get()
    return isDeleting ? beingDeleted : hasEnded ? ended : { code: 'unauthenticated' }
  }

  function tokenOf(current: StoredSession | null): Result<string, Failure> {
    follow()
    return current ? ok(current.access) : err(whyNobody())
  }

  /** What was shown to one person, or to nobody, is never asked with the token of another. */
  function accessOf(current: StoredSession | null, asker: string | null): Result<string, Failure> {
    const token = tokenOf(current)
    return current && current.me.id !== asker ? err({ code: 'another-person' }) : token
  }

  return { person, access, renewed, begin, follow } satisfies Tokens & {
    begin(answer: SessionResponse): Me
    follow(): void
  }
}

/** Tried again by itself when the answer was lost: for ten seconds the server gives the same one again. */
async function refreshed(request: Request, refresh: string): Promise<Result<SessionResponse, Failure>> {
  const call = callOf(sessionEndpoints.refresh, { body: { refresh } })
  const first = await request(call)
  const lost = !first.ok && first.error.code !== 'session-ended' && first.error.code !== 'rate-limited'
  const answer = lost ? await request({ ...call, timeout: 4_000 }) : first
  if (!answer.ok) return answer
  return answer.value.state === 'new' ? ok(answer.value.value) : err({ code: 'bad-answer' })
}

/** The server says that there is no such session any more. */
const isOver = ({ code }: Failure): boolean => code === 'session-ended' || code === 'unauthenticated'

export const session = createSession({ network, storage: phoneStore, now: Date.now })

/** Who is logged in, and whether the last one was sent away. */
export const useSession = (): SessionNow => useStore(session)
export const useMe = (): Me | null => useSession().me
