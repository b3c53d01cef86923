/** Uploads of one object in parts, of which each has a signed address of its own (S3's multipart upload). */
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'

/** From 1. Every part but the last has at least 5 MiB. */
export type UploadedPart = { number: number; bytes: number; etag: string }
export type PartAddress = { key: string; upload: string; number: number; bytes: number; seconds: number }

export type ObjectParts = {
  /** The id of the upload. */
  beginParts: (key: string, type: string, caching?: string) => Promise<string>
  /** An address to which whoever has it puts this part, of exactly so many bytes, for so many seconds. */
  presignPart: (part: PartAddress) => Promise<string>
  /** Puts a part that is at hand. */
  putPart: (key: string, upload: string, number: number, bytes: Uint8Array) => Promise<UploadedPart>
  /** What has been uploaded, by number; null where there is no such upload (any more): it was completed or given up. */
  partsOf: (key: string, upload: string) => Promise<UploadedPart[] | null>
  /** Makes the object of these parts. */
  completeParts: (key: string, upload: string, parts: readonly UploadedPart[]) => Promise<void>
  /** Also where there is none. */
  abortParts: (key: string, upload: string) => Promise<void>
}

const isGone = (error: unknown) => error instanceof Error && error.name === 'NoSuchUpload'

export const objectParts = (client: S3Client, Bucket: string): ObjectParts => ({
  async beginParts(Key, ContentType, CacheControl) {
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ Bucket, Key, ContentType, CacheControl }),
    )
    if (UploadId === undefined) throw new Error('an upload in parts has no id')
    return UploadId
  },

  presignPart: ({ key, upload, number, bytes, seconds }) =>
    getSignedUrl(
      client,
      new UploadPartCommand({
        Bucket,
        Key: key,
        UploadId: upload,
        PartNumber: number,
        ContentLength: bytes,
      }),
      { expiresIn: seconds, signableHeaders: new Set(['host', 'content-length']) },
    ),

  async putPart(Key, UploadId, number, bytes) {
    const { ETag = '' } = await client.send(
      new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: number, Body: bytes }),
    )
    return { number, bytes: bytes.length, etag: ETag }
  },

  async partsOf(Key, UploadId) {
    try {
      // A list has a thousand; nothing here has as many.
      const { Parts = [] } = await client.send(new ListPartsCommand({ Bucket, Key, UploadId }))
      return Parts.map(({ PartNumber = 0, Size = 0, ETag = '' }) => ({
        ...{ number: PartNumber, bytes: Size, etag: ETag },
      }))
    } catch (error) {
      if (isGone(error)) return null
      throw error
    }
  },

  async completeParts(Key, UploadId, parts) {
    const Parts = parts.map(({ number, etag }) => ({ PartNumber: number, ETag: etag }))
    await client.send(
      new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
    )
  },

  async abortParts(Key, UploadId) {
    try {
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
    } catch (error) {
      if (!isGone(error)) throw error
    }
  },
})
