/**
 * One call of WeChat's server API, which answers 200 with JSON even for errors, or a picture. Failures never contain the request, as its
 * address and body carry secrets and tokens.
 */
import { err, ok, type Result } from '../../shared/result'
import * as z from '../../shared/zod'

/** Why there is no answer that one could use; `errcode` is WeChat's. */
export type Cause = 'timeout' | 'network' | 'answer' | `status ${number}` | `errcode ${number}`

export type Picture = { type: string; bytes: Uint8Array }

/** Milliseconds: an answer is a few hundred bytes, and nobody waits longer for it. */
export const defaultTimeoutMs = 3_000

export async function requestJson<T extends z.ZodMiniType>(
  url: URL,
  schema: T,
  { body, timeoutMs }: { body?: object; timeoutMs: number },
): Promise<Result<z.infer<T>, Cause>> {
  const answer = await ask(url, body, timeoutMs)
  return answer.ok ? parsed(schema, answer.value.text()) : answer
}

/** A picture, or the JSON that WeChat sends in its place where something is wrong. */
export async function requestPicture<T extends z.ZodMiniType>(
  url: URL,
  schema: T,
  { body, timeoutMs }: { body: object; timeoutMs: number },
): Promise<Result<Picture | z.infer<T>, Cause>> {
  const answer = await ask(url, body, timeoutMs)
  if (!answer.ok) return answer
  const { type, bytes, text } = answer.value
  return type.startsWith('image/') ? ok({ type, bytes }) : parsed(schema, text())
}

type Answered = Picture & { text: () => string }

async function ask(url: URL, body: object | undefined, timeoutMs: number): Promise<Result<Answered, Cause>> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, {
      signal,
      redirect: 'error',
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    if (!response.ok) return err(`status ${response.status}` as const)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const type = response.headers.get('content-type') ?? ''
    return ok({ type, bytes, text: () => new TextDecoder().decode(bytes) })
  } catch {
    return err(signal.aborted ? 'timeout' : 'network')
  }
}

function parsed<T extends z.ZodMiniType>(schema: T, text: string): Result<z.infer<T>, Cause> {
  const read = z.safeParse(schema, jsonOf(text))
  return read.success ? ok(read.data) : err('answer')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
