/**
 * `require` inside the package, with WeChat's walls: a file sees the main package and its own
 * subpackage, never another one, and nothing that was not packed.
 */
import path from 'node:path'
import type { WeappPackage } from './package'
import type { Realm } from './realm'
import type { Verdict } from './verdict'

export interface Modules {
  /** Runs a file once and gives its exports; `file` relative to the package's root, with `.js`. */
  load(file: string): unknown
}

export function createModules(weapp: WeappPackage, realm: Realm, verdict: Verdict): Modules {
  const loaded = new Map<string, unknown>()

  function load(file: string): unknown {
    if (loaded.has(file)) return loaded.get(file)
    // Registered before it runs, so that a circle sees an empty module instead of running forever.
    loaded.set(file, {})
    const exports = realm.runModule(file, weapp.text(file), (target) => requireFrom(file, target))
    loaded.set(file, exports)
    return exports
  }

  function requireFrom(from: string, target: string): unknown {
    const file = resolveModule(weapp, from, target)
    if (file === null) {
      verdict.report('unknown module', `${from} requires ${target}, which is not in the package`)
      throw new Error(`module '${target}' is not defined`)
    }
    const owner = weapp.packageOf(file)
    if (owner !== null && owner !== weapp.packageOf(from)) {
      verdict.report('unknown module', `${from} requires ${file} across the wall of subpackage ${owner}`)
      throw new Error(`module '${file}' is not defined`)
    }
    return load(file)
  }

  return { load }
}

function resolveModule(weapp: WeappPackage, from: string, target: string): string | null {
  const base = target.startsWith('/')
    ? target.slice(1)
    : path.posix.normalize(path.posix.join(path.posix.dirname(from), target))
  return [base, `${base}.js`, `${base}/index.js`].find((file) => weapp.has(file)) ?? null
}
