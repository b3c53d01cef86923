/** The regions there are, as a function remembers them: they change only when an import or a contact does. */
import { remember } from '../../shared/items/remember'
import type { Region } from '../contract'
import type { IndexedRegion } from '../rules/region/list'
import type { PlacesStore } from '../store'

export type Directory = {
  /** In full, with districts. */
  regions: () => Promise<Region[]>
  /** What tells which of them can hold a place. */
  index: () => Promise<IndexedRegion[]>
}

const keptMs = 60_000

export const createDirectory = (
  store: Pick<PlacesStore, 'readRegionList' | 'readRegionIndex'>,
  clock: () => number,
): Directory => {
  const regions = remember(store.readRegionList, clock)
  const index = remember(store.readRegionIndex, clock)
  return { regions: () => regions(keptMs), index: () => index(keptMs) }
}
