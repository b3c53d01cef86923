/**
 * WeChat's login: a code that `wx.login` gave becomes the person's id in this mini-program (code2Session,
 * developers.weixin.qq.com, 小程序登录). The answer also carries a session key: it is not even parsed here, so that it can
 * neither be kept, logged nor sent on.
 */
import type { Log } from '../shared/logger'
import { err, ok, type Result } from '../shared/result'
import * as z from '../shared/zod'

export type LoginFailure = 'login-code-refused' | 'rate-limited' | 'login-busy'
export type WeChat = {
  /** The openid of whoever got the code. */
  login: (code: string, requestId: string) => Promise<Result<string, LoginFailure>>
}

export type WeChatDependencies = {
  /** Origin of the API: `https://api.weixin.qq.com`. */
  api: string
  appid: string
  /** The app secret. */
  secret: () => Promise<string>
  log: Log
  timeoutMs?: number
}

const answerSchema = z.union([
  z.object({ openid: z.string().check(z.regex(/^[\w-]{10,64}$/)), errcode: z.optional(z.literal(0)) }),
  z.object({ errcode: z.int() }),
])

/** An answer of a few hundred bytes; a login waits no longer than a person does. */
const patienceMs = 3_000

/**
 * 40029 no such code · 40163 used already · 40226 the account is barred as risky · 45011 too often for this person · -1
 * WeChat is busy. Every other one is a fault of ours, like a wrong secret, and is logged as such.
 */
const failures: Readonly<Record<number, LoginFailure>> = {
  40029: 'login-code-refused',
  40163: 'login-code-refused',
  40226: 'login-code-refused',
  45011: 'rate-limited',
  [-1]: 'login-busy',
}

export const createWeChat = ({
  api,
  appid,
  secret,
  log,
  timeoutMs = patienceMs,
}: WeChatDependencies): WeChat => ({
  async login(code, requestId) {
    const query = { appid, secret: await secret(), js_code: code, grant_type: 'authorization_code' }
    const answer = await ask(new URL(`/sns/jscode2session?${new URLSearchParams(query)}`, api), timeoutMs)
    if (!answer.ok) {
      log('wechat-failed', { requestId, cause: answer.error })
      return err('login-busy')
    }
    if ('openid' in answer.value) return ok(answer.value.openid)
    const { errcode } = answer.value
    const failure = failures[errcode]
    if (failure) log('login-refused', { requestId, errcode })
    else log('wechat-failed', { requestId, cause: `errcode ${errcode}` })
    return err(failure ?? 'login-busy')
  },
})

type Cause = 'timeout' | 'network' | 'answer' | `status ${number}`

/** The failure never says what was asked: the address carries the app secret. It is not tried again: a code is good once. */
async function ask(url: URL, timeoutMs: number): Promise<Result<z.infer<typeof answerSchema>, Cause>> {
  const signal = AbortSignal.timeout(timeoutMs)
  const failed = (cause: Cause) => err(signal.aborted ? 'timeout' : cause)
  try {
    const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } })
    if (!response.ok) return err(`status ${response.status}` as const)
    const parsed = z.safeParse(answerSchema, await response.json().catch(() => null))
    return parsed.success ? ok(parsed.data) : failed('answer')
  } catch {
    return failed('network')
  }
}
