/** Between API Gateway's HTTP API (payload format 2.0) and the router. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { getPath } from 'hono/utils/url'
import { withDeadline } from '../aws/deadline'
import * as z from '../zod'
import { inCoding } from './compression'
import type { ApiRequest, ApiResponse, RequestHeaders } from './messages'
import { codingFor } from './negotiate'
import type { Router } from './router'

const eventSchema = z.object({
  rawPath: z.string(),
  rawQueryString: z._default(z.string(), ''),
  headers: z._default(z.record(z.string(), z.string()), {}),
  body: z.optional(z.nullable(z.string())),
  isBase64Encoded: z._default(z.boolean(), false),
  requestContext: z.object({
    requestId: z.string(),
    http: z.object({ method: z.string(), sourceIp: z.string() }),
  }),
})
type Event = z.infer<typeof eventSchema>

/** What AWS documents, with nothing left out. */
export type GatewayResult = Required<Omit<APIGatewayProxyStructuredResultV2, 'headers' | 'cookies'>> & {
  headers: Record<string, string>
}
/** What Lambda tells of the invocation. */
export type Invocation = { getRemainingTimeInMillis: () => number }
/** Where no invocation is given, nothing limits how long an answer takes. */
export type GatewayHandler = (event: unknown, invocation?: Invocation) => Promise<GatewayResult>

/** @param clock ms since 1970; the deadline is measured with it */
export function gatewayHandler(router: Router, clock: () => number = Date.now): GatewayHandler {
  return async (raw, invocation) => {
    const event = z.parse(eventSchema, raw)
    const { requestId, http } = event.requestContext
    const request = requestOf(event)
    const answer = () => router(request, { requestId, sourceIp: http.sourceIp })
    const response = invocation
      ? await withDeadline({ at: clock() + invocation.getRemainingTimeInMillis(), clock }, answer)
      : await answer()
    return resultOf(response, request.headers.get('accept-encoding'))
  }
}

function requestOf(event: Event): ApiRequest {
  const { rawPath, rawQueryString, headers, body, isBase64Encoded, requestContext } = event
  const method = requestContext.http.method.toUpperCase()
  const hasBody = body && method !== 'GET' && method !== 'HEAD'
  return {
    method,
    path: pathOf(rawPath),
    query: queryOf(rawQueryString),
    headers: headersOf(headers),
    body: hasBody ? Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') : null,
  }
}

/** The gateway hands over a decoded path. What a URL would end with, drop or turn into a slash is written out again. */
function pathOf(rawPath: string): string {
  // Nearly all are their own URL: nothing in them is encoded, and no part is `.` or `..`.
  if (/^(\/[\w-][\w.:-]*)+$/.test(rawPath)) return rawPath
  const path = rawPath.replace(/[\p{Cc} ?#\\]/gu, encodeURIComponent)
  return getPath(new Request(`https://gateway${path}`))
}

/** What a URL would not take as it is, is written out. */
function queryOf(rawQuery: string): string {
  if (/^[!$-~]*$/.test(rawQuery)) return rawQuery
  const query = rawQuery.replace(/[\p{Cc} #]/gu, encodeURIComponent)
  return new URL(`https://gateway/?${query}`).search.slice(1)
}

/** The gateway writes names in small letters; whoever else calls a function need not. */
function headersOf(headers: Record<string, string>): RequestHeaders {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return {
    get(name) {
      const value = byName.get(name.toLowerCase())
      return value === undefined ? null : singleByte(value)
    },
  }
}

/** Headers are bytes, and spaces around them mean nothing. None of ours has a character beyond them. */
const singleByte = (value: string): string => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').trim()

/** A JSON answer of more bytes leaves compressed; a smaller one would hardly shrink. */
const compressedAbove = 1024

async function resultOf(response: ApiResponse, acceptEncoding: string | null): Promise<GatewayResult> {
  if (isCompressible(response)) return compressed(response, acceptEncoding)
  const { status, headers, body } = response
  const isPicture = headers['content-type']?.startsWith('image/') ?? false
  const isBinary = 'content-encoding' in headers || isPicture
  return {
    statusCode: status,
    headers,
    body:
      typeof body === 'string' && !isBinary ? body : Buffer.from(body).toString(isBinary ? 'base64' : 'utf8'),
    isBase64Encoded: isBinary,
  }
}

const base64Of = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64')

/** Whoever gave an answer a strong tag gave it to its bytes, and has chosen their coding. */
function isCompressible({ headers }: ApiResponse): boolean {
  const isJson = /^application\/([\w.-]+\+)?json\b/.test(headers['content-type'] ?? '')
  return isJson && !('content-encoding' in headers) && !('etag' in headers)
}

async function compressed(response: ApiResponse, acceptEncoding: string | null): Promise<GatewayResult> {
  const { status: statusCode, body } = response
  const headers = { ...response.headers, vary: 'accept-encoding' }
  const plain = Buffer.from(body)
  const coding = plain.length > compressedAbove ? codingFor(acceptEncoding) : 'identity'
  if (coding === 'identity')
    return {
      statusCode,
      headers,
      body: typeof body === 'string' ? body : plain.toString(),
      isBase64Encoded: false,
    }
  const bytes = await inCoding(plain, coding)
  return {
    statusCode,
    headers: { ...headers, 'content-encoding': coding },
    body: base64Of(bytes),
    isBase64Encoded: true,
  }
}
