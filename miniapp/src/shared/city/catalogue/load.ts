/** From a packed catalogue to one that can be asked: checked and indexed once, its places built when somebody looks. */
import type { Calendar, PlaceSummary, Region } from '@contract/places'
import {
  allOf,
  MalformedCatalogue,
  type OpenCatalogue,
  openCatalogue,
  type PackedCatalogue,
  type PlaceColumns,
} from '@functions/places/rules/catalogue'
import { indexOf, type PlaceIndex } from '@functions/places/rules/nearby'
import type { PinyinDictionary } from '@functions/places/rules/search/alphabet'

export type PlacesById = Pick<ReadonlyMap<string, PlaceSummary>, 'get' | 'has'>

export type LoadedCatalogue = {
  region: Region
  calendar: Calendar
  /** How many places there are. */
  count: number
  /** All of them, built when this is first read: for who searches, not for who shows a few. */
  readonly places: readonly PlaceSummary[]
  byId: PlacesById
  index: PlaceIndex
  /** Those that `accept` takes by their ordinal (`indexMatcher`), in no particular order. */
  some(accept: (ordinal: number) => boolean): PlaceSummary[]
  /** How the region's characters are read, made when first read: for who searches (`places/search/find.ts`). */
  readonly pinyin: PinyinDictionary
}

/** Null where the document has the right shape and yet cannot be read, e.g. cut off in a column. */
export function loadCatalogue(packed: PackedCatalogue): LoadedCatalogue | null {
  const catalogue = opened(packed)
  if (catalogue === null) return null
  const { region, calendar, places } = catalogue
  let all: PlaceSummary[] | null = null
  return {
    region,
    calendar,
    get pinyin() {
      return catalogue.pinyin
    },
    count: places.length,
    get places() {
      all ??= allOf(places)
      return all
    },
    byId: lookup(places),
    index: indexOf(places),
    some(accept) {
      const found: PlaceSummary[] = []
      for (let ordinal = 0; ordinal < places.length; ordinal++) {
        const place = accept(ordinal) ? places.at(ordinal) : undefined
        if (place) found.push(place)
      }
      return found
    },
  }
}

/** The ids are read when the first is asked for, and of the places only those. */
function lookup(places: PlaceColumns): PlacesById {
  let known: Map<string, number> | null = null
  const ordinals = () => {
    known ??= new Map(Array.from({ length: places.length }, (_, i) => [places.idAt(i), i]))
    return known
  }
  return { get: (id) => places.at(ordinals().get(id) ?? -1), has: (id) => ordinals().has(id) }
}

function opened(packed: PackedCatalogue): OpenCatalogue | null {
  try {
    return openCatalogue(packed)
  } catch (failure) {
    if (failure instanceof MalformedCatalogue) return null
    throw failure
  }
}
