/**
 * Signature Version 4 as S3 checks it (S3 API Reference, "Authenticating Requests"): of a header, of a query (a presigned address),
 * and of a policy (a presigned POST).
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type Credentials = { accessKeyId: string; secretAccessKey: string; region: string }
export type Refusal = { status: number; code: string; message: string }
export type SignedRequest = {
  method: string
  /** As it was sent, still encoded. */
  path: string
  query: URLSearchParams
  headers: Readonly<Record<string, string>>
  body: Buffer
}

export const denied = (message: string): Refusal => ({ status: 403, code: 'AccessDenied', message })
const mismatch: Refusal = {
  status: 403,
  code: 'SignatureDoesNotMatch',
  message: 'The request signature we calculated does not match the signature you provided.',
}

/** A header may be so many minutes off (RequestTimeTooSkewed); the longest life of an address is a week. */
const mostSkewMs = 15 * 60_000
const mostSeconds = 604_800

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')

const signatureOf = ({ secretAccessKey, region }: Credentials, day: string, text: string): string => {
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretAccessKey}`, day), region))
  return hmac(key, text).toString('hex')
}

const isSame = (left: string, right: string) =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))

/** Of a time as SigV4 writes it, `20361118T020000Z`: ms since 1970; NaN for anything else. */
export const timeOf = (amzDate: string): number =>
  Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/** Null: the scope is one of ours and of that day. */
const checkScope = (credential: string, date: string, credentials: Credentials): Refusal | null => {
  const wanted = [credentials.accessKeyId, date.slice(0, 8), credentials.region, 's3', 'aws4_request'].join(
    '/',
  )
  return credential === wanted ? null : denied('The credential is not one of this bucket and this day.')
}

/** Null: the policy was signed by whoever has the key. Its conditions are checked elsewhere. */
export const checkPolicySignature = (
  fields: ReadonlyMap<string, string>,
  credentials: Credentials,
): Refusal | null => {
  const [algorithm, credential, date, signature, policy] = [
    'x-amz-algorithm',
    'x-amz-credential',
    'x-amz-date',
    'x-amz-signature',
    'policy',
  ].map((name) => fields.get(name) ?? '')
  if (algorithm !== 'AWS4-HMAC-SHA256' || !policy || !date) return denied('The form is not signed.')
  const scope = checkScope(credential ?? '', date, credentials)
  if (scope) return scope
  return isSame(signature ?? '', signatureOf(credentials, date.slice(0, 8), policy)) ? null : mismatch
}

/** Null: the request is signed, by its query or its headers, and its time has not run out. */
export const checkSignature = (
  request: SignedRequest,
  credentials: Credentials,
  now: number,
): Refusal | null => {
  if (request.query.has('X-Amz-Signature')) return checkQuery(request, credentials, now)
  const { authorization } = request.headers
  return authorization === undefined
    ? denied('Access Denied')
    : checkHeader(request, authorization, credentials, now)
}

const checkQuery = (request: SignedRequest, credentials: Credentials, now: number): Refusal | null => {
  const [date, credential, names, signature, seconds] = [
    'Date',
    'Credential',
    'SignedHeaders',
    'Signature',
    'Expires',
  ].map((name) => request.query.get(`X-Amz-${name}`) ?? '')
  const scope = checkScope(credential ?? '', date ?? '', credentials)
  if (scope) return scope
  const life = Number(seconds)
  if (!(life >= 1 && life <= mostSeconds)) return denied('X-Amz-Expires must be between 1 and 604800.')
  if (now > timeOf(date ?? '') + life * 1000) return denied('Request has expired')
  const hash = request.query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD'
  return compare(
    request,
    { date: date ?? '', names: names ?? '', signature: signature ?? '', hash },
    credentials,
  )
}

const checkHeader = (
  request: SignedRequest,
  authorization: string,
  credentials: Credentials,
  now: number,
): Refusal | null => {
  const [, credential = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(authorization) ??
    []
  const { 'x-amz-date': date = '', 'x-amz-content-sha256': hash = '' } = request.headers
  const scope = checkScope(credential, date, credentials)
  if (scope) return scope
  if (!(Math.abs(now - timeOf(date)) <= mostSkewMs))
    return { status: 403, code: 'RequestTimeTooSkewed', message: 'The time of the request is too far off.' }
  if (/^[0-9a-f]{64}$/.test(hash) && hash !== sha256(request.body))
    return { status: 400, code: 'XAmzContentSHA256Mismatch', message: 'The content is another.' }
  return compare(request, { date, names, signature, hash }, credentials)
}

type Claim = { date: string; names: string; signature: string; hash: string }

const compare = (request: SignedRequest, claim: Claim, credentials: Credentials): Refusal | null => {
  const { date, names, signature, hash } = claim
  if (!names.split(';').includes('host')) return mismatch
  const headers = names
    .split(';')
    .map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`)
  const canonical = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    headers.join(''),
    names,
    hash,
  ]
  const scope = [date.slice(0, 8), credentials.region, 's3', 'aws4_request'].join('/')
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical.join('\n'))].join('\n')
  return isSame(signature, signatureOf(credentials, date.slice(0, 8), text)) ? null : mismatch
}

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
