/** What the API says about itself, on the stage. */
import { createMetaFunction } from '../../../../functions/meta'
import type { metaOperations } from '../../../../functions/meta/operations'
import type { StageDomain } from '../stage-domain'

export const meta: StageDomain<keyof typeof metaOperations> = {
  create: createMetaFunction,
  requests: {
    health: () => ({ target: '/api/health' }),
    openapi: () => ({ target: '/api/openapi.json' }),
  },
}
