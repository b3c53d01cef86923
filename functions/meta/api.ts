/** What the API says about itself: health and its own description. Also answers every path that no domain has. */
import { domains } from '../domains'
import type { AddressLog } from '../shared/address-log'
import { type GatewayHandler, gatewayHandler } from '../shared/lambda'
import type { Log } from '../shared/logger'
import { ok } from '../shared/result'
import { createRouter, route } from '../shared/router'
import { createSourceReader } from '../shared/source'
import { openapi } from './openapi'
import { metaOperations } from './operations'

export type MetaDependencies = {
  version: string
  clock: () => number
  log: Log
  /** Secret of our CloudFront distribution; undefined where there is none before us. */
  originVerify?: string
  /** Where the law wants addresses kept (shared/address-log.ts). */
  addressLog?: AddressLog
}

export const createMetaApi = (given: MetaDependencies): GatewayHandler => {
  const { version, clock, log, originVerify, addressLog } = given
  const sourceOf = createSourceReader({ originVerify, log })
  const document = openapi(domains, version)
  const routes = {
    health: route(metaOperations.health, async ({ headers, origin }) => {
      const viewer = sourceOf(headers, origin).network === 'unknown' ? 'unknown' : 'known'
      return ok({ json: { ok: true, version, viewer } })
    }),
    openapi: route(metaOperations.openapi, async () =>
      ok({ json: document, headers: { 'cache-control': 'public, max-age=300' } }),
    ),
  } satisfies Record<keyof typeof metaOperations, unknown>
  return gatewayHandler(
    createRouter({ routes: Object.values(routes), problems: {}, log, clock, originVerify, addressLog }),
  )
}
