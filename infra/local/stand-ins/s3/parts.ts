/**
 * Uploads in parts (S3 API Reference: CreateMultipartUpload, UploadPart, ListParts, CompleteMultipartUpload, AbortMultipartUpload). Held in
 * memory alone: what is not complete when the local run ends begins anew.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Answer } from '../server'
import type { ObjectFiles } from './objects'
import { refusal } from './refusal'
import { type S3Request, targetOf } from './request'

/** Of every part but the last. */
const leastPartBytes = 5 * 1024 * 1024
const mostParts = 10_000

type Upload = { bucket: string; key: string; type: string; caching: string; parts: Map<number, Buffer> }

export const openParts = (files: ObjectFiles) => {
  const uploads = new Map<string, Upload>()

  const begin = ({ url, headers }: S3Request): Answer => {
    const id = randomBytes(24).toString('base64url')
    const type = headers['content-type'] ?? 'binary/octet-stream'
    const caching = headers['cache-control'] ?? ''
    uploads.set(id, { ...targetOf(url), type, caching, parts: new Map() })
    return xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
  }

  const put = (upload: Upload, number: number, bytes: Buffer): Answer => {
    if (!Number.isInteger(number) || number < 1 || number > mostParts)
      return refused(400, 'InvalidArgument', 'Part number must be an integer between 1 and 10000.')
    upload.parts.set(number, bytes)
    return { status: 200, headers: { etag: etagOf(bytes) }, body: '' }
  }

  const list = ({ parts }: Upload): Answer => {
    const listed = [...parts].sort(([a], [b]) => a - b)
    const each = listed.map(
      ([number, bytes]) =>
        `<Part><PartNumber>${number}</PartNumber><ETag>${etagOf(bytes)}</ETag><Size>${bytes.length}</Size></Part>`,
    )
    return xml(`<ListPartsResult>${each.join('')}<IsTruncated>false</IsTruncated></ListPartsResult>`)
  }

  const complete = (id: string, upload: Upload, body: string): Answer => {
    const named = [...body.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
      number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
      etag: /<ETag>(.*?)</.exec(part)?.[1]?.replaceAll('&quot;', '"') ?? '',
    }))
    if (named.length === 0) return refused(400, 'MalformedXML', 'No part is named.')
    if (named.some(({ number }, i) => i > 0 && number <= (named[i - 1]?.number ?? 0)))
      return refused(400, 'InvalidPartOrder', 'The parts were not in ascending order.')
    const parts = named.flatMap(({ number, etag }) => {
      const bytes = upload.parts.get(number)
      return bytes && etagOf(bytes).replaceAll('"', '') === etag.replaceAll('"', '') ? [bytes] : []
    })
    if (parts.length < named.length) return refused(400, 'InvalidPart', 'A part was not uploaded so.')
    if (parts.slice(0, -1).some((bytes) => bytes.length < leastPartBytes))
      return refused(400, 'EntityTooSmall', 'A part is smaller than the minimum.')
    const { bucket, key, type, caching } = upload
    files.put(bucket, key, { bytes: Buffer.concat(parts), type, caching })
    uploads.delete(id)
    return xml(`<CompleteMultipartUploadResult><Key>${key}</Key></CompleteMultipartUploadResult>`)
  }

  /** Null for what is no request about parts. Whoever asks has been checked. */
  return (request: S3Request, query: URLSearchParams): Answer | null => {
    const { method } = request
    if (method === 'POST' && query.has('uploads')) return begin(request)
    const id = query.get('uploadId')
    if (id === null) return null
    const upload = uploads.get(id)
    const { bucket, key } = targetOf(request.url)
    if (!upload || upload.bucket !== bucket || upload.key !== key)
      return refused(404, 'NoSuchUpload', 'The specified multipart upload does not exist.')
    return doneTo(id, upload, request, query)
  }

  function doneTo(id: string, upload: Upload, { method, bytes }: S3Request, query: URLSearchParams) {
    if (method === 'PUT') return put(upload, Number(query.get('partNumber')), bytes)
    if (method === 'GET') return list(upload)
    if (method === 'POST') return complete(id, upload, bytes.toString())
    if (method !== 'DELETE') return null
    uploads.delete(id)
    return { status: 204, headers: {}, body: '' }
  }
}

const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`
const refused = (status: number, code: string, message: string) => refusal({ status, code, message })
const xml = (text: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${text}`,
})
