/** From a packed catalogue to one that can be asked: parsed once, indexed once. */
import type { Calendar, PlaceSummary, Region } from '@contract/places'
import { type PackedCatalogue, unpackCatalogue } from '@rules/places/catalogue'
import { buildIndex, type PlaceIndex } from '@rules/places/nearby'
import { buildSearchIndex, search } from '@rules/places/search'

export type LoadedCatalogue = {
  region: Region
  calendar: Calendar
  places: PlaceSummary[]
  byId: ReadonlyMap<string, PlaceSummary>
  index: PlaceIndex
  /** By number, name, address, pinyin or its initials; best first. */
  search(q: string, limit: number): PlaceSummary[]
}

export function loadCatalogue(packed: PackedCatalogue): LoadedCatalogue {
  const { region, calendar, pinyin, places } = unpackCatalogue(packed)
  // Most visits never search: the text index is built when somebody does.
  let searchIndex: ReturnType<typeof buildSearchIndex> | null = null
  return {
    region,
    calendar,
    places,
    byId: new Map(places.map((place) => [place.id, place])),
    index: buildIndex(places),
    search(q, limit) {
      searchIndex ??= buildSearchIndex(places, pinyin)
      return search(searchIndex, q, limit)
    },
  }
}
