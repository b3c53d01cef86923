/** The H5 build as CloudFront serves it from its bucket: lifetimes, compression, ETags, security headers. */
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { cacheControlOf } from '../../h5-files'
import { pathOf } from './event'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const compressible = /^(text\/|application\/|image\/svg)/

type Encoding = 'br' | 'gzip' | 'identity'
type Kept = { etag: string; body: Buffer; type: string }

/** @param securityHeaders of every page and file, by lower-case name */
export const createPages = (folder: string, securityHeaders: Record<string, string>) => {
  const root = resolve(folder)
  /** Compressed once for each state of a file. */
  const kept = new Map<string, Kept>()

  const load = (file: string, encoding: Encoding): Kept | null => {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile()) return null
    const key = `${encoding} ${stat.mtimeMs} ${file}`
    const known = kept.get(key)
    if (known) return known
    const bytes = readFileSync(file)
    const type = types[extname(file)] ?? 'application/octet-stream'
    const body = compressible.test(type) ? compress(bytes, encoding) : bytes
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const fresh = { etag, body, type }
    kept.set(key, fresh)
    return fresh
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const answer = pageFor(request, { root, load })
    response.writeHead(answer.status, { ...securityHeaders, ...answer.headers })
    response.end(request.method === 'HEAD' ? undefined : answer.body)
  }
}

type Answer = { status: number; headers: Record<string, string | number>; body?: Buffer | string }
type Files = { root: string; load: (file: string, encoding: Encoding) => Kept | null }

const pageFor = ({ method, url, headers: asked }: IncomingMessage, { root, load }: Files): Answer => {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Method Not Allowed', { allow: 'GET, HEAD' })
  const path = pathOf(url ?? '/')
  const name = path === '/' ? 'index.html' : (path ?? '').slice(1)
  const file = join(root, name)
  const isInside = file.startsWith(root + sep) && !name.includes('\0')
  const encoding = encodingOf(asked['accept-encoding'] ?? '')
  const found = isInside ? load(file, encoding) : null
  if (!found) return plain(404, 'Not Found')
  const isCompressible = compressible.test(found.type)
  const headers = {
    etag: found.etag,
    'cache-control': cacheControlOf(name),
    ...(isCompressible && { vary: 'Accept-Encoding' }),
  }
  if (asked['if-none-match']?.includes(found.etag)) return { status: 304, headers }
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': found.type,
      'content-length': found.body.length,
      ...(isCompressible && encoding !== 'identity' && { 'content-encoding': encoding }),
    },
    body: found.body,
  }
}

const plain = (status: number, text: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { ...headers, 'content-type': 'text/plain', 'content-length': text.length },
  body: text,
})

const encodingOf = (accepted: string): Encoding => {
  const names = accepted.split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.trim().split(/\s*;\s*/)
    return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name.toLowerCase()]
  })
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : 'identity'
}

const compress = (plain: Buffer, encoding: Encoding): Buffer => {
  if (encoding === 'br') return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return encoding === 'gzip' ? gzipSync(plain) : plain
}
