/** Pages and custom components of the logic layer: made from what the package registered, data and methods on `this`. */
import { applyPatch } from './data'
import type { Crossing } from './figures'
import { isMethod, isRecord, type Realm } from './realm'
import type { Verdict } from './verdict'
import type { Blueprint, InstanceId } from './view/protocol'

/** What a file handed to `Page()` or `Component()`. */
export interface Registration {
  readonly kind: 'page' | 'component'
  readonly config: Record<string, unknown>
}

/** The channel an instance writes its data to, in order; resolves when the view has it. */
export interface Channel {
  send(instance: InstanceId, patch: string): Promise<void>
  readonly crossings: Crossing[]
}

export interface Instance {
  /** The `this` of the package's methods. */
  readonly self: Record<string, unknown>
  /** Calls a lifecycle or handler if the package has one of that name. */
  call(name: string, ...args: unknown[]): unknown
}

interface World {
  readonly realm: Realm
  readonly verdict: Verdict
}

/** WeChat refuses one `setData` above this. */
const maxBytes = 1024 * 1024

/** `extra` are the members the base library itself puts on the instance, such as `route`. */
export function createInstance(
  { realm, verdict }: World,
  name: string,
  registration: Registration,
  id: InstanceId,
  channel: Channel,
  extra: Record<string, unknown>,
): Instance {
  const data = initialData(registration)
  const self: Record<string, unknown> = { ...methodsOf(registration), ...extra, data }
  if (registration.kind === 'component') self.properties = data
  applyPatch(data, isRecord(extra.properties) ? extra.properties : {})

  self.setData = (patch: unknown, callback: unknown) => {
    if (!isRecord(patch)) throw new Error('setData takes an object')
    const text = JSON.stringify(patch)
    const bytes = Buffer.byteLength(text)
    if (bytes > maxBytes) verdict.report('setData over 1 MB', `${name}: ${bytes} bytes`)
    channel.crossings.push({ bytes, paths: Object.keys(patch) })
    applyPatch(data, JSON.parse(text))
    channel.send(id, text).then(() => realm.call(`${name} setData callback`, callback, self))
  }
  return {
    self,
    call: (method, ...args) =>
      realm.call(`${name} ${method}`, self[method] ?? lifetime(registration, method), self, ...args),
  }
}

/** How the view is to build it. `using`: tag → path of the component. */
export function blueprintOf(
  path: string,
  registration: Registration,
  using: Record<string, string>,
): Blueprint {
  const { config } = registration
  return {
    path,
    data: initialData(registration),
    using,
    properties: isRecord(config.properties) ? Object.keys(config.properties) : [],
    methods: Object.entries(methodsOf(registration)).flatMap(([name, value]) =>
      isMethod(value) ? [name] : [],
    ),
    virtualHost: isRecord(config.options) && config.options.virtualHost === true,
  }
}

/** Parts of `Component()` that this harness does not run; a package that needs them must not pass unseen. */
const notRun = ['observers', 'relations', 'pageLifetimes', 'definitionFilter', 'export']

/** Names of what the registration uses and the harness would leave out. */
export function unsupportedParts({ kind, config }: Registration): string[] {
  if (kind === 'page') return []
  const behaviors = Array.isArray(config.behaviors) && config.behaviors.length > 0 ? ['behaviors'] : []
  return [...behaviors, ...notRun.filter((part) => config[part] !== undefined)]
}

function methodsOf({ kind, config }: Registration): Record<string, unknown> {
  if (kind === 'component') return isRecord(config.methods) ? config.methods : {}
  const { data: _data, ...rest } = config
  return rest
}

function initialData({ config }: Registration): Record<string, unknown> {
  const data: Record<string, unknown> = isRecord(config.data) ? JSON.parse(JSON.stringify(config.data)) : {}
  const properties = isRecord(config.properties) ? Object.entries(config.properties) : []
  for (const [name, property] of properties) {
    if (isRecord(property) && property.value !== undefined)
      data[name] = JSON.parse(JSON.stringify(property.value))
  }
  return data
}

function lifetime({ config }: Registration, name: string): unknown {
  return isRecord(config.lifetimes) && config.lifetimes[name] !== undefined
    ? config.lifetimes[name]
    : config[name]
}
