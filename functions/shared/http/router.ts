/**
 * Turns a domain's routes into an HTTP application: requests are parsed against what the operation tells, failures
 * become problem documents, and nothing escapes as anything else.
 */
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
  type Operations,
  type Schema,
} from '../declaration/operation'
import { err, ok, type Result } from '../result'
import type { SessionReader } from '../session/session'
import type * as z from '../zod'
import { isFromEdge, type Origin } from './edge'
import { JsonText } from './json-text'
import { createMatch, type Matched } from './matching'
import {
  type ApiRequest,
  type ApiResponse,
  emptyResponse,
  jsonResponse,
  type RequestHeaders,
} from './messages'
import { commonProblems, type Failure, type ProblemKind, problemOf } from './problems'
import { readBody, readParams, readQuery } from './request'
import { openToAll, preflight, safety } from './response-headers'
import { addressOf } from './source'

export type { Origin } from './edge'

/** Never fails: what nobody expected is answered with 500. */
export type Router = (request: ApiRequest, origin: Origin) => Promise<ApiResponse>

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
  headers: RequestHeaders
  origin: Origin
}
type KeyOf<Keyed extends true | undefined> = Keyed extends true ? IdempotencyKey : null

/** A value to be written as JSON, or written already, or a finished response. */
export type Reply<Value> =
  | { json: Value | JsonText<Value>; headers?: Record<string, string> }
  | { response: ApiResponse }

/** A function that answers an operation. */
export type HandlerOf<O> =
  O extends Operation<infer Params, infer Query, infer Body, infer Value, infer Code, infer Who, infer Keyed>
    ? (
        input: HandlerRequest<Params, Query, Body, Who, Keyed>,
      ) => Promise<Result<Reply<z.infer<Value>>, Failure<Code>>>
    : never

/** An operation with the code that answers it. */
export type Route = {
  operation: Operation
  /** Answered by a plan that takes two people where it has to (approval.ts). */
  isPlanned?: true
  run: (
    request: ApiRequest,
    params: Record<string, string>,
    origin: Origin,
    session: Session | null,
    gate: Gate,
  ) => Promise<Result<ApiResponse, Failure>>
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
    input: HandlerRequest<Params, Query, Body, Who, Keyed>,
  ) => Promise<Result<Reply<z.infer<Value>>, Failure<Code>>>,
): Route {
  return {
    operation,
    async run(request, rawParams, origin, session, gate) {
      const params = readParams(operation.params, rawParams)
      if (!params.ok) return params
      const query = readQuery(operation.query, request.query)
      if (!query.ok) return query
      const body = readBody(operation, request)
      if (!body.ok) return body
      const { headers } = request
      const parsed = { params: params.value, query: query.value, body: body.value, headers }
      const permitted = await permit(operation, session, parsed, gate)
      if (!permitted.ok) return permitted
      const input = {
        ...parsed,
        origin,
        // biome-ignore lint/plugin: `admit` lets nobody pass without what the operation's access asks, which no type says
        session: session as Caller<Who>,
        // biome-ignore lint/plugin: `permit` gives a key wherever the operation is idempotent, which no type says
        key: permitted.value as KeyOf<Keyed>,
      }
      const reply = await answer(input)
      return reply.ok ? ok(responseOf(reply.value)) : reply
    },
  }
}

/** A handler for each operation of a domain, by the operation's name. */
export type HandlersOf<Declared extends Operations> = {
  readonly [Name in keyof Declared]: HandlerOf<Declared[Name]>
}

/** The routes of operations whose handlers are made together: none of them is named twice. */
export const routesOf = <Declared extends Operations>(
  operations: Declared,
  handlers: HandlersOf<Declared>,
): Route[] =>
  Object.entries(operations).map(([name, operation]) =>
    // biome-ignore lint/plugin: each handler is the one of its operation, by the type above, which is lost where they are gone through
    route(operation, handlers[name] as HandlerOf<Operation>),
  )

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
  const match = createMatch(targetsOf(routes))

  const refused = (failure: Failure, { requestId }: Origin): Answered => {
    const kind = kinds[failure.code] ?? commonProblems.internal
    const headers = {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(failure.retryAfter !== undefined && { 'retry-after': String(failure.retryAfter) }),
    }
    const response = jsonResponse(JSON.stringify(problemOf(failure, kind, requestId)), headers, kind.status)
    return { response, problem: failure.code }
  }

  const perform = async ({ operation, run }: Route, { request, params, origin }: Asking) => {
    const admitted = await admit(operation, sessions, request.headers, clock)
    if (!admitted.ok) return refused({ code: admitted.error }, origin)
    const session = admitted.value
    const answer = () => run(request, params, origin, session, { clock, secondPerson })
    const outcome =
      session && isRanked(operation.access)
        ? await whileChecking(isStillValid(sessions, session), answer)
        : await answer()
    if (outcome === null) return refused({ code: 'unauthenticated' }, origin)
    return outcome.ok ? { response: outcome.value } : refused(outcome.error, origin)
  }

  /** To a method that the path does not take. */
  const refuseMethod = (allow: string, { request, origin }: Asking): Answered => {
    if (request.method === 'OPTIONS') return { response: emptyResponse(204, { allow, ...preflight }) }
    const refusal = refused({ code: 'method-not-allowed', detail: `This path takes ${allow}.` }, origin)
    refusal.response.headers.allow = allow
    return refusal
  }

  const crashed = (error: unknown, route: string, origin: Origin): Answered => {
    const where = { requestId: origin.requestId, route }
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.name : null
    if (error instanceof TableUnavailable) log('table-unavailable', { ...where, cause: cause ?? 'conflicts' })
    if (error instanceof SecretsUnavailable)
      log('secrets-unavailable', { ...where, cause: cause ?? 'content' })
    if (error instanceof TableUnavailable || error instanceof SecretsUnavailable)
      return refused({ code: 'unavailable', retryAfter: 1 }, origin)
    log('request-crashed', { ...where, ...traceOf(error) })
    return refused({ code: 'internal' }, origin)
  }

  const answerTo = async (target: Target, asking: Asking): Promise<Answered> => {
    try {
      return await ('route' in target ? perform(target.route, asking) : refuseMethod(target.allow, asking))
    } catch (error) {
      return crashed(error, target.path, asking.origin)
    }
  }

  const record = async ({ request, origin, began }: Arrived, answered: Answered, route: string) => {
    const { response, problem } = answered
    const facts = { method: request.method, route, status: response.status, problem }
    log('request-answered', { requestId: origin.requestId, ...facts, ms: clock() - began })
    await addressLog({
      time: new Date(began).toISOString(),
      address: addressOf(request.headers, origin, originVerify),
      route: `${request.method} ${route}`,
      status: facts.status,
    })
  }

  /** What the request is for, or why it is for nothing. */
  const targetOf = ({ method, path, headers }: ApiRequest) => {
    // The gateway has an address of its own, which passes by the firewall.
    if (originVerify !== undefined && !isFromEdge(headers, originVerify))
      return err('origin-refused' as const)
    const matched = match(method === 'HEAD' ? 'GET' : method, path)
    return matched ? ok(matched) : err('not-found' as const)
  }

  return async (request, origin) => {
    const began = clock()
    const found = targetOf(request)
    const answered = found.ok
      ? await answerTo(found.value.target, { request, params: found.value.params, origin })
      : refused({ code: found.error }, origin)
    const { path, isPersonal } = found.ok ? found.value.target : nothing
    await record({ request, origin, began }, answered, path)
    const isOpen = !isPersonal && (request.method === 'GET' || request.method === 'HEAD')
    return {
      ...answered.response,
      headers: {
        ...answered.response.headers,
        ...safety,
        ...(isOpen && openToAll),
        'x-request-id': origin.requestId,
      },
      // A head is asked for as the whole, and comes without a body.
      ...(request.method === 'HEAD' && { body: '' }),
    }
  }
}

const nothing = { path: 'unmatched', isPersonal: false }
type Arrived = { request: ApiRequest; origin: Origin; began: number }
type Asking = { request: ApiRequest; params: Record<string, string>; origin: Origin }
type Answered = { response: ApiResponse; problem?: string }
/** `allow`: the methods that the path takes, where it does not take this one. */
type Target = { path: string; isPersonal: boolean } & ({ route: Route } | { allow: string })

function targetsOf(routes: readonly Route[]): Matched<Target>[] {
  const answered = routes.map((route): Matched<Target> => {
    const { operation, isPlanned } = route
    const { method, path, access, secondApproval } = operation
    if (secondApproval === 'second-person' && !isPlanned)
      throw new Error(`${path} takes two people, and a plan`)
    requireRegion(operation)
    return { method, path, target: { path, isPersonal: access !== 'public', route } }
  })
  // After all of them, for one path may take several methods.
  const refused = routes.map(({ operation: { path } }): Matched<Target> => {
    const target = { path, isPersonal: false, allow: methodsOf(routes, path) }
    return { method: null, path, target }
  })
  return [...answered, ...refused]
}

const needsReader = () => {
  throw new Error('a route that is not public needs a reader of sessions')
}
const needsSecondPerson = () => {
  throw new Error('a route that proposes needs to know who else could approve')
}
const nobody: SessionReader = { read: needsReader, isRevoked: needsReader }

const isStillValid = async ({ isRevoked }: SessionReader, session: Session) => !(await isRevoked(session))

function methodsOf(routes: readonly Route[], path: string): string {
  const methods = routes.flatMap(({ operation }) => (operation.path === path ? [operation.method] : []))
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

function responseOf<Value>(reply: Reply<Value>): ApiResponse {
  if ('response' in reply) return reply.response
  const { text } = reply.json instanceof JsonText ? reply.json : JsonText.of(reply.json)
  return jsonResponse(text, { 'cache-control': 'no-store', ...reply.headers })
}
