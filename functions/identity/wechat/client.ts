/** The function that talks to WeChat, as others of our functions see it. It never throws: WeChat may be away at any time. */
import type { Invoke } from '../../shared/aws/invoke'
import type { Log } from '../../shared/aws/logger'
import { err, ok, type Result } from '../../shared/result'
import * as z from '../../shared/zod'
import {
  type LoginFailure,
  type RequestOf,
  type TextVerdict,
  type WeChatRequest,
  type WeChatResult,
  wechatAnswers,
} from './requests'

/** What is asked about, without what this file adds. */
type About<Ask extends WeChatRequest['ask']> = Omit<RequestOf<Ask>, 'ask'>

export type WeChat = {
  /** The id of whoever got the code; the first time makes the person. */
  login: (code: string, requestId: string) => Promise<Result<string, LoginFailure>>
  /** For text that others will see: what must become of it before they do. */
  checkText: (text: About<'check-text'>) => Promise<TextVerdict>
  /** For a file that others will see: under which trace WeChat's verdict comes later; null where none will, and a person decides. */
  checkMedia: (media: About<'check-media'>) => Promise<string | null>
  /** The picture that opens a page of the mini-program. */
  miniProgramCode: (code: About<'mini-program-code'>) => Promise<WeChatResult<'mini-program-code'>>
  /** A subscribe message; each needs a consent of its own. */
  sendMessage: (message: About<'send-message'>) => Promise<WeChatResult<'send-message'>>
}

/** Milliseconds: WeChat has three of them, the function may have to start. */
export const wechatPatienceMs = 8_000

export const createWeChat = (invoke: Invoke, log: Log): WeChat => {
  /** Null where there is no answer of the shape that the request promises. */
  const ask = async <T extends z.ZodMiniType>(
    request: WeChatRequest,
    schema: T,
  ): Promise<z.infer<T> | null> => {
    const answered = await invoke(request)
    const parsed = answered.ok ? z.safeParse(schema, answered.value) : null
    if (parsed?.success) return parsed.data
    log('wechat-failed', { requestId: request.requestId, cause: 'function' })
    return null
  }

  return {
    async login(code, requestId) {
      const answer = await ask({ ask: 'login', requestId, code }, wechatAnswers.login)
      if (!answer) return err('login-busy')
      return answer.ok ? ok(answer.value.person) : answer
    },
    async checkText(text) {
      const answer = await ask({ ...text, ask: 'check-text' }, wechatAnswers['check-text'])
      return answer?.ok ? answer.value.verdict : 'second-person'
    },
    async checkMedia(media) {
      const answer = await ask({ ...media, ask: 'check-media' }, wechatAnswers['check-media'])
      return answer?.ok ? answer.value.trace : null
    },
    async miniProgramCode(code) {
      const request = { ...code, ask: 'mini-program-code' as const }
      return (await ask(request, wechatAnswers['mini-program-code'])) ?? err('wechat-busy')
    },
    async sendMessage(message) {
      const request = { ...message, ask: 'send-message' as const }
      return (await ask(request, wechatAnswers['send-message'])) ?? err('wechat-busy')
    },
  }
}
