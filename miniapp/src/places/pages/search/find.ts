/** Searching the catalogue on the phone. Comes with the pages that search: the table of readings is no part of the first load. */
import type { PlaceSummary } from '@contract/places'
import { fullDistrictName } from '@functions/places/rules/divisions'
import {
  type AskedFor,
  askedFor,
  buildSearchIndex,
  initialsOf,
  type SearchIndex,
  type SearchOptions,
  search,
  wantedBy,
} from '@functions/places/rules/search'
import { wantedMatcher } from '@functions/places/rules/search/words'
import type { LoadedCatalogue } from '@/shared/city/catalogue/load'
import { type Choice, noChoice } from '../../choice'
import { amenityNames, channelNames, kindNames, projectCategoryNames, roleNames } from '../../words'

const indexes = new WeakMap<LoadedCatalogue, SearchIndex>()

/**
 * What is asked for and where, as `askedFor` reads it. The city one is in is no place in it: 淮安市的厕所 asks for any of the
 * city's, and so does 淮安的厕所, although a district has that name too: nearer ones stand first anyway.
 */
export function askedIn({ region }: LoadedCatalogue, q: string): AskedFor | null {
  const asked = askedFor(q)
  const isCity = asked?.where === region.name || asked?.where === `${region.name}市`
  return asked && isCity ? { ...asked, where: null } : asked
}

/** `q` without the name of the city one is in, where it asks for something there. */
function withinCity(catalogue: LoadedCatalogue, q: string): string {
  if (askedFor(q)?.where === null || askedIn(catalogue, q)?.where !== null) return q
  const { name } = catalogue.region
  return q.replace(`${name}市`, ' ').replace(name, ' ')
}

/** Best first, at most `limit`. The text index is built for the first search and goes with its catalogue. */
export function findPlaces(
  catalogue: LoadedCatalogue,
  q: string,
  limit: number,
  options: SearchOptions,
): PlaceSummary[] {
  const index = indexes.get(catalogue) ?? buildSearchIndex(catalogue.places, catalogue.pinyin)
  indexes.set(catalogue, index)
  return search(index, withinCity(catalogue, q), limit, options)
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
