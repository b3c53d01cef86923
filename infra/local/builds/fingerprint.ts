import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Outputs and caches wherever they stand; so is whatever begins with a dot. */
const ignored = new Set(['node_modules', 'dist', 'cdk.out'])

/** A hash over the names and contents of files and folders; what does not exist counts as absent. */
export const fingerprint = (paths: readonly string[], extra = ''): string => {
  const hash = createHash('sha256').update(extra)
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

const filesUnder = (path: string): string[] => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => !ignored.has(name) && !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}
