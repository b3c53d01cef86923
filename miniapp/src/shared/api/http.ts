/**
 * How a question reaches the server. An answer is parsed by its schema or it is no answer; every failure is a value
 * with a code that `messages.ts` can say in Chinese. What may be repeated without harm is tried again by itself: a
 * GET, a DELETE, and whatever carries an idempotency key, whose lost answer is fetched that way. Anything else is
 * sent once: the person decides. No request carries a position.
 */

import { err, ok, type Result } from '@common/result'
import type * as z from '@common/zod'
import { actingNobody, actingPersonHeader, problemSchema } from '@contract/shared'
import { isServerCode } from '../messages'
import { parseJson } from '../storage/storage'
import { isOutcomeUnknown } from './doubt'
import type { Failure } from './failure'

export type { Failure, FailureCode } from './failure'

/** `unchanged`: the cached answer with the ETag that was sent is still valid (304). */
export type Answer<T> =
  | {
      state: 'new'
      value: T
      /** The JSON as it came, with what the schema does not know. */
      document: unknown
      etag: string | null
    }
  | { state: 'unchanged' }

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface Call<T> {
  /** Path under the server's origin, e.g. `/api/regions`. Build ids in with `pathOf`. */
  path: string
  schema: z.ZodMiniType<T>
  /** Default: POST with a body, else GET. */
  method?: Method
  /** Sent as JSON. */
  body?: unknown
  /** As the person who is logged in. Nobody logged in: `unauthenticated`, and nothing is sent. */
  auth?: boolean
  /** Idempotency-Key: the same one for the same action, however often it is sent. */
  key?: string
  /** Revalidates the cached answer with this ETag. */
  etag?: string | null
  /** Milliseconds for one try; 8,000 by default. */
  timeout?: number
}

export interface RawRequest {
  url: string
  method: Method
  headers: Record<string, string>
  body?: string
  timeout: number
}
export interface RawAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  text: string
}

/** Who asks: the session, as far as a request has to know it. */
export interface Tokens {
  /** Id of the person whom the screens are shown to; null: nobody is logged in. */
  person(): string | null
  /** A token of that person that is likely good, or why there is none; of nobody there is none. */
  access(person: string | null): Promise<Result<string, Failure>>
  /** After `used` was refused: the next one of the same person. */
  renewed(used: string, person: string | null): Promise<Result<string, Failure>>
}

/** What the world has to offer: the network, a wait, a die (0 ≤ n < 1), and who is logged in. */
export interface RequestDeps {
  send(request: RawRequest): Promise<Result<RawAnswer, 'offline' | 'timeout'>>
  wait(ms: number): Promise<void>
  random(): number
  origin: string
  /** Absent: nobody ever is. */
  tokens?: Tokens
}

export type Request = <T>(call: Call<T>) => Promise<Result<Answer<T>, Failure>>

const defaultTimeout = 8_000
const firstPause = 400
/** An action with a key is retried longer: its outcome is unknown. */
const pauses = { once: [], read: [firstPause], keyed: [firstPause, 4 * firstPause] } as const

/** `pathOf('/api/places/:id', { id })`: the contract's path with its holes filled, each escaped. */
export function pathOf(
  path: string,
  params: Record<string, string>,
  query: Record<string, string | undefined> = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return asked.length > 0 ? `${filled}?${asked.join('&')}` : filled
}

export function createRequest(deps: RequestDeps): Request {
  return async function request<T>(call: Call<T>) {
    // Whoever logs in while this is on its way, or waits for another try, is not who pressed.
    const person = call.auth ? (deps.tokens?.person() ?? null) : null
    let tried = await sendAsPerson(deps, call, person)
    let doubt: Tried<T> | null = null
    for (const pause of pausesOf(call)) {
      if (tried.answer.ok || !isTransient(tried, call)) break
      if (isOutcomeUnknown(tried.answer.error, doubt !== null)) doubt = tried
      await deps.wait(pause * (0.5 + deps.random()))
      tried = await sendAsPerson(deps, call, person)
    }
    // That the session ended, or another began, does not tell whether the try before it was carried out.
    if (call.key && doubt && !tried.answer.ok && isOutcomeUnknown(tried.answer.error, true))
      return doubt.answer
    return tried.answer
  }
}

/** What came of one try; `status` is null where nothing came back. */
interface Tried<T> {
  answer: Result<Answer<T>, Failure>
  status: number | null
}

/** With a token where the call wants one; one that is refused is renewed, once. */
async function sendAsPerson<T>(deps: RequestDeps, call: Call<T>, person: string | null): Promise<Tried<T>> {
  if (!call.auth) return once(deps, rawOf(call, deps.origin, null), call)
  const token = (await deps.tokens?.access(person)) ?? err({ code: 'unauthenticated' as const })
  if (!token.ok) return { answer: token, status: null }
  const first = await once(deps, rawOf(call, deps.origin, { token: token.value, person }), call)
  if (first.status !== 401 || !deps.tokens) return first
  const next = await deps.tokens.renewed(token.value, person)
  if (!next.ok) return { answer: next, status: null }
  return once(deps, rawOf(call, deps.origin, { token: next.value, person }), call)
}

/** No token is given where nobody is logged in; were one given all the same, the server has to hear that the screen was nobody's. */
type Credentials = { token: string; person: string | null }

function rawOf<T>(call: Call<T>, origin: string, credentials: Credentials | null): RawRequest {
  const bodied = call.body !== undefined
  return {
    url: origin + call.path,
    method: call.method ?? (bodied ? 'POST' : 'GET'),
    headers: {
      accept: 'application/json, application/problem+json',
      ...(bodied ? { 'content-type': 'application/json' } : {}),
      ...(credentials
        ? {
            authorization: `Bearer ${credentials.token}`,
            [actingPersonHeader]: credentials.person ?? actingNobody,
          }
        : {}),
      ...(call.key ? { 'idempotency-key': call.key } : {}),
      ...(call.etag ? { 'if-none-match': call.etag } : {}),
    },
    ...(bodied ? { body: JSON.stringify(call.body) } : {}),
    timeout: call.timeout ?? defaultTimeout,
  }
}

async function once<T>(deps: RequestDeps, raw: RawRequest, call: Call<T>): Promise<Tried<T>> {
  const sent = await deps.send(raw)
  if (!sent.ok) return { answer: err({ code: sent.error }), status: null }
  return { answer: read(sent.value, call), status: sent.value.status }
}

function read<T>({ status, headers, text }: RawAnswer, call: Call<T>): Result<Answer<T>, Failure> {
  if (status === 304) return ok({ state: 'unchanged' })
  if (status < 200 || status > 299) return err(failureOf(status, text))
  const document = parseJson(text)
  const parsed = call.schema.safeParse(document)
  if (!parsed.success) return err({ code: 'bad-answer' })
  return ok({ state: 'new', value: parsed.data, document, etag: headers.etag ?? null })
}

/** A proxy's page is as good as no answer. An unknown code is judged by its class: 4xx refuses, and nothing was done. */
function failureOf(status: number, text: string): Failure {
  const problem = problemSchema.safeParse(parseJson(text))
  if (!problem.success) return { code: 'bad-answer' }
  if (!isServerCode(problem.data.code)) {
    const isRefused = status >= 400 && status <= 499
    return isRefused ? { code: 'refused', requestId: problem.data.requestId } : { code: 'bad-answer' }
  }
  return {
    code: problem.data.code,
    field: problem.data.errors?.[0]?.field,
    requestId: problem.data.requestId,
    about: problem.data.about,
    current: problem.data.current,
  }
}

function pausesOf(call: Call<unknown>): readonly number[] {
  if (call.key) return pauses.keyed
  const method = call.method ?? (call.body === undefined ? 'GET' : 'POST')
  return method === 'GET' || method === 'DELETE' ? pauses.read : pauses.once
}

/** What another try may well mend. */
function isTransient({ answer, status }: Tried<unknown>, call: Call<unknown>): boolean {
  if (answer.ok) return false
  const { code } = answer.error
  if (code === 'offline' || code === 'timeout' || code === 'unavailable') return true
  // A server that failed midway may have carried out the action: the same key tells.
  return call.key !== undefined && (code === 'account-busy' || (status !== null && status >= 500))
}
