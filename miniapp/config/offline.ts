/** Writes `sw.js` beside the browser's build: worker.js with the names of the files that it keeps. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Compiler } from 'webpack'

export class OfflinePlugin {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('offline', (compilation) => {
      // After everything: names have their hashes, and the page names the files.
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'offline', stage }, (assets) => {
        const files = Object.keys(assets).filter((name) => /\.(js|css)$/.test(name))
        const text = workerText(files.sort(), String(assets['index.html']?.source() ?? ''))
        compilation.emitAsset('sw.js', new sources.RawSource(text))
      })
    })
  }
}

/** A worker whose text differs is a new one: its version follows what the files and the page hold. */
function workerText(files: readonly string[], page: string): string {
  const worker = readFileSync(path.join(__dirname, 'worker.js'), 'utf8')
  const version = createHash('sha256')
    .update(JSON.stringify([files, page, worker]))
    .digest('hex')
    .slice(0, 12)
  const kept = ['/', ...files.map((name) => `/${name}`)]
  return `const version = ${JSON.stringify(version)}\nconst files = ${JSON.stringify(kept)}\n${worker}`
}
