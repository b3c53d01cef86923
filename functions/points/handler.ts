/** The points API under AWS Lambda: environment, tables, secrets, clock. Entry of the function's bundle. */
import { randomBytes } from 'node:crypto'
import { staffFragment } from '../identity/fragments'
import { placesFragment } from '../places/fragments'
import { openAddressLog } from '../shared/address-log'
import { parseEnv } from '../shared/env'
import { createLogger } from '../shared/logger'
import { revocationsIn } from '../shared/revocation'
import { openSecrets, publicKeysIn, rememberedText } from '../shared/secrets'
import { createSessionReader } from '../shared/session'
import { openTable } from '../shared/table'
import * as z from '../shared/zod'
import { createPointsApi } from './api'
import { createDesks } from './service/desks'
import { createPointsStore } from './store'

const env = parseEnv(
  z.object({
    TABLE_NAME: z.string(),
    PLACES_TABLE_NAME: z.string(),
    IDENTITY_TABLE_NAME: z.string(),
    SESSION_PUBLIC_KEYS_ARN: z.string(),
    POINTS_SECRET_ARN: z.string(),
    ADDRESS_STREAM: z.string(),
    ORIGIN_VERIFY: z.optional(z.string()),
  }),
  process.env,
)

const clock = Date.now
const secrets = openSecrets()
const table = openTable({ name: env.TABLE_NAME })
const store = createPointsStore(table, { clock, random: randomBytes })

const log = createLogger()
const identity = openTable({ name: env.IDENTITY_TABLE_NAME })

export const handler = createPointsApi({
  store,
  desks: createDesks(table, store, { clock, random: randomBytes }),
  places: placesFragment(openTable({ name: env.PLACES_TABLE_NAME })),
  staff: staffFragment(identity),
  sessions: createSessionReader({
    publicKeys: publicKeysIn(secrets, env.SESSION_PUBLIC_KEYS_ARN),
    isRevoked: revocationsIn(identity),
    clock,
  }),
  secret: rememberedText(secrets, env.POINTS_SECRET_ARN, clock),
  clock,
  log,
  originVerify: env.ORIGIN_VERIFY,
  addressLog: openAddressLog(env.ADDRESS_STREAM, log),
})
