/** Health and the OpenAPI document under AWS Lambda. Entry of the function's bundle. */
import { parseEnv } from '../shared/env'
import { createLogger } from '../shared/logger'
import * as z from '../shared/zod'
import { createMetaApi } from './api'

const env = parseEnv(
  z.object({ BUILD_VERSION: z.string(), ORIGIN_VERIFY: z.optional(z.string()) }),
  process.env,
)

export const handler = createMetaApi({
  version: env.BUILD_VERSION,
  clock: Date.now,
  log: createLogger(),
  originVerify: env.ORIGIN_VERIFY,
})
