/** What a request to S3 asks for. Addresses are path-style, below a first word that names the caller: `/s3/CALLER/BUCKET/KEY`. */
import type { IncomingHttpHeaders } from 'node:http'

export type S3Request = {
  method: string
  /** As it was sent. */
  url: string
  headers: IncomingHttpHeaders
  bytes: Buffer
}
/** Fields by their names in small letters; the file last, if there is one. */
export type PostedForm = { fields: ReadonlyMap<string, string>; file: Buffer | null }

/** Bucket and key of an address; the key is empty where it names the bucket alone. */
export const targetOf = (url: string): { bucket: string; key: string } => {
  const [, bucket = '', key = ''] = /^\/s3\/[^/]+\/([^/?]+)(?:\/([^?]*))?/.exec(url) ?? []
  return { bucket, key: decodeURIComponent(key) }
}

/** What is copied, by its bucket and key; null where nothing is. */
export const copySourceOf = ({ headers }: Pick<S3Request, 'headers'>) => {
  const source = headers['x-amz-copy-source']
  return typeof source === 'string' ? targetOf(`/s3/copy/${source.replace(/^\//, '')}`) : null
}

/** A form of a presigned POST; null where the body is none. */
export const formOf = async ({ headers, bytes }: S3Request): Promise<PostedForm | null> => {
  const type = headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return null
  const fields = new Map<string, string>()
  let file: Buffer | null = null
  const body = new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
  for (const [name, value] of await body.formData()) {
    if (typeof value === 'string') fields.set(name.toLowerCase(), value)
    else if (name === 'file') file = Buffer.from(await value.arrayBuffer())
  }
  return { fields, file }
}
