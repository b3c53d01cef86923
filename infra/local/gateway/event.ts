/** HTTP requests as API Gateway's HTTP API hands them to a function (payload format 2.0), and answers back. */
import * as z from '../../../functions/shared/zod'

export type Incoming = {
  method: string
  /** As it stood in the request line. */
  rawUrl: string
  headers: Record<string, string>
  cookies: string[]
  body: Buffer
  sourceIp: string
  requestId: string
  time: number
}

export type Matched = { routeKey: string; pathParameters: Record<string, string> }

/** Null where the path is no valid percent-encoding, which the gateway refuses itself. */
export const pathOf = (rawUrl: string): string | null => {
  try {
    // The gateway decodes the path and leaves the query as it is.
    return decodeURIComponent(rawUrl.split('?', 1)[0] ?? '/')
  } catch {
    return null
  }
}

/** Bodies of these types travel as text, all others as base64. */
const isText = (type: string) => /^(text\/|application\/(.+\+)?(json|xml|javascript)\b)/i.test(type)

export const eventOf = (request: Incoming, path: string, { routeKey, pathParameters }: Matched) => {
  const { method, rawUrl, headers, body, sourceIp, requestId, time } = request
  const mark = rawUrl.indexOf('?')
  const rawQueryString = mark < 0 ? '' : rawUrl.slice(mark + 1)
  const query: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    query[name] = name in query ? `${query[name]},${value}` : value
  }
  const isBase64Encoded = body.length > 0 && !isText(headers['content-type'] ?? '')
  const host = headers.host ?? 'localhost'
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString,
    ...(request.cookies.length > 0 && { cookies: request.cookies }),
    headers,
    ...(rawQueryString && { queryStringParameters: query }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: host,
      domainPrefix: host.split('.')[0],
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId,
      routeKey,
      stage: '$default',
      time: new Date(time).toUTCString(),
      timeEpoch: time,
    },
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  }
}

const headerValue = z.union([z.string(), z.number(), z.boolean()])
const resultSchema = z.object({
  statusCode: z.int().check(z.minimum(100), z.maximum(599)),
  headers: z._default(z.record(z.string(), headerValue), {}),
  cookies: z._default(z.array(z.string()), []),
  body: z._default(z.string(), ''),
  isBase64Encoded: z._default(z.boolean(), false),
})

export type Outgoing = { status: number; headers: Record<string, string | string[]>; body: Buffer }

/** Null where the payload is not what the gateway understands, which it answers with 500. */
export const answerOf = (payload: string): Outgoing | null => {
  const value: unknown = JSON.parse(payload)
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(payload) }
  }
  const result = resultSchema.safeParse(value)
  if (!result.success) return null
  const { statusCode, headers, cookies, body, isBase64Encoded } = result.data
  return {
    status: statusCode,
    headers: {
      ...(body && { 'content-type': 'text/plain; charset=utf-8' }),
      ...Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
      ),
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  }
}
