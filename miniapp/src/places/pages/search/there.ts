/** What search offers where a thing was asked for at a place that has none: the nearest of the city from there. Pure. */
import type { PlaceSummary } from '@contract/places'
import { fullDistrictName } from '@functions/places/rules/divisions'
import { distanceMetres } from '@functions/places/rules/nearby'
import { isSpelled } from '@functions/places/rules/search'
import { wantedMatcher } from '@functions/places/rules/search/words'
import type { LoadedCatalogue } from '@/shared/city/catalogue/load'
import type { Origin } from '@/shared/city/where/store'
import { askedIn, findPlaces } from './find'
import { nounOf } from './none'

export type NearestToThere = {
  /** `快递代收点` */
  noun: string
  /** `洪泽区`, `“东七街”一带` */
  where: string
  /** What the distances are measured from. */
  origin: Origin
  /** The nearest first. */
  places: PlaceSummary[]
}

/** Null where no place was named, nobody knows it, or the city has none at all. @param day `YYYY-MM-DD` */
export function nearestToThere(
  catalogue: LoadedCatalogue,
  q: string,
  day: string,
  limit: number,
): NearestToThere | null {
  const asked = askedIn(catalogue, q)
  if (!asked || asked.where === null) return null
  const there = districtNamed(catalogue, asked.where) ?? roadNamed(catalogue, asked.where, day)
  if (!there) return null
  const { point } = there.origin
  const having = catalogue.places.filter(wantedMatcher(asked.wanted, day))
  const places = having
    .map((place) => ({ place, metres: distanceMetres(point, place) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit)
    .map(({ place }) => place)
  return places.length === 0 ? null : { noun: nounOf(asked.wanted), ...there, places }
}

type There = Pick<NearestToThere, 'where' | 'origin'>

function districtNamed({ region }: LoadedCatalogue, where: string): There | null {
  const typed = where.replace(new RegExp(`^${region.name}市`), '')
  const found = region.districts.find(({ name }) =>
    [name, fullDistrictName(region.adcode, name)].some((one) => one === typed || isSpelled(one, typed)),
  )
  if (!found) return null
  const name = fullDistrictName(region.adcode, found.name)
  return { where: name, origin: { from: 'district', name, point: found.centre } }
}

/** A road, an estate, a shop: where the best find of its name lies. */
function roadNamed(catalogue: LoadedCatalogue, where: string, day: string): There | null {
  const [found] = findPlaces(catalogue, where, 1, { day })
  if (!found) return null
  const point = { lng: found.lng, lat: found.lat }
  return { where: `“${where}”一带`, origin: { from: 'map', name: where, point } }
}
