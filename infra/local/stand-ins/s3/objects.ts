/** The objects themselves: in memory, or below the data folder so that they outlive a restart. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from '../../../../functions/shared/zod'

export type StoredObject = { bytes: Buffer; type: string; caching: string }
export type ObjectFiles = {
  find: (bucket: string, key: string) => StoredObject | null
  put: (bucket: string, key: string, object: StoredObject) => void
  /** Also where there is none. */
  remove: (bucket: string, key: string) => void
}

const aboutSchema = z.object({ type: z.string(), caching: z.string() })

/** @param folder absent keeps them in memory */
export const openObjectFiles = (folder?: string): ObjectFiles => {
  const kept = new Map<string, StoredObject>()
  const nameOf = (bucket: string, key: string) =>
    createHash('sha256').update(`${bucket}/${key}`).digest('hex').slice(0, 40)
  const onDisk = (name: string): StoredObject | null => {
    if (folder === undefined || !existsSync(join(folder, `${name}.json`))) return null
    const about = aboutSchema.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
    return { ...about, bytes: readFileSync(join(folder, name)) }
  }
  return {
    find: (bucket, key) => {
      const name = nameOf(bucket, key)
      return kept.get(name) ?? onDisk(name)
    },
    remove: (bucket, key) => {
      const name = nameOf(bucket, key)
      kept.delete(name)
      if (folder === undefined) return
      for (const file of [`${name}.json`, name]) rmSync(join(folder, file), { force: true })
    },
    put: (bucket, key, object) => {
      const name = nameOf(bucket, key)
      if (folder === undefined) {
        kept.set(name, object)
        return
      }
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, name), object.bytes)
      const { type, caching } = object
      // Last: an object is there once its description is.
      writeFileSync(join(folder, `${name}.json`), JSON.stringify({ type, caching }))
    },
  }
}
