/**
 * What webpack keeps for the next build, at less cost. Of everything that this configuration loads it would follow each module to
 * the end, and of each file it would keep a hash beside the time of its last change: a seventh of the first build.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Compiler } from 'webpack'

const root = path.resolve(__dirname, '../..')
/** A build with other packages, another configuration or other pages takes nothing of what was kept. */
const decisive = [
  path.join(root, 'package-lock.json'),
  path.join(root, 'miniapp/babel.config.js'),
  path.join(root, 'miniapp/src/app.config.ts'),
  ...readdirSync(__dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name)),
]

export class QuickCachePlugin {
  apply({ options }: Compiler): void {
    const { cache, snapshot } = options
    if (typeof cache !== 'object' || cache.type !== 'filesystem') return
    const version = createHash('sha256')
    for (const file of decisive) version.update(readFileSync(file))
    cache.version = version.digest('hex')
    cache.buildDependencies = { defaultWebpack: [] }
    snapshot.module = { timestamp: true }
    snapshot.resolve = { timestamp: true }
  }
}
