/** Objects of one bucket of S3, as far as they are used here. Only this file and object-parts.ts know its SDK. */
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { type ObjectParts, objectParts } from './object-parts'

/** What somebody is let upload: under this key, of this type, of exactly so many bytes, for so many seconds. */
export type Upload = { key: string; type: string; bytes: number; seconds: number }
/** To be sent as multipart/form-data: the fields in this order, the file as the last one, named `file`. */
export type UploadForm = { url: string; fields: Record<string, string> }
export type ObjectBody = { bytes: Uint8Array; type: string; caching: string }

export type ObjectRange = { bytes: Uint8Array; size: number }

export type Objects = ObjectParts & {
  presignUpload: (upload: Upload) => Promise<UploadForm>
  /** An address by which whoever has it reads the object for so many seconds. */
  presignRead: (key: string, seconds: number) => Promise<string>
  /** Null where there is none, or none that this function may read: to whoever may not list them, S3 tells both alike. */
  read: (key: string) => Promise<Uint8Array | null>
  /** Bytes from `from` to before `until`, as far as there are, and how many the object has. Null as of `read`. */
  readRange: (key: string, from: number, until: number) => Promise<ObjectRange | null>
  write: (key: string, body: ObjectBody) => Promise<void>
  /** With its type and caching. Throws where there is none. */
  copy: (from: string, to: string) => Promise<void>
  /** Also where there is none. */
  remove: (key: string) => Promise<void>
}

/** A client with our timeouts; region, credentials and endpoint come from the environment as the SDK reads it. */
const objectClient = (overrides: S3ClientConfig = {}) =>
  new S3Client({
    maxAttempts: 3,
    // A form that somebody else sends cannot carry a checksum of what is not there yet.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    ...overrides,
  })

const isNamed = (error: unknown, ...names: string[]) => error instanceof Error && names.includes(error.name)
const isMissing = (error: unknown) => isNamed(error, 'NoSuchKey', 'AccessDenied')

export const openObjects = (Bucket: string, overrides: S3ClientConfig = {}): Objects => {
  const client = objectClient(overrides)
  return {
    ...objectParts(client, Bucket),

    presignUpload: ({ key, type, bytes, seconds }) =>
      createPresignedPost(client, {
        Bucket,
        Key: key,
        Fields: { 'content-type': type },
        Conditions: [
          ['eq', '$content-type', type],
          ['content-length-range', bytes, bytes],
        ],
        Expires: seconds,
      }),

    presignRead: (Key, expiresIn) =>
      getSignedUrl(client, new GetObjectCommand({ Bucket, Key }), { expiresIn }),

    async read(Key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
        return (await Body?.transformToByteArray()) ?? null
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },

    async readRange(Key, from, until) {
      try {
        const command = new GetObjectCommand({ Bucket, Key, Range: `bytes=${from}-${until - 1}` })
        const { Body, ContentRange = '' } = await client.send(command)
        const [, size] = /\/(\d+)$/.exec(ContentRange) ?? []
        const bytes = await Body?.transformToByteArray()
        return bytes && size !== undefined ? { bytes, size: Number(size) } : null
      } catch (error) {
        // Of an object without a byte no range can be read.
        if (isMissing(error) || isNamed(error, 'InvalidRange')) return null
        throw error
      }
    },

    async write(Key, { bytes, type, caching }) {
      await client.send(
        new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType: type, CacheControl: caching }),
      )
    },

    async copy(from, Key) {
      await client.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${from}` }))
    },

    async remove(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }))
    },
  }
}
