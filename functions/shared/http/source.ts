/** Which network a request comes from. Used for counting, and forgotten; the address log (address-log.ts) alone keeps it. */

import { isIP } from 'node:net'
import type { Log } from '../aws/logger'
import { isFromEdge, type Origin } from './edge'
import type { RequestHeaders } from './messages'

/** Where a caller is, in two widths; both `unknown` where nobody tells. */
export type Source = {
  /** What is counted: an IPv4 address, or the /56 that an IPv6 subscriber may have to himself. */
  network: string
  /**
   * What makes two callers independent of each other: an IPv4 address, or the /48 of an IPv6 site, whose owner can call
   * from 256 networks of /56.
   */
  site: string
}
export type SourceReader = (headers: RequestHeaders, origin: Origin) => Source

export type SourceReaderOptions = {
  /** Secret of our CloudFront distribution; undefined where there is none before us. */
  originVerify: string | undefined
  log: Log
}

const unknown: Source = { network: 'unknown', site: 'unknown' }

/**
 * Behind CloudFront the viewer is `CloudFront-Viewer-Address`, which CloudFront sets and the router trusts from nobody else
 * (shared/edge.ts). Where it is missing all callers are one source: limits are too strict then, never too lax, and `source-unknown`
 * raises an alarm.
 */
export function createSourceReader({ originVerify, log }: SourceReaderOptions): SourceReader {
  return (headers, { requestId, sourceIp }) => {
    if (originVerify === undefined) return sourceAt(sourceIp)
    const source = sourceAt(viewerAddress(headers))
    if (source === unknown) log('source-unknown', { requestId })
    return source
  }
}

/** As CloudFront saw it; empty where it said nothing. */
const viewerAddress = (headers: RequestHeaders): string =>
  withoutPort(headers.get('cloudfront-viewer-address') ?? '')

function sourceAt(address: string): Source {
  const version = isIP(address)
  if (version === 0) return unknown
  if (version === 4) return { network: address, site: address }
  const groups = groupsOf(address)
  const mapped = mappedIpv4(groups)
  if (mapped !== null) return { network: mapped, site: mapped }
  const [a, b, c, d] = groups
  const prefix = [a, b, c].map(hex).join(':')
  return { network: `${prefix}:${hex((d ?? 0) & 0xff00)}/56`, site: `${prefix}/48` }
}

/** `203.0.113.7:46532`, `[2001:db8::1]:46532`, `2001:db8::1:46532`: CloudFront appends the port, to IPv6 without brackets. */
function withoutPort(text: string): string {
  const trimmed = text.trim()
  const bracketed = /^\[([^\]]*)\](:\d{1,5})?$/.exec(trimmed)
  if (bracketed) return bracketed[1] ?? ''
  const bare = trimmed.replace(/:\d{1,5}$/, '')
  return isIP(bare) === 0 ? trimmed : bare
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const plain = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const before = numbersOf(head)
  const after = numbersOf(tail ?? '')
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array.from({ length: zeros }, () => 0), ...after]
}

const numbersOf = (text: string) =>
  text
    .split(':')
    .filter(Boolean)
    .map((group) => Number.parseInt(group, 16))

/** The IPv4 address inside `::ffff:0:0/96`, else null. */
function mappedIpv4(groups: readonly number[]): string | null {
  const isMapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0)
  if (!isMapped) return null
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.')
}

const hex = (group: number | undefined) => (group ?? 0).toString(16)

/** The whole address, for the address log alone: of the viewer behind our distribution, of the caller itself where it came past it. */
export function addressOf(
  headers: RequestHeaders,
  { sourceIp }: Origin,
  originVerify: string | undefined,
): string {
  if (originVerify === undefined || !isFromEdge(headers, originVerify)) return sourceIp
  return viewerAddress(headers)
}
