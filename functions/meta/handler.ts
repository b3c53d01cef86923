/** Health and the OpenAPI document under AWS Lambda. Entry of the function's bundle. */
import { openAddressLog } from '../shared/address-log'
import { parseEnv } from '../shared/env'
import { createLogger } from '../shared/logger'
import * as z from '../shared/zod'
import { createMetaApi } from './api'

const env = parseEnv(
  z.object({
    BUILD_VERSION: z.string(),
    ADDRESS_STREAM: z.string(),
    ORIGIN_VERIFY: z.optional(z.string()),
  }),
  process.env,
)

const log = createLogger()

export const handler = createMetaApi({
  version: env.BUILD_VERSION,
  clock: Date.now,
  log,
  originVerify: env.ORIGIN_VERIFY,
  addressLog: openAddressLog(env.ADDRESS_STREAM, log),
})
