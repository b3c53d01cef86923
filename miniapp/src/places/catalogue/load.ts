/** From a packed catalogue to one that can be asked: parsed once, indexed once. */
import type { Calendar, PlaceSummary, Region } from '@contract/places'
import {
  type Catalogue,
  MalformedCatalogue,
  type PackedCatalogue,
  unpackCatalogue,
} from '@rules/places/catalogue'
import { buildIndex, type PlaceIndex } from '@rules/places/nearby'
import { buildSearchIndex, type Order, search } from '@rules/places/search'

export type LoadedCatalogue = {
  region: Region
  calendar: Calendar
  places: PlaceSummary[]
  byId: ReadonlyMap<string, PlaceSummary>
  index: PlaceIndex
  /** By number, name, address, pinyin or its initials; best first. */
  search(q: string, limit: number, ties: Order): PlaceSummary[]
}

/** Null where the document has the right shape and yet cannot be read, e.g. cut off in a column. */
export function loadCatalogue(packed: PackedCatalogue): LoadedCatalogue | null {
  const catalogue = unpacked(packed)
  if (catalogue === null) return null
  const { region, calendar, pinyin, places } = catalogue
  // Most visits never search: the text index is built when somebody does.
  let searchIndex: ReturnType<typeof buildSearchIndex> | null = null
  return {
    region,
    calendar,
    places,
    byId: new Map(places.map((place) => [place.id, place])),
    index: buildIndex(places),
    search(q, limit, ties) {
      searchIndex ??= buildSearchIndex(places, pinyin)
      return search(searchIndex, q, limit, ties)
    },
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
