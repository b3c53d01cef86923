/** Size and deletion of what the program stores on this phone, for the privacy page. */
import { favourites as exhibitFavourites } from '@/exhibition/favourites'
import { favourites } from '@/places/favourites'
import { forgetSearches } from '@/places/recent'
import { session } from '@/shared/session/session'
import { settings } from '@/shared/storage/settings'
import { phoneStore, type TextStore } from '@/shared/storage/storage'
import { type StoredItem, storedItems } from '@/shared/storage/stored-items'

/** What lives in memory besides the store, by the thing's id. */
const clearInMemory: Readonly<Record<string, () => void>> = {
  favourites: favourites.clear,
  'exhibit-favourites': exhibitFavourites.clear,
  searches: forgetSearches,
  session: session.forget,
  settings: settings.forget,
}

/** Characters stored for each item, in the order of `storedItems`; one Chinese character counts as one. */
export function sizes(store: TextStore): number[] {
  const names = store.names()
  return storedItems.map((item) =>
    names.filter(item.owns).reduce((sum, name) => sum + (store.get(name)?.length ?? 0), 0),
  )
}

export function clearItem(item: StoredItem, store: TextStore): void {
  for (const name of store.names().filter(item.owns)) store.remove(name)
  clearInMemory[item.id]?.()
}

/** Everything that begins with our name, known to the list above or not. */
export function clearAll(store: TextStore = phoneStore): void {
  for (const item of storedItems) clearItem(item, store)
  for (const name of store.names()) store.remove(name)
}

/** `没有`, `不到 1 KB`, `约 34 KB`: near enough for a person, a character taken as a byte. */
export function sizeText(characters: number): string {
  if (characters === 0) return '没有'
  return characters < 1000 ? '不到 1 KB' : `约 ${Math.round(characters / 1000)} KB`
}
