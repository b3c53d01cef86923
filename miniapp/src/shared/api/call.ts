/** A request of an endpoint: what it takes, what comes back and what it can be refused with are the contract's. */
import { noBody } from '@common/declaration/endpoint'
import { err, ok, type Result } from '@common/result'
import type * as z from '@common/zod'
import type { Failure, ServerCode } from './failure'
import { type Call, type Method, pathOf, type Request } from './http'

/**
 * An endpoint by the types of what it takes (`P`, `Q`, `B`), what comes back (`R`) and its codes (`C`). One whose codes have no
 * words (`messages`) is not called: it does not compile.
 */
export type EndpointOf<P, Q, B, R, C extends ServerCode, Key extends true | undefined> = {
  method: Method
  path: string
  access: string
  idempotent?: Key
  params: z.ZodMiniType<unknown, P>
  query: z.ZodMiniType<unknown, Q>
  body: z.ZodMiniType<unknown, B>
  response: z.ZodMiniType<R, unknown>
  codes: readonly C[]
}

/** What may be left out where nothing of it is needed. */
type Part<Name extends string, T> = [T] extends [undefined]
  ? { [K in Name]?: undefined }
  : string extends keyof T
    ? { [K in Name]?: T }
    : object extends T
      ? { [K in Name]?: T }
      : { [K in Name]: T }

export type Asked<P, Q, B, Key> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B> &
  // The same key for the same action, however often it is sent.
  (Key extends true ? { key: string } : { key?: undefined })

export type CallOptions = {
  /** Milliseconds for one try; 8,000 by default. */
  timeout?: number
  /** Of an endpoint that anybody may ask: as whoever is logged in. */
  asPerson?: boolean
  /** Asks whether what is kept under this ETag is still true. */
  etag?: string | null
}

/** What is asked, whatever the endpoint. */
type AnyAsked = { params?: unknown; query?: unknown; body?: unknown; key?: string }
type AnyEndpoint<R> = {
  method: Method
  path: string
  access: string
  body: unknown
  response: z.ZodMiniType<R, unknown>
}

/** The request itself, for whoever needs more of the answer than its value, e.g. its ETag. */
export function callOf<P, Q, B, R, C extends ServerCode, Key extends true | undefined = undefined>(
  endpoint: EndpointOf<P, Q, B, R, C, Key>,
  asked: Asked<P, Q, B, Key> & AnyAsked,
  options?: CallOptions,
): Call<R> {
  return filled(endpoint, asked, options)
}

function filled<R>(
  { method, path, access, body, response }: AnyEndpoint<R>,
  asked: AnyAsked,
  { asPerson = false, ...options }: CallOptions = {},
): Call<R> {
  return {
    ...options,
    path: pathOf(path, textsOf(asked.params), textsOf(asked.query)),
    schema: response,
    method,
    ...(body !== noBody && { body: asked.body ?? {} }),
    auth: asPerson || !(access === 'public' || access === 'known'),
    key: asked.key,
  }
}

export type Caller = <P, Q, B, R, C extends ServerCode, Key extends true | undefined = undefined>(
  endpoint: EndpointOf<P, Q, B, R, C, Key>,
  asked: Asked<P, Q, B, Key> & AnyAsked,
  options?: Omit<CallOptions, 'etag'>,
) => Promise<Result<R, Failure>>

/** Calls by way of `request`. Without an ETag every answer is new; a 304 is none. */
export function createCaller(request: Request): Caller {
  return async (endpoint, asked, options) => {
    const answer = await request(filled(endpoint, asked, options))
    if (!answer.ok) return answer
    return answer.value.state === 'new' ? ok(answer.value.value) : err({ code: 'bad-answer' })
  }
}

function textsOf(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {}
  const texts = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]))
}
