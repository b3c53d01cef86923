import { revocationPrefix } from '../../functions/shared/revocation'
import type { TableReach } from './domain'

/** What a domain whose operations take roles reads of identity's table: whether a role or a session has just ended. */
export const revocations = {
  identity: { actions: ['GetItem'], leadingKeys: [`${revocationPrefix}*`] },
} as const satisfies Record<string, TableReach>
