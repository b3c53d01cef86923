/** Between API Gateway's HTTP API (payload format 2.0) and the web's Request and Response. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Router } from './router'
import * as z from './zod'

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
export type GatewayHandler = (event: unknown) => Promise<GatewayResult>

export function gatewayHandler(router: Router): GatewayHandler {
  return async (raw) => {
    const event = z.parse(eventSchema, raw)
    const { requestId, http } = event.requestContext
    const response = await router.fetch(requestOf(event), { requestId, sourceIp: http.sourceIp })
    return resultOf(response)
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

async function resultOf(response: Response): Promise<GatewayResult> {
  const isPicture = response.headers.get('content-type')?.startsWith('image/') ?? false
  const isBinary = response.headers.has('content-encoding') || isPicture
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: isBinary ? Buffer.from(await response.arrayBuffer()).toString('base64') : await response.text(),
    isBase64Encoded: isBinary,
  }
}
