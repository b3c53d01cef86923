/**
 * The function that talks to WeChat, under AWS Lambda: others of our functions invoke it, no request reaches it. Entry of
 * its bundle.
 */
import { randomBytes } from 'node:crypto'
import { parseEnv } from '../shared/env'
import { createLogger } from '../shared/logger'
import { openSecrets, rememberedText } from '../shared/secrets'
import { openTable } from '../shared/table'
import * as z from '../shared/zod'
import { wechatService } from './wechat/assemble'

const env = parseEnv(
  z.object({
    TABLE_NAME: z.string(),
    WECHAT_API: z.url(),
    WECHAT_APPID: z.string(),
    WECHAT_SECRET_ARN: z.string(),
  }),
  process.env,
)

export const handler = wechatService({
  table: openTable({ name: env.TABLE_NAME }),
  api: env.WECHAT_API,
  appid: env.WECHAT_APPID,
  secret: rememberedText(openSecrets(), env.WECHAT_SECRET_ARN, Date.now),
  clock: Date.now,
  random: randomBytes,
  log: createLogger(),
})
