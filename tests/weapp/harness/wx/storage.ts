/**
 * `wx.*Storage*`: 10 MB in all and 1 MB a key, values kept as JSON.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html
 */
import type { Realm } from '../realm'
import { answer, type Options, WxFailure } from './call'

const limitOfKey = 1024 * 1024
const limitOfAll = 10 * 1024 * 1024

/** What stays on the phone between two launches: key → JSON text. */
export type Stored = Map<string, string>

export function storageApis(realm: Realm, stored: Stored): Record<string, unknown> {
  const keyOf = (key: unknown): string => {
    if (typeof key !== 'string' || key === '') throw new WxFailure('parameter error: key should be a string')
    return key
  }
  const size = () => [...stored.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const set = (key: unknown, data: unknown) => {
    const text = JSON.stringify(data ?? '')
    const bytes = Buffer.byteLength(text)
    if (bytes > limitOfKey) throw new WxFailure(`entry size limit reached: ${bytes} bytes`)
    if (size() + bytes > limitOfAll) throw new WxFailure('storage max size exceed')
    stored.set(keyOf(key), text)
  }
  const read = (key: unknown): unknown => {
    const text = stored.get(keyOf(key))
    return text === undefined ? undefined : realm.json(JSON.parse(text))
  }
  const info = () => ({
    keys: [...stored.keys()],
    currentSize: Math.ceil(size() / 1024),
    limitSize: limitOfAll / 1024,
  })
  const asynchronous = (name: string, work: (options: Options) => unknown) => ({
    [name]: (options: unknown) => answer(realm, name, options, work),
  })
  return {
    getStorageSync: (key: unknown) => read(key) ?? '',
    setStorageSync: (key: unknown, data: unknown) => set(key, data),
    removeStorageSync: (key: unknown) => void stored.delete(keyOf(key)),
    clearStorageSync: () => stored.clear(),
    getStorageInfoSync: () => realm.json(info()),
    ...asynchronous('getStorage', ({ key }) => {
      const data = read(key)
      if (data === undefined) throw new WxFailure('data not found')
      return { data }
    }),
    ...asynchronous('setStorage', ({ key, data }) => set(key, data)),
    ...asynchronous('removeStorage', ({ key }) => void stored.delete(keyOf(key))),
    ...asynchronous('clearStorage', () => stored.clear()),
    ...asynchronous('getStorageInfo', info),
  }
}
