/** The places API under AWS Lambda: environment, table, clock. Entry of the function's bundle. */
import { parseEnv } from '../shared/env'
import { createLogger } from '../shared/logger'
import { openTable } from '../shared/table'
import * as z from '../shared/zod'
import { createPlacesApi } from './api'
import { createPlacesStore } from './store'

const env = parseEnv(z.object({ TABLE_NAME: z.string(), ORIGIN_VERIFY: z.optional(z.string()) }), process.env)

export const handler = createPlacesApi({
  store: createPlacesStore(openTable({ name: env.TABLE_NAME })),
  clock: Date.now,
  log: createLogger(),
  originVerify: env.ORIGIN_VERIFY,
})
