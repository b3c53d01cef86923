import type { Context } from '../aws/context'
import { publicKeysIn } from '../aws/secrets'
import { revocationsIn } from './revocation'
import { createSessionReader, type SessionReader } from './session'
import { revocations, sessionPublicKeys } from './session-grants'

/** Reads sessions with what every domain has whose operations take them. */
export const sessionsOf = ({ secrets, arnOf, tableOf, clock }: Context): SessionReader =>
  createSessionReader({
    publicKeys: publicKeysIn(secrets, arnOf(sessionPublicKeys)),
    isRevoked: revocationsIn(tableOf(revocations.table)),
    clock,
  })
