/** One open page: its logic, its window, the custom components that live in it, and what crossed between. */
import { applyPatch } from './data'
import type { Crossing } from './figures'
import { blueprintOf, type Channel, createInstance, type Instance, unsupportedParts } from './instance'
import type { WeappPackage } from './package'
import { isRecord, type Realm } from './realm'
import type { Registry } from './registry'
import type { Verdict } from './verdict'
import type { CompiledView } from './view/compile'
import type { Blueprint, FromView, InstanceId, ViewTarget } from './view/protocol'
import type { PageWindow, WindowMaker } from './view/window'

export interface OpenPage {
  readonly route: string
  readonly query: Record<string, string>
  /** The page's `this`, as `getCurrentPages` gives it. */
  readonly self: Record<string, unknown>
  readonly crossings: readonly Crossing[]
  readonly window: Promise<PageWindow>
  call(name: string, ...args: unknown[]): unknown
  close(): Promise<void>
}

export interface PageWorld {
  readonly weapp: WeappPackage
  readonly realm: Realm
  readonly verdict: Verdict
  readonly registry: Registry
  readonly compiled: CompiledView
  readonly openWindow: WindowMaker
  readonly theme: () => 'light' | 'dark'
  /** Called for a pressed button with an open-type of WeChat. */
  readonly pressed: (page: OpenPage, openType: string, target: ViewTarget) => void
  /** Called after everything that may have changed the screen. */
  readonly changed: () => void
}

/** A picture of the package in a value that crosses, e.g. a marker's iconPath. */
const packagePicture = /"\/([\w./-]+\.(?:png|jpe?g|gif|svg|webp))"/g

let lastPageId = 0

/** Loads the page's code, makes its instance and shows it; the caller runs its lifecycle. */
export function openPage(world: PageWorld, route: string, query: Record<string, string>): OpenPage {
  const { weapp, realm, verdict, registry } = world
  lastPageId += 1
  const stage = stageOf(world, route)
  const pageId = `pageId:${lastPageId}`
  const crossings: Crossing[] = []
  const instances = new Map<InstanceId, Instance>()
  let queue: Promise<unknown> = Promise.resolve()
  let open = true

  const channel: Channel = {
    crossings,
    send: (id, patch) => {
      for (const [, file = ''] of patch.matchAll(packagePicture)) {
        if (!weapp.has(file))
          verdict.report('missing file', `${route} shows /${file}, which is not in the package`)
      }
      const sent = queue.then(async () => {
        if (open) await (await window).ask('apply', id, patch)
      })
      queue = sent
      return sent.then(world.changed)
    },
  }
  const page = createInstance(world, route, registry.of(route), 0, channel, {
    route,
    __route__: route,
    options: realm.json(query),
    getPageId: () => pageId,
    getTabBar: () => [...instances.values()].find(({ self }) => self.is === tabBarPath)?.self,
    getOpenerEventChannel: () => ({
      on: () => undefined,
      off: () => undefined,
      once: () => undefined,
      emit: () => undefined,
    }),
    selectComponent: () => null,
    selectAllComponents: () => [],
  })
  instances.set(0, page)

  // Last: the view tells of its components while it opens.
  const window = world.openWindow({
    weapp,
    compiled: world.compiled,
    route,
    stage,
    theme: world.theme(),
    onMessage: (message) => hear(message),
  })
  queue = window

  function hear(message: FromView): void {
    switch (message.kind) {
      case 'attached': {
        const extra = { is: message.path, getPageId: () => pageId, properties: message.properties }
        const registration = registry.of(message.path)
        const instance = createInstance(world, message.path, registration, message.instance, channel, extra)
        instances.set(message.instance, instance)
        instance.call('created')
        instance.call('attached')
        return
      }
      case 'detached': {
        const instance = instances.get(message.instance)
        if (isRecord(instance?.self.data)) applyPatch(instance.self.data, message.properties)
        instance?.call('detached')
        instances.delete(message.instance)
        return
      }
      case 'event':
        instances.get(message.instance)?.call(message.method, realm.json(message.event))
        return
      case 'open-type':
        world.pressed(opened, message.openType, message.target)
        return
      case 'warning':
        verdict.report('view warning', `${route}: ${message.text}`)
    }
  }

  const opened: OpenPage = {
    route,
    query,
    self: page.self,
    crossings,
    window,
    call: page.call,
    close: async () => {
      open = false
      await queue
      await (await window).close()
    },
  }
  return opened
}

/** Where WeChat looks for a custom tab bar. */
const tabBarPath = 'custom-tab-bar/index'

/** The page, its tab bar, and all custom components they may come to use. */
function stageOf({ weapp, verdict, registry, compiled }: PageWorld, route: string) {
  const hasTabBar = weapp.app.tabBar?.custom === true && weapp.tabs.includes(route)
  const roots = [route, ...(hasTabBar ? [tabBarPath] : [])]
  const found = new Map<string, Blueprint>()
  const visit = (path: string) => {
    if (found.has(path)) return
    registry.load(path)
    const registration = registry.of(path)
    for (const part of unsupportedParts(registration)) {
      verdict.report('unsupported by the stand-in', `${path} uses ${part} of Component()`)
    }
    const using = weapp.componentsOf(path)
    found.set(path, blueprintOf(path, registration, using))
    Object.values(using).forEach(visit)
  }
  roots.forEach(visit)
  const components = [...found.values()].filter(({ path }) => !roots.includes(path))
  return {
    roots: roots.flatMap((path) => found.get(path) ?? []),
    components,
    builtins: compiled.builtins.filter((tag) => !components.some(({ path }) => path === tag)),
  }
}
