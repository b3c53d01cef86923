/** Between API Gateway's HTTP API (payload format 2.0) and the web's Request and Response. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { withDeadline } from '../aws/deadline'
import * as z from '../zod'
import { inCoding } from './compression'
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
    const answer = async () => router.fetch(request, { requestId, sourceIp: http.sourceIp })
    const response = invocation
      ? await withDeadline({ at: clock() + invocation.getRemainingTimeInMillis(), clock }, answer)
      : await answer()
    return resultOf(response, request.headers.get('accept-encoding'))
  }
}

function requestOf({
  rawPath,
  rawQueryString,
  headers,
  body,
  isBase64Encoded,
  requestContext,
}: Event): Request {
  // The web's Request refuses these three; any name that no route takes is answered 405 all the same.
  const method = requestContext.http.method.replace(/^(connect|trace|track)$/i, 'UNKNOWN')
  // The gateway hands over a decoded path. What a URL would end with, drop or turn into a slash is written out again.
  const path = rawPath.replace(/[\p{Cc} ?#\\]/gu, encodeURIComponent)
  const query = rawQueryString.replace(/[\p{Cc} #]/gu, encodeURIComponent)
  // In whatever letters: the Request makes capitals of these, and throws if they come with a body.
  const hasBody = body && !/^(get|head)$/i.test(method)
  return new Request(`https://gateway${path}${query && `?${query}`}`, {
    method,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, singleByte(value)])),
    ...(hasBody && { body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') }),
  })
}

/** Headers are bytes; a character beyond them would make the Request throw. None of ours has one. */
function singleByte(value: string): string {
  return value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')
}

/** A JSON answer of more bytes leaves compressed; a smaller one would hardly shrink. */
const compressedAbove = 1024

async function resultOf(response: Response, acceptEncoding: string | null): Promise<GatewayResult> {
  if (isCompressible(response)) return compressed(response, acceptEncoding)
  const isPicture = response.headers.get('content-type')?.startsWith('image/') ?? false
  const isBinary = response.headers.has('content-encoding') || isPicture
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: isBinary ? Buffer.from(await response.arrayBuffer()).toString('base64') : await response.text(),
    isBase64Encoded: isBinary,
  }
}

/** Whoever gave an answer a strong tag gave it to its bytes, and has chosen their coding. */
function isCompressible({ headers }: Response): boolean {
  const isJson = /^application\/([\w.-]+\+)?json\b/.test(headers.get('content-type') ?? '')
  return isJson && !headers.has('content-encoding') && !headers.has('etag')
}

async function compressed(response: Response, acceptEncoding: string | null): Promise<GatewayResult> {
  const text = await response.text()
  const plain = Buffer.from(text)
  const coding = plain.length > compressedAbove ? codingFor(acceptEncoding) : 'identity'
  const headers = { ...Object.fromEntries(response.headers), vary: 'accept-encoding' }
  const statusCode = response.status
  if (coding === 'identity') return { statusCode, headers, body: text, isBase64Encoded: false }
  const bytes = Buffer.from(await inCoding(plain, coding))
  return {
    statusCode,
    headers: { ...headers, 'content-encoding': coding },
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  }
}
