/** The places a person wants to find again. Kept on this phone alone. */
import { phoneStore } from '@/shared/storage/storage'
import { useStore } from '@/shared/storage/store'
import { createIdList } from './id-list'

export const favourites = createIdList(phoneStore, 'favourites', 200)

/** Ids, the latest first. */
export const useFavourites = (): string[] => useStore(favourites)

export const useIsFavourite = (id: string): boolean => useFavourites().includes(id)

/** True: it is one now. */
export function toggleFavourite(id: string): boolean {
  const was = favourites.get().includes(id)
  if (was) favourites.remove(id)
  else favourites.add(id)
  return !was
}
