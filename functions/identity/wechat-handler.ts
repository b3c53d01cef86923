/**
 * The function that talks to WeChat, under AWS Lambda: others of our functions invoke it, no request reaches it. Entry of
 * its bundle.
 */
import { parseEnv } from '../shared/aws/env'
import { jobContextOf } from '../shared/aws/job-context'
import { jobHandler } from '../shared/aws/job-handler'
import { openSecrets, rememberedText } from '../shared/aws/secrets'
import { openTable } from '../shared/aws/table'
import * as z from '../shared/zod'
import { createWeChatFunction } from './wechat/assemble'

const env = parseEnv(
  z.object({ WECHAT_API: z.url(), WECHAT_APPID: z.string(), WECHAT_SECRET_ARN: z.string() }),
  process.env,
)
const context = jobContextOf('identity', [], { openTable })

const answer = createWeChatFunction({
  ...context,
  api: env.WECHAT_API,
  appid: env.WECHAT_APPID,
  secret: rememberedText(openSecrets(), env.WECHAT_SECRET_ARN, context.clock),
})

export const handler = jobHandler(answer, context.clock)
