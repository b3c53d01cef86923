/** From a packed catalogue to one that can be asked: parsed once, indexed once. */
import type { Calendar, PlaceSummary, Region } from '@contract/places'
import {
  type Catalogue,
  MalformedCatalogue,
  type PackedCatalogue,
  unpackCatalogue,
} from '@rules/places/catalogue'
import { buildIndex, type PlaceIndex } from '@rules/places/nearby'
import type { PinyinDictionary } from '@rules/places/search-alphabet'

export type LoadedCatalogue = {
  region: Region
  calendar: Calendar
  places: PlaceSummary[]
  byId: ReadonlyMap<string, PlaceSummary>
  index: PlaceIndex
  /** How the region's characters are read, for who searches (`places/search/find.ts`). */
  pinyin: PinyinDictionary
}

/** Null where the document has the right shape and yet cannot be read, e.g. cut off in a column. */
export function loadCatalogue(packed: PackedCatalogue): LoadedCatalogue | null {
  const catalogue = unpacked(packed)
  if (catalogue === null) return null
  const { region, calendar, pinyin, places } = catalogue
  return {
    region,
    calendar,
    places,
    byId: new Map(places.map((place) => [place.id, place])),
    index: buildIndex(places),
    pinyin,
  }
}

function unpacked(packed: PackedCatalogue): Catalogue | null {
  try {
    return unpackCatalogue(packed)
  } catch (failure) {
    if (failure instanceof MalformedCatalogue) return null
    throw failure
  }
}
