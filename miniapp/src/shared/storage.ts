/**
 * What stays on this phone. Every key begins with `fuyi.`, so that the privacy page can show and clear all of it;
 * every value carries the version of its shape and is parsed when read, for an update may find what an older
 * program wrote.
 */
import * as z from '@common/zod'
import Taro from '@tarojs/taro'

/** Plain text under a name. `set` answers false where the phone has no room. */
export interface TextStore {
  get(name: string): string | null
  set(name: string, text: string): boolean
  remove(name: string): void
  names(): string[]
}

const prefix = 'fuyi.'

export const phoneStore: TextStore = {
  get(name) {
    const value: unknown = Taro.getStorageSync(prefix + name)
    return typeof value === 'string' && value !== '' ? value : null
  },
  set(name, text) {
    try {
      Taro.setStorageSync(prefix + name, text)
      return true
    } catch {
      return false
    }
  },
  remove: (name) => Taro.removeStorageSync(prefix + name),
  names: () =>
    Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length)),
}

/** One thing kept, of one shape. */
export interface Kept<T> {
  /** Null: nothing kept, or kept in a shape this version does not know. */
  read(): T | null
  write(value: T): boolean
  clear(): void
}

/**
 * @param version raise it when the shape changes its meaning; what was written under another one is forgotten
 */
export function kept<T>(store: TextStore, name: string, version: number, schema: z.ZodMiniType<T>): Kept<T> {
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
