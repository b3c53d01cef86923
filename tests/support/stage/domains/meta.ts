/** What the API says about itself, on the stage. */
import { domains } from '../../../../functions/domains'
import { createMetaFunction } from '../../../../functions/meta'
import type { metaOperations } from '../../../../functions/meta/operations'
import { packedOpenapi } from '../../../../functions/meta/packed-openapi'
import type { StageDomain } from '../stage-domain'

export const meta: StageDomain<keyof typeof metaOperations> = {
  create: (context) => createMetaFunction(context, () => packedOpenapi(domains, context.version)),
  requests: {
    health: () => ({ target: '/api/health' }),
    openapi: () => ({ target: '/api/openapi.json' }),
  },
}
