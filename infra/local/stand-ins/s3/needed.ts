/** Everything that S3 would look for in the role of whoever signed a request. */
import type { Need } from '../../builds/grants'
import { copySourceOf, formOf, type S3Request, targetOf } from './request'

type Target = { bucket: string; key: string }
const need = (action: string, { bucket, key }: Target): Need => ({
  need: `s3:${action} ${bucket}`,
  partitions: [key],
})

export const objectsNeeded = async (request: S3Request): Promise<Need[]> => {
  const { method, url } = request
  // Browsers ask that for nobody.
  if (method === 'OPTIONS') return []
  const target = targetOf(url)
  const ofParts = new URL(url, 'http://s3').searchParams
  if (ofParts.has('uploadId') && method === 'GET') return [need('ListMultipartUploadParts', target)]
  if (ofParts.has('uploadId') && method === 'DELETE') return [need('AbortMultipartUpload', target)]
  if (method === 'POST' && (ofParts.has('uploads') || ofParts.has('uploadId')))
    return [need('PutObject', target)]
  if (method === 'GET' || method === 'HEAD') return [need('GetObject', target)]
  if (method === 'POST') {
    const form = await formOf(request)
    return [need('PutObject', { ...target, key: form?.fields.get('key') ?? '' })]
  }
  if (method === 'DELETE') return [need('DeleteObject', target)]
  if (method !== 'PUT') return [need(method, target)]
  const source = copySourceOf(request)
  return [need('PutObject', target), ...(source ? [need('GetObject', source)] : [])]
}
