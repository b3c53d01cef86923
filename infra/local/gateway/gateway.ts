/** API Gateway and the CloudFront before it, on this machine: limits, headers and errors as they have them. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LocalFunction } from '../runtime/functions'
import type { Outcome } from '../runtime/worker'
import { type Edge, edgeAddress, throughEdge } from './edge'
import { createErrorCache } from './error-cache'
import { answerOf, eventOf, type Incoming, type Outgoing, pathOf } from './event'
import { matchRoute, type Route } from './routes'
import { createThrottle, type Throttles } from './throttles'

/** Bytes of a request that API Gateway takes, and of an event or an answer that Lambda takes. */
const maxRequest = 10 * 1024 * 1024
const maxPayload = 6 * 1024 * 1024

export type GatewayOptions = {
  routes: readonly Route[]
  /** By logical id. */
  functions: ReadonlyMap<string, LocalFunction>
  edge: Edge
  /** Absent: nobody is refused for coming too often. */
  throttles?: Throttles
}

export const createGateway = ({ routes, functions, edge, throttles }: GatewayOptions) => {
  const passes = throttles ? createThrottle(throttles) : () => true
  const errors = createErrorCache(edge.errorCaching ?? new Map())
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID()
    const send = ({ status, headers, body }: Outgoing) => {
      response.writeHead(status, { ...headers, 'content-length': body.length, 'apigw-requestid': requestId })
      // The gateway says how long the answer to a HEAD would be, and sends none of it.
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    const body = await bodyOf(request)
    if (body === null) return send(refusal(413, 'Request Entity Too Large'))
    const incoming = incomingOf(request, body, requestId, edge)
    const kept = errors.find(incoming)
    if (kept) return send(kept)
    const path = pathOf(incoming.rawUrl)
    if (path === null) return send(refusal(400, 'Bad Request'))
    const matched = matchRoute(routes, incoming.method, path)
    const handler = matched && functions.get(matched.route.functionId)
    if (!handler) return send(refusal(404, 'Not Found'))
    if (!passes(matched.routeKey)) return send(refusal(429, 'Too Many Requests'))
    const event = JSON.stringify(eventOf(incoming, path, matched))
    if (event.length > maxPayload) return send(refusal(413, 'Request Entity Too Large'))
    const answer = outgoing(await handler.invoke(event))
    errors.keep(incoming, answer)
    send(answer)
  }
}

/** What the gateway says by itself. */
const refusal = (status: number, message: string): Outgoing => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message })),
})

const outgoing = (outcome: Outcome): Outgoing => {
  if (outcome.kind === 'timeout') return refusal(503, 'Service Unavailable')
  if (outcome.kind !== 'answer' || outcome.payload.length > maxPayload) return broken
  return answerOf(outcome.payload) ?? broken
}
const broken = refusal(500, 'Internal Server Error')

/** Null where it is longer than the gateway takes. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | null> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    // Read to the end all the same: an answer to a request that is still being sent is lost.
    if (size <= maxRequest) chunks.push(chunk)
  }
  return size <= maxRequest ? Buffer.concat(chunks) : null
}

/** As it arrives behind CloudFront. */
const incomingOf = (request: IncomingMessage, body: Buffer, requestId: string, edge: Edge): Incoming => {
  const { remoteAddress = '127.0.0.1', remotePort = 0 } = request.socket
  const viewer = { address: remoteAddress, port: remotePort }
  const rawUrl = request.url ?? '/'
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'cookie') headers[name] = [value].flat().join(',')
  }
  return {
    method: request.method ?? 'GET',
    rawUrl,
    headers: throughEdge(headers, rawUrl, viewer, edge),
    cookies: (request.headers.cookie ?? '').split(/;\s*/).filter(Boolean),
    body,
    sourceIp: edgeAddress,
    requestId,
    time: Date.now(),
  }
}
