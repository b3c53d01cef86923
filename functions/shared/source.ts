/** Which network address a request comes from. Used for counting, and forgotten: nothing keeps or logs it. */
import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { Origin } from './router'

/**
 * The caller's address as one source: an IPv4 address, or the /64 that an IPv6 subscriber has to himself.
 *
 * Behind CloudFront the gateway sees CloudFront. `X-Forwarded-For` can be made up by anyone, so it is believed only
 * where the request carries the secret that our distribution adds; then its last entry is CloudFront's own address and
 * the one before it the viewer's.
 */
export function sourceOf(headers: Headers, { sourceIp }: Origin, originVerify: string | undefined): string {
  if (originVerify === undefined || !isSame(headers.get('x-origin-verify') ?? '', originVerify))
    return asSource(sourceIp)
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return asSource(hops.at(-2) ?? sourceIp)
}

function asSource(address: string): string {
  const mapped = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  if (isIP(mapped) === 4) return mapped
  if (isIP(mapped) !== 6) return 'unknown'
  return groupsOf(mapped).slice(0, 4).join(':')
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const plain = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
}

function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}
