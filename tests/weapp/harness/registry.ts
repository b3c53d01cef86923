/** What the package's files registered with `App()`, `Page()` and `Component()`, and the loading that makes them do so. */
import type { Registration } from './instance'
import type { Modules } from './modules'
import { isRecord, type Realm } from './realm'

export interface Registry {
  /** Runs the file of a page or component once, so that it registers. */
  load(path: string): void
  /** What `path` registered; throws where it registered nothing. */
  of(path: string): Registration
  /** What `App()` was given. */
  app(): Record<string, unknown>
}

export function createRegistry(realm: Realm, modules: Modules): Registry {
  const registrations = new Map<string, Registration>()
  const ran = new Set<string>()
  let running = ''
  let app: Record<string, unknown> | null = null

  const register = (kind: Registration['kind']) => (config: unknown) => {
    if (isRecord(config)) registrations.set(running, { kind, config })
  }
  realm.define('Page', register('page'))
  realm.define('Component', register('component'))
  realm.define('App', (config: unknown) => {
    if (isRecord(config)) app = config
  })
  realm.define('getApp', () => app)

  return {
    load(path) {
      if (ran.has(path)) return
      ran.add(path)
      running = path
      modules.load(`${path}.js`)
    },
    of(path) {
      const registration = registrations.get(path)
      if (registration === undefined) throw new Error(`${path}.js registered no Page() and no Component()`)
      return registration
    },
    app() {
      if (app === null) throw new Error('app.js called no App()')
      return app
    },
  }
}
