/**
 * S3 as far as it is used here (S3 API Reference): objects are written, read and copied by whoever signs the request, uploaded by a
 * form or in parts that were signed for them, and read by an address that was. It checks all of it itself.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { localCredentials, localRegion } from '../../engine/engine'
import { type Answer, type StandInServer, startServer } from '../server'
import { type ObjectFiles, openObjectFiles, type StoredObject } from './objects'
import { openParts } from './parts'
import { checkPolicy } from './policy'
import { ranged } from './range'
import { refusal } from './refusal'
import { copySourceOf, formOf, type S3Request, targetOf } from './request'
import { type Credentials, checkPolicySignature, checkSignature, type Refusal } from './signature'

export type S3Options = {
  credentials: Credentials
  /** Absent keeps the objects in memory. */
  folder?: string
  clock?: () => number
}
export type S3StandIn = StandInServer & Pick<ObjectFiles, 'find'>

export const startS3 = async ({ credentials, folder, clock = Date.now }: S3Options): Promise<S3StandIn> => {
  const files = openObjectFiles(folder)
  const parts = openParts(files)
  const server = await startServer(async ({ method = 'GET', url = '/', headers }, _, bytes) => {
    const request = { method, url, headers, bytes }
    const given = { files, parts, credentials, now: clock() }
    if (method === 'OPTIONS') return allowed
    if (method === 'POST' && !url.includes('?')) return allowing(await upload(request, given))
    return method === 'PUT' ? allowing(serve(request, given)) : serve(request, given)
  })
  return { ...server, url: `${server.url}/s3/any`, find: files.find }
}

/** With the credentials that functions have here. */
export const startLocalS3 = (dataDir?: string): Promise<S3StandIn> =>
  startS3({
    credentials: { ...localCredentials, region: localRegion },
    folder: dataDir && join(dataDir, 'objects'),
  })

/** As the rule of the bucket has it (infra/constructs/domain-bucket.ts): any page may send a form or a part. */
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, PUT',
  'access-control-allow-headers': '*',
}
const allowed: Answer = { status: 200, headers: cors, body: '' }
const allowing = (answer: Answer): Answer => ({ ...answer, headers: { ...answer.headers, ...cors } })

type Given = {
  files: ObjectFiles
  parts: ReturnType<typeof openParts>
  credentials: Credentials
  now: number
}

const upload = async (request: S3Request, { files, credentials, now }: Given): Promise<Answer> => {
  const form = await formOf(request)
  if (!form?.file)
    return refusal({ status: 400, code: 'MalformedPOSTRequest', message: 'No form with a file.' })
  const { bucket } = targetOf(request.url)
  const fields = new Map([...form.fields, ['bucket', bucket]])
  const refused =
    checkPolicySignature(fields, credentials) ?? checkPolicy({ fields, bytes: form.file.length }, now)
  if (refused) return refusal(refused)
  const type = fields.get('content-type') ?? 'binary/octet-stream'
  files.put(bucket, fields.get('key') ?? '', { bytes: form.file, type, caching: '' })
  return { status: 204, headers: { etag: etagOf(form.file) }, body: '' }
}

const serve = (request: S3Request, { files, parts, credentials, now }: Given): Answer => {
  const { method, url, headers, bytes } = request
  const { pathname, searchParams } = new URL(url, 'http://s3')
  const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  const signed = { method, path: pathname, query: searchParams, headers: flat, body: bytes }
  const refused = checkSignature(signed, credentials, now)
  if (refused) return refusal(refused)
  const ofParts = parts(request, searchParams)
  if (ofParts) return ofParts
  if (method === 'PUT') return copySourceOf(request) ? copy(request, files) : put(request, files)
  const { bucket, key } = targetOf(url)
  if (method === 'DELETE') {
    files.remove(bucket, key)
    return { status: 204, headers: {}, body: '' }
  }
  if (method !== 'GET' && method !== 'HEAD') return refusal(notHere)
  const object = files.find(bucket, key)
  if (!object) return refusal(unknown)
  const whole = { headers: headersOf(object), body: object.bytes }
  return method === 'HEAD' ? { ...whole, status: 200, body: '' } : ranged(whole, headers.range)
}

const put = ({ url, headers, bytes }: S3Request, files: ObjectFiles): Answer => {
  const { bucket, key } = targetOf(url)
  const { 'content-type': type = 'binary/octet-stream', 'cache-control': caching = '' } = headers
  files.put(bucket, key, { bytes, type, caching })
  return { status: 200, headers: { etag: etagOf(bytes) }, body: '' }
}

const copy = (request: S3Request, files: ObjectFiles): Answer => {
  const source = copySourceOf(request)
  const object = source && files.find(source.bucket, source.key)
  if (!object) return refusal(unknown)
  const { bucket, key } = targetOf(request.url)
  files.put(bucket, key, object)
  const body = `<CopyObjectResult><ETag>${etagOf(object.bytes)}</ETag></CopyObjectResult>`
  return { status: 200, headers: { 'content-type': 'application/xml' }, body }
}

const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`

/** Of an object, as S3 and CloudFront send them. */
export const headersOf = ({ bytes, type, caching }: StoredObject): Record<string, string> => ({
  'content-type': type,
  ...(caching && { 'cache-control': caching }),
  etag: etagOf(bytes),
})

/** S3 says that a key does not exist to those alone who may list the bucket, and none of ours may. */
const unknown: Refusal = { status: 403, code: 'AccessDenied', message: 'Access Denied' }
const notHere: Refusal = { status: 501, code: 'NotImplemented', message: 'The stand-in does not do this.' }
