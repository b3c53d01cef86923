/**
 * WeChat's login: exchanges a code of `wx.login` for the person's id in this mini-program (code2Session, 小程序登录). The session key in
 * the answer is not parsed, so that it is never stored, logged or sent on.
 */
import type { Log } from '../../shared/aws/logger'
import { err, ok, type Result } from '../../shared/result'
import * as z from '../../shared/zod'
import { defaultTimeoutMs, requestJson } from './http'
import type { LoginFailure } from './requests'

export type LoginDependencies = {
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

/**
 * 40029 unknown code · 40163 code used already · 40226 account blocked as risky · 45011 too often for this person · -1 WeChat is busy.
 * Any other code is a fault of ours, like a wrong secret, and is logged as such.
 */
const failures: Readonly<Record<number, LoginFailure>> = {
  40029: 'login-code-refused',
  40163: 'login-code-refused',
  40226: 'login-code-refused',
  45011: 'rate-limited',
  [-1]: 'login-busy',
}

/** The openid of whoever got the code. It is not tried again: a code is good once. */
export const createLogin =
  ({ api, appid, secret, log, timeoutMs = defaultTimeoutMs }: LoginDependencies) =>
  async (code: string, requestId: string): Promise<Result<string, LoginFailure>> => {
    const query = { appid, secret: await secret(), js_code: code, grant_type: 'authorization_code' }
    const url = new URL(`/sns/jscode2session?${new URLSearchParams(query)}`, api)
    const answer = await requestJson(url, answerSchema, { timeoutMs })
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
  }
