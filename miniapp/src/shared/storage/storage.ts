/**
 * What stays on this phone. Every key begins with `fuyi.`, so that the privacy page can show and clear all of it;
 * every value carries the version of its shape and is parsed when read, for an update may find what an older
 * program wrote. Nothing here throws: a phone that is full or refuses to keep anything is served from memory until the
 * program is closed, and `shortage` tells the screens.
 */
import * as z from '@common/zod'
import Taro from '@tarojs/taro'
import { createStore, type Store } from './store'
import { storedItemOf } from './stored-items'

/** Plain text under a name. `set` answers false where it could not be kept beyond this visit. */
export interface TextStore {
  get(name: string): string | null
  set(name: string, text: string): boolean
  remove(name: string): void
  names(): string[]
}

/** What the phone offers. Each call may throw: storage denied by the browser, full, or broken. */
export interface Device {
  get(key: string): string | null
  set(key: string, text: string): void
  remove(key: string): void
  keys(): string[]
}

/** `denied`: nothing can be kept. `full`: these things could not, by their words. */
export type Shortage = { cause: 'denied' } | { cause: 'full'; lost: readonly string[] }

/** Also tells what a text is without its counting as read in this visit. */
export interface PeekStore extends TextStore {
  peek(name: string): string | null
}

export interface PhoneStore extends PeekStore {
  shortage: Pick<Store<Shortage | null>, 'get' | 'subscribe'>
}

const prefix = 'fuyi.'

/**
 * Writes to the device. What it does not take stays in memory for the visit, after whatever the server gives again
 * (catalogues) was dropped to make room; such things themselves are not worth the memory and are simply not kept.
 */
export function createPhoneStore(device: Device): PhoneStore {
  /** Held for this visit alone; null: removed here, though the device would not let go of it. */
  const memory = new Map<string, string | null>()
  const used = new Set<string>()
  const shortage = createStore<Shortage | null>(null)

  const deviceNames = () =>
    device
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))

  function noteShortage(): void {
    // Full means that something is there; a store that refuses the very first word keeps nothing at all.
    const keys = attempt(device.keys)
    const lost = [...memory].flatMap(([name, text]) =>
      text === null ? [] : (storedItemOf(name)?.word ?? []),
    )
    if (keys === null || (keys.length === 0 && lost.length > 0)) shortage.set({ cause: 'denied' })
    else if (lost.length === 0) shortage.set(null)
    else shortage.set({ cause: 'full', lost: [...new Set(lost)] })
  }

  function written(name: string, text: string): boolean {
    return succeeds(() => device.set(prefix + name, text))
  }

  function writtenAfterMakingRoom(name: string, text: string): boolean {
    const names = attempt(deviceNames) ?? []
    return droppableGroups(names, used, (one) => attempt(() => device.get(prefix + one))?.length ?? 0).some(
      (group) => {
        for (const one of group) succeeds(() => device.remove(prefix + one))
        return written(name, text)
      },
    )
  }

  const peek = (name: string) =>
    memory.has(name) ? (memory.get(name) ?? null) : attempt(() => device.get(prefix + name))

  return {
    shortage,
    peek,
    get(name) {
      used.add(groupOf(name))
      return peek(name)
    },
    set(name, text) {
      const refetchable = storedItemOf(name)?.refetchable === true
      const isStored = written(name, text) || (!refetchable && writtenAfterMakingRoom(name, text))
      const wasInMemory = memory.delete(name)
      if (!isStored && !refetchable) memory.set(name, text)
      if (!isStored || wasInMemory) noteShortage()
      return isStored
    },
    remove(name) {
      const wasInMemory = memory.delete(name)
      const removed = succeeds(() => device.remove(prefix + name))
      if (!removed) memory.set(name, null)
      if (!removed || wasInMemory) noteShortage()
    },
    names() {
      const names = new Set(attempt(deviceNames) ?? [])
      for (const [name, text] of memory) {
        if (text === null) names.delete(name)
        else names.add(name)
      }
      return [...names]
    },
  }
}

/** A city's catalogue is several names that are of use together alone. */
const groupOf = (name: string): string => name.split('.').slice(0, 2).join('.')

/** What may be dropped, by groups: first what nobody has read in this visit, then whatever frees the most. */
function droppableGroups(
  names: readonly string[],
  used: ReadonlySet<string>,
  sizeOf: (name: string) => number,
): string[][] {
  const groups = new Map<string, { names: string[]; used: boolean; size: number }>()
  for (const name of names.filter((one) => storedItemOf(one)?.refetchable)) {
    const key = groupOf(name)
    const group = groups.get(key) ?? { names: [], used: used.has(key), size: 0 }
    groups.set(key, { ...group, names: [...group.names, name], size: group.size + sizeOf(name) })
  }
  return [...groups.values()]
    .sort((a, b) => Number(a.used) - Number(b.used) || b.size - a.size)
    .map((group) => group.names)
}

function succeeds(run: () => void): boolean {
  try {
    run()
    return true
  } catch {
    return false
  }
}

/** Null where it throws. */
function attempt<T>(run: () => T): T | null {
  try {
    return run()
  } catch {
    return null
  }
}

export const phoneStore: PhoneStore = createPhoneStore({
  get(key) {
    const value: unknown = Taro.getStorageSync(key)
    return typeof value === 'string' && value !== '' ? value : null
  },
  set: (key, text) => Taro.setStorageSync(key, text),
  remove: (key) => Taro.removeStorageSync(key),
  keys: () => Taro.getStorageInfoSync().keys,
})

/** One thing kept, of one shape. */
export interface StoredValue<T> {
  /** Null: nothing kept, or kept in a shape this version does not know. */
  read(): T | null
  write(value: T): boolean
  clear(): void
}

/**
 * @param version raise it when the shape changes its meaning; what was written under another one is forgotten
 */
export function storedValue<T>(
  store: TextStore,
  name: string,
  version: number,
  schema: z.ZodMiniType<T>,
): StoredValue<T> {
  const envelope = z.object({ v: z.literal(version), value: schema })
  return {
    read() {
      const parsed = envelope.safeParse(parseJson(store.get(name)))
      return parsed.success ? parsed.data.value : null
    },
    write: (value) => store.set(name, JSON.stringify({ v: version, value })),
    clear: () => store.remove(name),
  }
}

/** Null for what is not JSON. */
export function parseJson(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
