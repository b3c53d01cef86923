/** The identity API under AWS Lambda: environment, tables, secrets, the WeChat function, clock. Entry of the function's bundle. */
import { randomBytes } from 'node:crypto'
import { reportersFragment } from '../places/fragments'
import { holdings } from '../points/fragments'
import { openAddressLog } from '../shared/address-log'
import { parseEnv } from '../shared/env'
import { openFunction } from '../shared/invoke'
import { createLogger } from '../shared/logger'
import { openSecrets, privateKeysIn, publicKeysIn } from '../shared/secrets'
import { openTable } from '../shared/table'
import * as z from '../shared/zod'
import { createIdentityApi } from './api'
import { createIdentityStore } from './store'
import { createWeChat, wechatPatienceMs } from './wechat/client'

const env = parseEnv(
  z.object({
    TABLE_NAME: z.string(),
    POINTS_TABLE_NAME: z.string(),
    PLACES_TABLE_NAME: z.string(),
    SESSION_KEYS_ARN: z.string(),
    SESSION_PUBLIC_KEYS_ARN: z.string(),
    IDENTITY_WECHAT_FUNCTION: z.string(),
    ADDRESS_STREAM: z.string(),
    ORIGIN_VERIFY: z.optional(z.string()),
  }),
  process.env,
)

const clock = Date.now
const log = createLogger()
const secrets = openSecrets()

export const handler = createIdentityApi({
  store: createIdentityStore(openTable({ name: env.TABLE_NAME }), { clock, random: randomBytes }),
  holdings: holdings(openTable({ name: env.POINTS_TABLE_NAME })),
  reporters: reportersFragment(openTable({ name: env.PLACES_TABLE_NAME })),
  wechat: createWeChat(openFunction(env.IDENTITY_WECHAT_FUNCTION, wechatPatienceMs), log),
  privateKeys: privateKeysIn(secrets, env.SESSION_KEYS_ARN),
  publicKeys: publicKeysIn(secrets, env.SESSION_PUBLIC_KEYS_ARN),
  clock,
  log,
  originVerify: env.ORIGIN_VERIFY,
  addressLog: openAddressLog(env.ADDRESS_STREAM, log),
})
