/** The exhibits a person wants to find again. Kept on this phone alone. */
import { listOfKnown } from '@common/tolerant'
import * as z from '@common/zod'
import { phoneStore, storedValue, type TextStore } from '@/shared/storage/storage'
import { createStore, type Store, useStore } from '@/shared/storage/store'
import type { ExhibitAt } from './go'

/** `title`: as it was when it was kept, for when it is shown no more. */
const favouriteSchema = z.object({
  region: z.string(),
  gallery: z.string(),
  exhibit: z.string(),
  title: z.string(),
})
export type Favourite = z.infer<typeof favouriteSchema>

const most = 200

/** An exhibit keeps its id where it moves to another gallery. */
const isOf = (one: Pick<ExhibitAt, 'region' | 'exhibit'>) => (other: Favourite) =>
  other.region === one.region && other.exhibit === one.exhibit

export function createFavourites(store: TextStore) {
  // One that cannot be read is left out, not the list with it.
  const stored = storedValue(store, 'exhibit-favourites', 1, listOfKnown(favouriteSchema))
  let list: Store<readonly Favourite[]> | null = null
  const all = (): Store<readonly Favourite[]> => {
    list ??= createStore<readonly Favourite[]>(stored.read() ?? [])
    return list
  }
  function put(next: Favourite[]): void {
    stored.write(next)
    all().set(next)
  }
  return {
    /** The latest first. */
    get: () => all().get(),
    subscribe: (listener: () => void) => all().subscribe(listener),
    /** Kept now, or not any more; the oldest falls out where there are too many. */
    toggle(one: Favourite): void {
      const before = all().get()
      const others = before.filter((other) => !isOf(one)(other))
      put(others.length === before.length ? [one, ...others].slice(0, most) : others)
    },
    clear(): void {
      stored.clear()
      all().set([])
    },
  }
}

export const favourites = createFavourites(phoneStore)

export const useFavourites = (): readonly Favourite[] => useStore(favourites)

export const useIsFavourite = (at: ExhibitAt): boolean => useFavourites().some(isOf(at))
