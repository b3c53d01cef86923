/** Puts the WeChat function together: from an event that others of our functions send to its answer. */
import type { JobContext } from '../../shared/aws/job-context'
import { traceOf } from '../../shared/aws/logger'
import { TableUnavailable } from '../../shared/aws/unavailable'
import * as z from '../../shared/zod'
import { accessTokenStore } from '../store/access-token'
import { peopleStore } from '../store/people'
import { sessionStore } from '../store/sessions'
import { createAccessTokens } from './access-token'
import { createCalls } from './calls'
import { createLogin } from './login'
import { wechatRequestSchema } from './requests'
import { createWeChatService } from './service'

export type WeChatOptions = JobContext & {
  /** Origin of the API: `https://api.weixin.qq.com`. */
  api: string
  appid: string
  /** The app secret. */
  secret: () => Promise<string>
  sleep?: (ms: number) => Promise<void>
  timeoutMs?: number
}

/**
 * Throws where the table or the secret cannot be read, and for an unknown event. The thrown message says nothing, as Lambda logs it;
 * the cause is in our log.
 */
export const createWeChatFunction = (options: WeChatOptions) => {
  const { tableOf, sleep = pause, ...given } = options
  const table = tableOf('identity')
  const dependencies = { clock: options.clock, random: options.random }
  const store = { ...peopleStore(table, dependencies), ...sessionStore(table, dependencies) }
  const tokens = createAccessTokens({ ...given, sleep, store: accessTokenStore(table, given) })
  const service = createWeChatService({
    ...given,
    store,
    login: createLogin(given),
    calls: createCalls({ ...given, tokens }),
  })
  return async (event: unknown) => {
    try {
      return await service(z.parse(wechatRequestSchema, event))
    } catch (error) {
      const where = { requestId: requestIdIn(event), route: 'wechat' }
      if (error instanceof TableUnavailable) options.log('table-unavailable', { ...where, cause: error.name })
      else options.log('request-crashed', { ...where, ...traceOf(error) })
      throw new Error('the WeChat function failed')
    }
  }
}

const requestIdIn = (event: unknown): string => {
  const read = z.safeParse(z.object({ requestId: z.string() }), event)
  return read.success ? read.data.requestId : 'none'
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
