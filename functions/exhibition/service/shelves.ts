/** In which documents visitors read each kind of entry; bulletins have lists and searches of their own (bulletins/writing.ts). */
import type { MediaReads } from '../../media/fragments'
import type { EntryKind } from '../contract/kinds'
import type { ExhibitionStore } from '../store'
import type { Shelf } from './shelf'
import { fundShelf } from './shelves/fund'
import { hallShelf } from './shelves/hall'

export const shelvesOf = (
  store: ExhibitionStore,
  media: MediaReads,
): Readonly<Record<Exclude<EntryKind, 'bulletin'>, Shelf>> => {
  const hall = hallShelf(store, media)
  return { exhibit: hall, gallery: hall, fund: fundShelf(store) }
}
