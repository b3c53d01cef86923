/** Calls an API as the gateway does: an event in payload format 2.0 goes in, a result comes out. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { GatewayHandler } from '../../../functions/shared/http/lambda'

export type Sent = {
  headers?: Record<string, string>
  /** A string is sent as it is, anything else as JSON. */
  body?: unknown
  sourceIp?: string
  /** As the gateway sends what it does not take for text. */
  isBase64Encoded?: boolean
}
export type Answer = {
  status: number
  headers: Record<string, string>
  /** As sent, still compressed. */
  bytes: Buffer
  /** Of the body, uncompressed. */
  json: () => unknown
}
export type Caller = {
  call: (method: string, target: string, sent?: Sent) => Promise<Answer>
  get: (target: string, headers?: Record<string, string>) => Promise<Answer>
  post: (target: string, body: unknown, sent?: Sent) => Promise<Answer>
}

export const callerOf = (handler: GatewayHandler): Caller => {
  let requests = 0
  const call = async (
    method: string,
    target: string,
    { headers = {}, body, sourceIp = '203.0.113.7', isBase64Encoded = false }: Sent = {},
  ) => {
    requests++
    const [rawPath, rawQueryString = ''] = target.split(/\?(.*)/s)
    const result = await handler({
      version: '2.0',
      routeKey: '$default',
      rawPath,
      rawQueryString,
      headers,
      requestContext: { requestId: `request-${requests}`, http: { method, path: rawPath, sourceIp } },
      isBase64Encoded,
      ...(body !== undefined && { body: written(body, isBase64Encoded) }),
    })
    const bytes = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8')
    const json = (): unknown => JSON.parse(uncompressed(bytes, result.headers['content-encoding']).toString())
    return { status: result.statusCode, headers: result.headers, bytes, json }
  }
  return {
    call,
    get: (target, headers) => call('GET', target, { headers }),
    post: (target, body, sent) =>
      call('POST', target, {
        body,
        ...sent,
        headers: { 'content-type': 'application/json', ...sent?.headers },
      }),
  }
}

const written = (body: unknown, isBase64Encoded: boolean): string => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return isBase64Encoded ? Buffer.from(text).toString('base64') : text
}

const uncompressed = (bytes: Buffer, coding: string | undefined): Buffer => {
  if (coding === 'br') return brotliDecompressSync(bytes)
  return coding === 'gzip' ? gunzipSync(bytes) : bytes
}
