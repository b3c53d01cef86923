/** A bucket in memory, for tests of what is done with its objects; what S3 itself checks stands in tests/infra/s3.test.ts. */
import type { ObjectBody, Objects } from '../../functions/shared/objects'

export type TestObjects = Objects & {
  all: ReadonlyMap<string, ObjectBody>
}

export const createObjects = (): TestObjects => {
  const all = new Map<string, ObjectBody>()
  return {
    all,
    presignUpload: async ({ key, type }) => ({
      url: 'https://bucket.test',
      fields: { key, 'content-type': type },
    }),
    presignRead: async (key, seconds) => `https://bucket.test/${key}?seconds=${seconds}`,
    read: async (key) => all.get(key)?.bytes ?? null,
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
