/** Searching the catalogue on the phone. Comes with the pages that search: the table of readings is no part of the first load. */
import type { PlaceSummary } from '@contract/places'
import { fullDistrictName } from '@rules/places/divisions'
import {
  buildSearchIndex,
  initialsOf,
  type SearchIndex,
  type SearchOptions,
  search,
  wantedBy,
} from '@rules/places/search'
import { wantedMatcher } from '@rules/places/search-words'
import type { LoadedCatalogue } from '../catalogue/load'
import { type Choice, noChoice } from '../choice'
import { amenityNames, channelNames, kindNames, projectCategoryNames, roleNames } from '../words'

const indexes = new WeakMap<LoadedCatalogue, SearchIndex>()

/** Best first, at most `limit`. The text index is built for the first search and goes with its catalogue. */
export function findPlaces(
  catalogue: LoadedCatalogue,
  q: string,
  limit: number,
  options: SearchOptions,
): PlaceSummary[] {
  const index = indexes.get(catalogue) ?? buildSearchIndex(catalogue.places, catalogue.pinyin)
  indexes.set(catalogue, index)
  return search(index, q, limit, options)
}

/** What an everyday word asks for: its name, how many places of the city have it, and the chips that show them on the map. */
export type Asked = {
  name: string
  count: number
  /** Null where the map has no chip for it. */
  choice: Choice | null
}

/** Null where `q` asks for nothing of the kind. @param day `YYYY-MM-DD`: a warm cabin is one in winter alone */
export function askedBy(catalogue: LoadedCatalogue, q: string, day: string): Asked | null {
  const wanted = wantedBy(q)
  if (wanted === null) return null
  const { kinds = [], roles = [], amenities = [], channels = [], categories = [] } = wanted
  const names = [
    ...kinds.map((kind) => kindNames[kind]),
    ...roles.map((role) => roleNames[role]),
    ...amenities.map((amenity) => amenityNames[amenity]),
    ...channels.map((channel) => channelNames[channel]),
    ...categories.map((category) => projectCategoryNames[category]),
  ]
  const hasChips = channels.length === 0 && categories.length === 0
  return {
    name: names.join('、'),
    count: catalogue.places.filter(wantedMatcher(wanted, day)).length,
    choice: hasChips
      ? { ...noChoice, kinds: [...kinds], roles: [...roles], amenities: [...amenities] }
      : null,
  }
}

/** `qjp` for 清江浦区: the initials of the city's largest district; null where nobody knows how it is read. */
export function exampleOf({ region, pinyin }: LoadedCatalogue): { typed: string; name: string } | null {
  const [district] = region.districts
  if (!district) return null
  const typed = initialsOf(district.name, pinyin)
  return /^[a-z]{2,}$/.test(typed) ? { typed, name: fullDistrictName(region.adcode, district.name) } : null
}
