/** The network of a real phone or browser, as Taro has it. */
import { err, ok, type Result } from '@common/result'
import Taro from '@tarojs/taro'
import { serverClock } from '@/shared/time/server-clock'
import type { RawAnswer, RawRequest, RequestDeps } from './http'

async function send(request: RawRequest): Promise<Result<RawAnswer, 'offline' | 'timeout'>> {
  const sentAt = Date.now()
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
    const headers = lowerCased(answer.header ?? {})
    // What anybody may read comes out of caches, and so does its date; an answer to one person never does.
    if (request.headers.authorization) serverClock.onDateHeader(headers.date, sentAt, Date.now())
    return ok({ status: answer.statusCode, headers, text: answer.data ?? '' })
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

export const network: RequestDeps = {
  send,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
  origin: process.env.TARO_APP_API ?? '',
}
