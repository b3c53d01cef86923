/** A bucket in memory, for tests of what is done with its objects; what S3 itself checks stands in tests/infra/s3.test.ts. */
import type { ObjectBody, Objects } from '../../../functions/shared/aws/objects'

export type TestObjects = Objects & {
  all: ReadonlyMap<string, ObjectBody>
  /** In parts, by their ids, as far as they are not complete. */
  uploads: ReadonlyMap<string, { parts: Map<number, Uint8Array> }>
  /** Parts of an upload that come in behind its end. */
  restore: (upload: string, parts: Map<number, Uint8Array>) => void
}

export const createObjects = (): TestObjects => {
  const all = new Map<string, ObjectBody>()
  const uploads = new Map<string, { type: string; caching: string; parts: Map<number, Uint8Array> }>()
  let begun = 0
  return {
    all,
    uploads,
    restore: (upload, parts) => void uploads.set(upload, { type: '', caching: '', parts }),
    beginParts: async (key, type, caching = '') => {
      const id = `${key} ${++begun}`
      uploads.set(id, { type, caching, parts: new Map() })
      return id
    },
    presignPart: async ({ key, upload, number, bytes }) =>
      `https://bucket.test/${key}?${new URLSearchParams({ upload, number: String(number), bytes: String(bytes) })}`,
    putPart: async (_, upload, number, bytes) => {
      uploads.get(upload)?.parts.set(number, bytes)
      return { number, bytes: bytes.length, etag: `${number}` }
    },
    partsOf: async (_, upload) => {
      const parts = uploads.get(upload)?.parts
      return parts
        ? [...parts].map(([number, { length }]) => ({ number, bytes: length, etag: `${number}` }))
        : null
    },
    completeParts: async (key, upload, parts) => {
      const { type = '', caching = '', parts: sent } = uploads.get(upload) ?? {}
      const bytes = Buffer.concat(parts.map(({ number }) => sent?.get(number) ?? new Uint8Array()))
      all.set(key, { bytes, type, caching })
      uploads.delete(upload)
    },
    abortParts: async (_, upload) => {
      uploads.delete(upload)
    },
    presignUpload: async ({ key, type }) => ({
      url: 'https://bucket.test',
      fields: { key, 'content-type': type },
    }),
    presignRead: async (key, seconds) => `https://bucket.test/${key}?seconds=${seconds}`,
    read: async (key) => all.get(key)?.bytes ?? null,
    readRange: async (key, from, until) => {
      const bytes = all.get(key)?.bytes
      return bytes ? { bytes: bytes.subarray(from, until), size: bytes.length } : null
    },
    write: async (key, body) => {
      all.set(key, body)
    },
    remove: async (key) => {
      all.delete(key)
    },
    copy: async (from, to) => {
      const body = all.get(from)
      if (!body) throw new Error(`no object ${from}`)
      all.set(to, body)
    },
  }
}
