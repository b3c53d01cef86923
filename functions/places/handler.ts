/** The places API under AWS Lambda: environment, tables, keys, clock. Entry of the function's bundle. */
import { openAddressLog } from '../shared/address-log'
import { parseEnv } from '../shared/env'
import { createLogger } from '../shared/logger'
import { revocationsIn } from '../shared/revocation'
import { openSecrets, publicKeysIn } from '../shared/secrets'
import { createSessionReader } from '../shared/session'
import { openTable } from '../shared/table'
import * as z from '../shared/zod'
import { createPlacesApi } from './api'
import { reportAwards } from './service/report-awards'
import { createPlacesStore, createReviewStore } from './store'

const env = parseEnv(
  z.object({
    TABLE_NAME: z.string(),
    POINTS_TABLE_NAME: z.string(),
    IDENTITY_TABLE_NAME: z.string(),
    SESSION_PUBLIC_KEYS_ARN: z.string(),
    ADDRESS_STREAM: z.string(),
    ORIGIN_VERIFY: z.optional(z.string()),
  }),
  process.env,
)
const clock = Date.now
const table = openTable({ name: env.TABLE_NAME })
const publicKeys = publicKeysIn(openSecrets(), env.SESSION_PUBLIC_KEYS_ARN)
const isRevoked = revocationsIn(openTable({ name: env.IDENTITY_TABLE_NAME }))

const log = createLogger()

export const handler = createPlacesApi({
  store: createPlacesStore(table),
  review: createReviewStore(table, reportAwards(openTable({ name: env.POINTS_TABLE_NAME }), clock), clock),
  sessions: createSessionReader({ publicKeys, isRevoked, clock }),
  clock,
  log,
  originVerify: env.ORIGIN_VERIFY,
  addressLog: openAddressLog(env.ADDRESS_STREAM, log),
})
