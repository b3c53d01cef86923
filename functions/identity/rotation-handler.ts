/** The rotation of the keys that sign sessions, as Secrets Manager calls it. Entry of the job's bundle. */
import { parseEnv } from '../shared/aws/env'
import { jobHandler } from '../shared/aws/job-handler'
import { createLogger } from '../shared/aws/logger'
import { openSecrets } from '../shared/aws/secrets'
import * as z from '../shared/zod'
import { createRotation } from './service/rotation'

const env = parseEnv(z.object({ SESSION_PUBLIC_KEYS_ARN: z.string() }), process.env)

const rotate = createRotation({
  secrets: openSecrets(),
  publicKeysArn: env.SESSION_PUBLIC_KEYS_ARN,
  clock: Date.now,
  log: createLogger(),
})

export const handler = jobHandler(rotate)
