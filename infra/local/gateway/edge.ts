/** The CloudFront distribution before the gateway: which headers of a request it hands on, and which it writes itself. */
import { originVerifyHeader } from '../../../functions/shared/http/edge'
import { forwardedHeaders, keyHeaders } from '../../constructs/forwarded-headers'
import { isKeptAt } from './behaviors'
import type { ErrorCaching } from './error-cache'

export type Edge = {
  /** What CloudFront adds to each request. */
  originVerify: string
  /**
   * Whether the gateway appends the edge to `X-Forwarded-For`, as its documentation has it, or shows the edge alone, as
   * events have been seen. Nothing may depend on it. `edge` if absent.
   */
  forwardedFor?: 'appended' | 'edge'
  /** False plays a distribution whose behaviours do not hand on the viewer's address. */
  tellsViewer?: boolean
  /** For how long failures are kept; CloudFront's own ten seconds where it says nothing. */
  errorCaching?: ErrorCaching
}

export type Viewer = { address: string; port: number }
type Headers = Record<string, string>

/** Where the gateway sees its requests come from. */
export const edgeAddress = '130.176.0.1'

/** Handed on whatever a behaviour says. */
const always = [
  'host',
  'content-type',
  'content-length',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'range',
  'accept-encoding',
]
const ofCalls = [...forwardedHeaders, ...keyHeaders].map((name) => name.toLowerCase())

/** @param headers by lower-case name */
export const throughEdge = (headers: Headers, rawUrl: string, viewer: Viewer, edge: Edge): Headers => {
  const isKept = isKeptAt(rawUrl)
  const names = isKept ? always : [...always, ...ofCalls]
  const handedOn = Object.entries(headers).filter(([name]) => names.includes(name))
  const isViewerForwarded = edge.tellsViewer ?? true
  const {
    'cloudfront-viewer-address': _,
    'cloudfront-viewer-city': __,
    ...believed
  } = Object.fromEntries(handedOn)
  return {
    'user-agent': 'Amazon CloudFront',
    ...believed,
    'x-forwarded-for': forwardedFor(headers['x-forwarded-for'], viewer, edge),
    [originVerifyHeader]: edge.originVerify,
    ...(isViewerForwarded && { 'cloudfront-viewer-address': `${viewer.address}:${viewer.port}` }),
  }
}

const forwardedFor = (given: string | undefined, { address }: Viewer, edge: Edge): string =>
  edge.forwardedFor === 'appended' ? [given, address, edgeAddress].filter(Boolean).join(', ') : edgeAddress
