/**
 * The one way out to the server. An answer is parsed by its schema or it is no answer; every failure is a value
 * with a code that `messages.ts` can say in Chinese. A GET is tried again once after a short random wait, a POST
 * never: the person decides. No request carries a position.
 */

import { err, ok, type Result } from '@common/result'
import type * as z from '@common/zod'
import { type PlacesCode, placesCodes } from '@contract/places'
import { type CommonCode, commonCodes, problemSchema } from '@contract/shared'
import Taro from '@tarojs/taro'
import { parseJson } from './storage'

/** `offline`: no way to the server; `timeout`: it did not answer in time; `bad-answer`: it answered what we cannot read. */
export const clientCodes = ['offline', 'timeout', 'bad-answer'] as const
export type FailureCode = CommonCode | PlacesCode | (typeof clientCodes)[number]

/** What went wrong. `field` is the first one the server refused; `requestId` is what support asks for. */
export interface Failure {
  code: FailureCode
  field?: string
  requestId?: string
}

/** `unchanged`: what is kept under the ETag that was sent is still true (304). */
export type Answer<T> = { state: 'new'; value: T; etag: string | null } | { state: 'unchanged' }

export interface Call<T> {
  /** Path under the server's origin, e.g. `/api/regions`. Build ids in with `pathOf`. */
  path: string
  schema: z.ZodMiniType<T>
  /** Present: a POST of this JSON. Absent: a GET. */
  body?: unknown
  /** Asks whether what is kept under this ETag is still true. */
  etag?: string | null
  /** Milliseconds for one try; 8,000 unless told. */
  timeout?: number
}

export interface RawRequest {
  url: string
  method: 'GET' | 'POST'
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

/** What the world has to offer: the network, a wait, a die (0 ≤ n < 1). */
export interface RequestDeps {
  send(request: RawRequest): Promise<Result<RawAnswer, 'offline' | 'timeout'>>
  wait(ms: number): Promise<void>
  random(): number
  origin: string
}

const defaultTimeout = 8_000
const retryAfter = 400
const serverCodes: readonly string[] = [...commonCodes, ...placesCodes]

/** `pathOf('/api/places/:id', { id })`: the contract's path with its holes filled, each escaped. */
export function pathOf(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

export function createRequest(deps: RequestDeps) {
  return async function request<T>(call: Call<T>): Promise<Result<Answer<T>, Failure>> {
    const raw = rawOf(call, deps.origin)
    const first = await once(deps, raw, call)
    const again = call.body === undefined && !first.ok && mayPass(first.error.code)
    if (!again) return first
    await deps.wait(retryAfter * (0.5 + deps.random()))
    return once(deps, raw, call)
  }
}

function rawOf<T>(call: Call<T>, origin: string): RawRequest {
  const post = call.body !== undefined
  return {
    url: origin + call.path,
    method: post ? 'POST' : 'GET',
    headers: {
      accept: 'application/json, application/problem+json',
      ...(post ? { 'content-type': 'application/json' } : {}),
      ...(call.etag ? { 'if-none-match': call.etag } : {}),
    },
    ...(post ? { body: JSON.stringify(call.body) } : {}),
    timeout: call.timeout ?? defaultTimeout,
  }
}

async function once<T>(
  deps: RequestDeps,
  raw: RawRequest,
  call: Call<T>,
): Promise<Result<Answer<T>, Failure>> {
  const sent = await deps.send(raw)
  if (!sent.ok) return err({ code: sent.error })
  const { status, headers, text } = sent.value
  if (status === 304) return ok({ state: 'unchanged' })
  if (status < 200 || status > 299) return err(failureOf(text))
  const parsed = call.schema.safeParse(parseJson(text))
  if (!parsed.success) return err({ code: 'bad-answer' })
  return ok({ state: 'new', value: parsed.data, etag: headers.etag ?? null })
}

/** A proxy's HTML page or an unknown code is as good as no answer. */
function failureOf(text: string): Failure {
  const problem = problemSchema.safeParse(parseJson(text))
  if (!problem.success || !isServerCode(problem.data.code)) return { code: 'bad-answer' }
  return {
    code: problem.data.code,
    field: problem.data.errors?.[0]?.field,
    requestId: problem.data.requestId,
  }
}

function isServerCode(code: string): code is CommonCode | PlacesCode {
  return serverCodes.includes(code)
}

/** What a second try may well mend. */
function mayPass(code: FailureCode): boolean {
  return code === 'offline' || code === 'timeout' || code === 'unavailable'
}

async function send(request: RawRequest): Promise<Result<RawAnswer, 'offline' | 'timeout'>> {
  try {
    const answer = await Taro.request<string, string | undefined>({
      url: request.url,
      method: request.method,
      header: request.headers,
      data: request.body,
      timeout: request.timeout,
      // Text, not Taro's guess: a broken body must not throw inside Taro, and the catalogue is kept as it came.
      dataType: 'text',
      responseType: 'text',
    })
    return ok({
      status: answer.statusCode,
      headers: lowerCased(answer.header ?? {}),
      text: answer.data ?? '',
    })
  } catch (thrown) {
    return err(/time/i.test(messageOf(thrown)) ? 'timeout' : 'offline')
  }
}

function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message
  if (typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown) return String(thrown.errMsg)
  return String(thrown)
}

function lowerCased(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}

/** The request layer on a real phone or browser. */
export const request = createRequest({
  send,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
  origin: process.env.TARO_APP_API ?? '',
})
