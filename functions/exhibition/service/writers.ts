/** In which documents visitors read each kind of entry; bulletins have lists and searches of their own (bulletins/writing.ts). */
import type { MediaReads } from '../../media/fragments'
import type { EntryKind } from '../contract/kinds'
import type { ExhibitionStore } from '../store'
import type { Writer } from './writer'
import { fundWriter } from './writers/fund'
import { hallWriter } from './writers/hall'

export const writersOf = (
  store: ExhibitionStore,
  media: MediaReads,
): Readonly<Record<Exclude<EntryKind, 'bulletin'>, Writer>> => {
  const hall = hallWriter(store, media)
  return { exhibit: hall, gallery: hall, fund: fundWriter(store) }
}
