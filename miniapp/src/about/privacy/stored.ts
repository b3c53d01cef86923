/** What the program keeps on this phone, in the words of the privacy page, and how each is forgotten. */
import { favourites } from '@/places/favourites'
import { forgetSearches } from '@/places/recent'
import { session } from '@/shared/session'
import { settings } from '@/shared/settings'
import { phoneStore, type TextStore } from '@/shared/storage'
import { type KeptThing, keptThings } from '@/shared/stored-items'

/** What lives in memory besides the store, by the thing's id. */
const forgetInMemory: Readonly<Record<string, () => void>> = {
  favourites: favourites.clear,
  searches: forgetSearches,
  session: session.forget,
  settings: settings.forget,
}

/** Characters kept for each thing, in the order of `keptThings`; one Chinese character counts as one. */
export function sizes(store: TextStore): number[] {
  const names = store.names()
  return keptThings.map((thing) =>
    names.filter(thing.owns).reduce((sum, name) => sum + (store.get(name)?.length ?? 0), 0),
  )
}

export function forget(thing: KeptThing, store: TextStore): void {
  for (const name of store.names().filter(thing.owns)) store.remove(name)
  forgetInMemory[thing.id]?.()
}

/** Everything that begins with our name, known to the list above or not. */
export function forgetAll(store: TextStore = phoneStore): void {
  for (const thing of keptThings) forget(thing, store)
  for (const name of store.names()) store.remove(name)
}

/** `没有`, `不到 1 KB`, `约 34 KB`: near enough for a person, a character taken as a byte. */
export function sizeText(characters: number): string {
  if (characters === 0) return '没有'
  return characters < 1000 ? '不到 1 KB' : `约 ${Math.round(characters / 1000)} KB`
}
