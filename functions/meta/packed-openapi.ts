/**
 * The OpenAPI document as the function carries it: JSON in brotli, 18 KB of 480. It is written when the bundle is made, since
 * it takes every domain's schemas, 100 KB of code, and a quarter of a second.
 */
import { brotliCompressSync, constants } from 'node:zlib'
import type { Domain } from '../shared/declaration/domain'
import { openapi } from './openapi'

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

export const packedOpenapi = (domains: readonly Domain[], version: string): Uint8Array =>
  brotliCompressSync(JSON.stringify(openapi(domains, version)), quality)
