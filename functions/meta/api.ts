/** What the API says about itself: health and its own description. Also answers every path that no domain has. */
import type { AddressLog } from '../shared/aws/address-log'
import type { Log } from '../shared/aws/logger'
import { unbrotli } from '../shared/http/compression'
import { type GatewayHandler, gatewayHandler } from '../shared/http/lambda'
import { type ApiResponse, jsonResponse } from '../shared/http/messages'
import { type Coding, codingFor } from '../shared/http/negotiate'
import { createRouter, route } from '../shared/http/router'
import { createSourceReader } from '../shared/http/source'
import { ok } from '../shared/result'
import { metaOperations } from './operations'

export type MetaDependencies = {
  version: string
  /** The OpenAPI document as JSON in brotli; called when it is asked for first. */
  packedDocument: () => Uint8Array
  clock: () => number
  log: Log
  /** Secret of our CloudFront distribution; undefined where there is none before us. */
  originVerify?: string
  /** Where the law wants addresses kept (shared/address-log.ts). */
  addressLog?: AddressLog
}

export const createMetaApi = (given: MetaDependencies): GatewayHandler => {
  const { version, packedDocument, clock, log, originVerify, addressLog } = given
  const sourceOf = createSourceReader({ originVerify, log })
  const routes = {
    health: route(metaOperations.health, async ({ headers, origin }) => {
      const viewer = sourceOf(headers, origin).network === 'unknown' ? 'unknown' : 'known'
      return ok({ json: { ok: true, version, viewer } })
    }),
    openapi: route(metaOperations.openapi, async ({ headers }) =>
      ok({ response: await documentIn(codingFor(headers.get('accept-encoding')), packedDocument()) }),
    ),
  } satisfies Record<keyof typeof metaOperations, unknown>
  return gatewayHandler(
    createRouter({ routes: Object.values(routes), problems: {}, log, clock, originVerify, addressLog }),
  )
}

/** As it is packed, or unpacked: then whatever sends it chooses another coding. */
const documentIn = async (coding: Coding, packed: Uint8Array): Promise<ApiResponse> => {
  const caching = { 'cache-control': 'public, max-age=300' }
  if (coding !== 'br') return jsonResponse((await unbrotli(packed)).toString(), caching)
  const headers = { 'content-type': 'application/json', 'content-encoding': 'br', vary: 'accept-encoding' }
  return { status: 200, headers: { ...caching, ...headers }, body: packed }
}
