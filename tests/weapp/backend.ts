/** What answers `wx.request` in the tests: the real API over the real engine, or any server over HTTP. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { createPlacesFunction, createPlacesStore } from '../../functions/places'
import { importPlaces } from '../../functions/places/import/import'
import type { GatewayHandler } from '../../functions/shared/http/lambda'
import { type Tables, testContext } from '../support/worlds/context'
import type { Backend } from './harness/wx/network'

/** What a phone at that network address is answered. */
export type Server = (address: string) => Backend

/** The places API on these tables, with the committed demonstration city loaded; `clock` in ms. */
export async function demoServer(tables: Tables, clock: () => number, adcode: string): Promise<Server> {
  const { context } = testContext(tables, { clock })
  const store = createPlacesStore(context)
  const file = path.resolve(__dirname, `../../infra/demo/places-${adcode}.csv`)
  const bytes = readFileSync(file)
  const report = await importPlaces({ store, clock, bytes, format: 'csv', adcode, demo: true, strict: true })
  if (!report.ok) throw new Error(`the demonstration city did not load: ${report.error.details.join('; ')}`)
  const api = createPlacesFunction(context)
  return (address) => throughGateway(api, address)
}

/** The same for one phone. */
export const demoBackend = async (...city: Parameters<typeof demoServer>): Promise<Backend> =>
  (await demoServer(...city))('203.0.113.7')

/** Calls the handler as API Gateway's HTTP API does, and undoes the compression as WeChat's client does. */
function throughGateway(handler: GatewayHandler, sourceIp: string): Backend {
  let requests = 0
  return async ({ url, method, headers, body }) => {
    requests += 1
    const { pathname, search } = new URL(url)
    const result = await handler({
      version: '2.0',
      rawPath: pathname,
      rawQueryString: search.slice(1),
      headers,
      body,
      isBase64Encoded: false,
      requestContext: { requestId: `weapp-${requests}`, http: { method, sourceIp } },
    })
    const packed = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8')
    return {
      status: result.statusCode,
      headers: result.headers,
      body: decoded(packed, result.headers['content-encoding']),
    }
  }
}

function decoded(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return zlib.brotliDecompressSync(bytes)
  if (encoding === 'gzip') return zlib.gunzipSync(bytes)
  return bytes
}

/** A running server, such as the one of `npm start`; the origin asked for is replaced by `base`. */
export function httpBackend(base: string): Backend {
  return async ({ url, method, headers, body }) => {
    const { pathname, search } = new URL(url)
    const response = await fetch(new URL(pathname + search, base), { method, headers, body })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    }
  }
}
