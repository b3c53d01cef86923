/** Whether a request came through our CloudFront distribution, and so through its firewall. */

import { timingSafeEqual } from 'node:crypto'
import type { RequestHeaders } from './messages'

/** What the gateway knows of a request beside the request. */
export type Origin = { requestId: string; sourceIp: string }

/** The header that CloudFront adds to every request it hands on. */
export const originVerifyHeader = 'x-origin-verify'

/**
 * True where the request carries the deployment's secret. Both sides may be a list with commas, of which any one has to
 * match: while a secret is replaced, functions and CloudFront change at different moments (docs/deploy.md).
 */
export function isFromEdge(headers: RequestHeaders, originVerify: string): boolean {
  const given = secretsIn(headers.get(originVerifyHeader) ?? '')
  const accepted = secretsIn(originVerify)
  return given.some((one) => accepted.some((secret) => isSame(one, secret)))
}

const secretsIn = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}
