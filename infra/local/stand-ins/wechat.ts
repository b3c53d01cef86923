/**
 * WeChat's login (developers.weixin.qq.com, code2Session) for people who are not there, and the calls that need an access
 * token (wechat-calls.ts): answers and errors in the documented shapes. Like WeChat it answers 200 whatever went wrong, and says so in `errcode`.
 */
import { createHash, randomBytes } from 'node:crypto'
import { type Answer, startServer } from './server'
import { type CallAnswer, createCallsApi } from './wechat-calls'

export type WeChatStandIn = {
  url: string
  /** What `wx.login` would give that person: good once, for five minutes. */
  codeFor: (person: string) => string
  /** From now on every login waits so long, and fails with this code if one is given. */
  behave: (how: { delayMs?: number; errcode?: number }) => void
  /** Logins asked for so far. */
  asked: () => number
  calls: Omit<ReturnType<typeof createCallsApi>, 'answer'>
  stop: () => Promise<void>
}

export type WeChatOptions = { appid: string; secret: string; clock?: () => number }

const lifeMs = 5 * 60_000
/** Whoever was here within this time may have a text checked. */
const activeMs = 2 * 3_600_000

const messages: Record<number, string> = {
  [-1]: 'system error',
  40013: 'invalid appid',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41030: 'invalid page',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, mustslower, retry next minute',
  47001: 'data format error',
  61010: 'code is expired',
  87014: 'risky content',
}

/** The same for a person whenever and wherever this runs; of the length and the alphabet that WeChat's have. */
export const openidOf = (person: string) =>
  `o${createHash('sha256').update(`stand-in ${person}`).digest('base64url').slice(0, 27)}`

const fromDevTools = /^0[0-9A-Za-z]{31}$/

type Issued = { person: string; until: number; isUsed: boolean }

export const startWeChat = async ({
  appid,
  secret,
  clock = Date.now,
}: WeChatOptions): Promise<WeChatStandIn> => {
  const issued = new Map<string, Issued>()
  let manner: { delayMs?: number; errcode?: number } = {}
  let asked = 0
  const lastLogins = new Map<string, number>()
  const isActive = (openid: string) => {
    const at = lastLogins.get(openid)
    return at === undefined ? null : clock() - at < activeMs
  }
  const calls = createCallsApi({ appid, secret, clock, isActive })

  const personOf = (code: string): string | number => {
    // WeChat DevTools asks the real WeChat for its codes, and nobody here can check them: one person for all of those.
    if (fromDevTools.test(code) && !issued.has(code))
      issued.set(code, { person: 'devtools', until: clock() + lifeMs, isUsed: false })
    const known = issued.get(code)
    if (!known || known.until < clock()) return 40029
    if (known.isUsed) return 40163
    known.isUsed = true
    return known.person
  }

  /** `errcode:45011` fails that way, `slow:4000:citizen-1` logs in after four seconds, any other is what was issued. */
  const outcomeOf = async (code: string): Promise<string | number> => {
    const [kind, value = '', person = ''] = code.split(':')
    if (kind === 'errcode') return Number(value)
    if (kind !== 'slow') return personOf(code)
    await pause(Number(value))
    return person
  }

  const logIn = async (given: URLSearchParams): Promise<Answer> => {
    asked++
    await pause(manner.delayMs ?? 0)
    if (given.get('appid') !== appid) return failed(40013)
    if (given.get('secret') !== secret) return failed(40125)
    const outcome = manner.errcode ?? (await outcomeOf(given.get('js_code') ?? ''))
    if (typeof outcome === 'number') return failed(outcome)
    lastLogins.set(openidOf(outcome), clock())
    return answered({ session_key: randomBytes(16).toString('base64'), openid: openidOf(outcome) })
  }

  const server = await startServer(async ({ method, url = '' }, body) => {
    const { pathname, searchParams } = new URL(url, 'http://wechat')
    if (method === 'GET' && pathname === '/sns/jscode2session') return logIn(searchParams)
    const token = searchParams.get('access_token') ?? ''
    const called = method === 'POST' ? await calls.answer(pathname, token, jsonOf(body)) : null
    await calls.release(pathname)
    return called ? answerOf(called) : { status: 404, headers: {}, body: '' }
  })

  return {
    url: server.url,
    codeFor: (person) => {
      const code = randomBytes(24).toString('base64url')
      issued.set(code, { person, until: clock() + lifeMs, isUsed: false })
      return code
    },
    behave: (how) => {
      manner = how
    },
    asked: () => asked,
    calls,
    stop: server.stop,
  }
}

const pause = (ms: number) => new Promise<void>((next) => setTimeout(next, ms))

const answered = (value: object): Answer => ({
  status: 200,
  // WeChat says text, and sends JSON.
  headers: { 'content-type': 'text/plain' },
  body: JSON.stringify(value),
})

const failed = (errcode: number): Answer => {
  const rid = `rid: ${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`
  return answered({ errcode, errmsg: `${messages[errcode] ?? 'unknown error'}, ${rid}` })
}

const answerOf = (called: CallAnswer): Answer => {
  if ('errcode' in called) return failed(called.errcode)
  if ('value' in called) return answered(called.value)
  return { status: 200, headers: { 'content-type': 'image/png' }, body: called.picture }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
