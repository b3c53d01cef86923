/** A short list stored on this phone, e.g. favourites or searches. Newest first, no duplicates. */
import * as z from '@common/zod'
import { storedValue, type TextStore } from '@/shared/storage/storage'
import { createStore, type Store } from '@/shared/storage/store'

export function createIdList(store: TextStore, name: string, limit: number) {
  const stored = storedValue(store, name, 1, z.array(z.string()))
  let list: Store<string[]> | null = null
  const ids = (): Store<string[]> => {
    list ??= createStore(stored.read() ?? [])
    return list
  }
  const put = (next: string[]) => {
    stored.write(next)
    ids().set(next)
  }
  return {
    get: () => ids().get(),
    subscribe: (listener: () => void) => ids().subscribe(listener),
    /** Puts it first; the oldest falls out when there are too many. */
    add: (id: string) =>
      put(
        [
          id,
          ...ids()
            .get()
            .filter((one) => one !== id),
        ].slice(0, limit),
      ),
    remove: (id: string) =>
      put(
        ids()
          .get()
          .filter((one) => one !== id),
      ),
    clear: () => {
      stored.clear()
      ids().set([])
    },
  }
}
