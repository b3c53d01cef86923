/** The H5 page where CloudFront adds no headers: it brings its content policy along, and shows itself in no frame. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentSecurityPolicy, type PageOrigins } from '../constructs/security-headers'

const charset = /<meta charset="?utf-8"?\s*\/?>/i

/** Throws where the build wrote a head that neither can be put into: a page without them is not published. */
export const chinaPage = (html: string, origins: PageOrigins): string => {
  if (!charset.test(html))
    throw new Error('index.html names no charset, behind which its content policy goes')
  const script = readFileSync(join(__dirname, 'frame-buster.js'), 'utf8')
  const hash = createHash('sha256').update(script).digest('base64')
  const policy = contentSecurityPolicy(origins, [hash])
  // The policy counts for what follows it, so it comes before every script and style; the referrer as the header has it.
  const first = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="strict-origin-when-cross-origin">',
    `<script>${script}</script>`,
  ].join('')
  return html.replace(charset, (found) => found + first)
}
