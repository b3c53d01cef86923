import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The one script that stands in the page itself, as the build writes it there. */
export const earlyScript = join(__dirname, '../../miniapp/config/first-screen/early.js')

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('base64')

export type PageOrigins = { tileOrigins: readonly string[]; bucketOrigins: readonly string[] }

/**
 * What the H5 page may load and where it may be shown. The position is asked of the phone for the page itself;
 * no other feature and no other origin is needed, except pictures from the tile servers that the build names, and the buckets that staff
 * upload to and see what waits for review in.
 *
 * @param moreScripts SHA-256 in base64 of further scripts that stand in the page
 */
export const contentSecurityPolicy = (
  { tileOrigins, bucketOrigins }: PageOrigins,
  moreScripts: readonly string[] = [],
): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...[hashOf(earlyScript), ...moreScripts].map((hash) => `'sha256-${hash}'`)].join(
      ' ',
    ),
    // Taro and leaflet write style attributes; the page brings the styles of its first screen.
    "style-src 'self' 'unsafe-inline'",
    ['img-src', "'self'", 'data:', ...bucketOrigins, ...tileOrigins].join(' '),
    // Recordings and films of the exhibition lie on our own origin.
    ["media-src 'self'", ...bucketOrigins].join(' '),
    "font-src 'self'",
    ["connect-src 'self'", ...bucketOrigins].join(' '),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Cannot be said in a meta element, which is all the China flavour has. */
export const frameAncestors = "frame-ancestors 'none'"

export const permissionsPolicy = 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()'
