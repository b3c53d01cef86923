/**
 * Turns a domain's routes into an HTTP application: requests are parsed against what the operation tells, failures
 * become problem documents, and nothing escapes as anything else.
 */
import { type Context, Hono } from 'hono'
import type { Session } from '../access/access'
import { admit } from '../access/admission'
import { type Gate, permit, requireRegion, type SecondPerson } from '../access/permission'
import type { AddressLog } from '../aws/address-log'
import { whileChecking } from '../aws/checked-work'
import { type Log, traceOf } from '../aws/logger'
import { SecretsUnavailable, TableUnavailable } from '../aws/unavailable'
import type { IdempotencyKey } from '../codes/idempotency'
import {
  type Access,
  isRanked,
  type ObjectSchema,
  type Operation,
  type Schema,
} from '../declaration/operation'
import { ok, type Result } from '../result'
import type { SessionReader } from '../session/session'
import type * as z from '../zod'
import { isFromEdge, type Origin } from './edge'
import { JsonText } from './json-text'
import { commonProblems, type Failure, type ProblemKind, problemOf } from './problems'
import { readBody, readParams, readQuery } from './request'
import { addressOf } from './source'
import { jsonResponse } from './text-response'

export type { Origin } from './edge'

type Env = { Bindings: Origin; Variables: { route: string; problem: string; isPersonal: boolean } }
export type Router = Hono<Env>

/** What an answer knows of who asks: nothing where it may make no difference. */
export type Caller<Who extends Access> = Who extends 'public'
  ? null
  : Who extends 'known'
    ? Session | null
    : Session

export type HandlerRequest<
  Params extends ObjectSchema,
  Query extends ObjectSchema,
  Body extends Schema,
  Who extends Access,
  Keyed extends true | undefined = undefined,
> = {
  session: Caller<Who>
  /** Of an operation that is `idempotent`. */
  key: KeyOf<Keyed>
  params: z.infer<Params>
  query: z.infer<Query>
  body: z.infer<Body>
  headers: Headers
  origin: Origin
}
type KeyOf<Keyed extends true | undefined> = Keyed extends true ? IdempotencyKey : null

/** A value to be written as JSON, or written already, or a finished response. */
export type Reply<Value> =
  | { json: Value | JsonText<Value>; headers?: Record<string, string> }
  | { response: Response }

/** A function that answers an operation. */
export type HandlerOf<O> =
  O extends Operation<infer Params, infer Query, infer Body, infer Value, infer Code, infer Who, infer Keyed>
    ? (
        asked: HandlerRequest<Params, Query, Body, Who, Keyed>,
      ) => Promise<Result<Reply<z.infer<Value>>, Failure<Code>>>
    : never

/** An operation with the code that answers it. */
export type Route = {
  operation: Operation
  /** Answered by a plan that takes two people where it has to (approval.ts). */
  isPlanned?: true
  run: (
    request: Request,
    params: Record<string, string>,
    origin: Origin,
    session: Session | null,
    gate: Gate,
  ) => Promise<Result<Response, Failure>>
}

export function route<
  Params extends ObjectSchema,
  Query extends ObjectSchema,
  Body extends Schema,
  Value extends Schema,
  Code extends string,
  Who extends Access,
  Keyed extends true | undefined,
>(
  operation: Operation<Params, Query, Body, Value, Code, Who, Keyed>,
  answer: (
    asked: HandlerRequest<Params, Query, Body, Who, Keyed>,
  ) => Promise<Result<Reply<z.infer<Value>>, Failure<Code>>>,
): Route {
  return {
    operation,
    async run(request, rawParams, origin, session, gate) {
      const params = readParams(operation.params, rawParams)
      if (!params.ok) return params
      const query = readQuery(operation.query, queryOf(request.url))
      if (!query.ok) return query
      const body = await readBody(operation, request)
      if (!body.ok) return body
      const { headers } = request
      const parsed = { params: params.value, query: query.value, body: body.value, headers }
      const permitted = await permit(operation, session, parsed, gate)
      if (!permitted.ok) return permitted
      const asked = {
        ...parsed,
        origin,
        // biome-ignore lint/plugin: `admit` lets nobody pass without what the operation's access asks, which no type says
        session: session as Caller<Who>,
        // biome-ignore lint/plugin: `permit` gives a key wherever the operation is idempotent, which no type says
        key: permitted.value as KeyOf<Keyed>,
      }
      const reply = await answer(asked)
      return reply.ok ? ok(responseOf(reply.value)) : reply
    },
  }
}

export type RouterOptions<Code extends string> = {
  routes: readonly Route[]
  /** HTTP status of each code of the domain. */
  problems: Record<Code, ProblemKind>
  log: Log
  clock: () => number
  /** Secret of our CloudFront distribution: what lacks it is refused. Undefined where there is none before us. */
  originVerify: string | undefined
  /** Called with every answer; absent in tests. */
  addressLog?: AddressLog
  /** Needed as soon as one of the routes is not public. */
  sessions?: SessionReader
  /** Needed as soon as one of the operations proposes what takes a second approval. */
  secondPerson?: SecondPerson
}

export function createRouter<Code extends string>({
  routes,
  problems,
  log,
  clock,
  originVerify,
  addressLog = async () => {},
  sessions = nobody,
  secondPerson = needsSecondPerson,
}: RouterOptions<Code>): Router {
  const kinds: Record<string, ProblemKind> = { ...commonProblems, ...problems }
  const app: Router = new Hono<Env>()

  const fail = (c: Context<Env>, failure: Failure): Response => {
    c.set('problem', failure.code)
    const kind = kinds[failure.code] ?? commonProblems.internal
    const response = Response.json(problemOf(failure, kind, c.env.requestId), { status: kind.status })
    response.headers.set('content-type', 'application/problem+json')
    response.headers.set('cache-control', 'no-store')
    if (failure.retryAfter !== undefined) response.headers.set('retry-after', String(failure.retryAfter))
    return response
  }

  app.use(async (c, next) => {
    const began = clock()
    c.set('route', 'unmatched')
    // The gateway has an address of its own, which passes by the firewall.
    const isRefused = originVerify !== undefined && !isFromEdge(c.req.raw.headers, originVerify)
    if (isRefused) c.res = fail(c, { code: 'origin-refused' })
    else await next()
    const { requestId } = c.env
    const { method } = c.req
    const isOpen = (method === 'GET' || method === 'HEAD') && !c.get('isPersonal')
    for (const [name, value] of Object.entries({ ...safety, ...(isOpen && openToAll) }))
      c.res.headers.set(name, value)
    c.res.headers.set('x-request-id', requestId)
    const facts = { method, route: c.get('route'), status: c.res.status, problem: c.get('problem') }
    log('request-answered', { requestId, ...facts, ms: clock() - began })
    await addressLog({
      time: new Date(began).toISOString(),
      address: addressOf(c.req.raw.headers, c.env, originVerify),
      route: `${method} ${facts.route}`,
      status: facts.status,
    })
  })

  for (const { operation, run, isPlanned } of routes) {
    if (operation.secondApproval === 'second-person' && !isPlanned)
      throw new Error(`${operation.path} takes two people, and a plan`)
    requireRegion(operation)
    app.on(operation.method, operation.path, async (c) => {
      c.set('route', operation.path)
      c.set('isPersonal', operation.access !== 'public')
      const admitted = await admit(operation, sessions, c.req.raw.headers, clock)
      if (!admitted.ok) return fail(c, { code: admitted.error })
      const session = admitted.value
      const answer = () => run(c.req.raw, c.req.param(), c.env, session, { clock, secondPerson })
      const outcome =
        session && isRanked(operation.access)
          ? await whileChecking(isStillValid(sessions, session), answer)
          : await answer()
      if (outcome === null) return fail(c, { code: 'unauthenticated' })
      return outcome.ok ? outcome.value : fail(c, outcome.error)
    })
  }
  // After all of them, for one path may take several methods.
  for (const { operation } of routes) {
    app.all(operation.path, (c) => {
      c.set('route', operation.path)
      const allow = methodsOf(routes, operation.path)
      if (c.req.method === 'OPTIONS')
        return new Response(null, { status: 204, headers: { allow, ...preflight } })
      const refusal = fail(c, { code: 'method-not-allowed', detail: `This path takes ${allow}.` })
      refusal.headers.set('allow', allow)
      return refusal
    })
  }
  app.notFound((c) => fail(c, { code: 'not-found' }))
  app.onError((error, c) => {
    const { requestId } = c.env
    const where = { requestId, route: c.get('route') }
    const cause = error.cause instanceof Error ? error.cause.name : null
    if (error instanceof TableUnavailable) log('table-unavailable', { ...where, cause: cause ?? 'conflicts' })
    if (error instanceof SecretsUnavailable)
      log('secrets-unavailable', { ...where, cause: cause ?? 'content' })
    if (error instanceof TableUnavailable || error instanceof SecretsUnavailable)
      return fail(c, { code: 'unavailable', retryAfter: 1 })
    log('request-crashed', { ...where, ...traceOf(error) })
    return fail(c, { code: 'internal' })
  })
  return app
}

const needsReader = () => {
  throw new Error('a route that is not public needs a reader of sessions')
}
const needsSecondPerson = () => {
  throw new Error('a route that proposes needs to know who else could approve')
}
const nobody: SessionReader = { read: needsReader, isRevoked: needsReader }

const isStillValid = async ({ isRevoked }: SessionReader, session: Session) => !(await isRevoked(session))

const safety = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** What anyone may read may be read from any site: it is open data, and the answer does not depend on who asks. */
const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after, x-request-id',
  'cross-origin-resource-policy': 'cross-origin',
}

/** Other sites' pages may read conditionally, and nothing else: a report comes from our own. */
const preflight = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match',
  'access-control-max-age': '86400',
}

function methodsOf(routes: readonly Route[], path: string): string {
  const methods = routes.flatMap(({ operation }) => (operation.path === path ? [operation.method] : []))
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

function queryOf(url: string): string {
  const mark = url.indexOf('?')
  return mark < 0 ? '' : url.slice(mark + 1)
}

function responseOf<Value>(reply: Reply<Value>): Response {
  if ('response' in reply) return reply.response
  const { text } = reply.json instanceof JsonText ? reply.json : JsonText.of(reply.json)
  return jsonResponse(text, { 'cache-control': 'no-store', ...reply.headers })
}
