/**
 * What somebody under 18 is shown: every place but outlets that sell and give no aid (decision 020). The one rule; every
 * list, search and map takes its places from `useCity`, which passes through here.
 */
import { type Day, dayOf } from '@common/day'
import type { ShownPlace } from '@contract/places'
import { buildIndex } from '@functions/places/rules/nearby'
import { givesAid } from '@functions/places/rules/roles'
import type { LoadedCatalogue } from './catalogue/load'
import type { City } from './catalogue/store'

export function isShownToMinors(place: Pick<ShownPlace, 'kind' | 'roles'>, today: Day): boolean {
  const maySell = place.kind === 'outlet' || place.kind === 'other'
  return !maySell || givesAid(place, today)
}

const shown = new WeakMap<City, { today: Day; city: City }>()

/** The same city with the places that a minor is shown; the same object as long as nothing has changed. */
export function cityForMinors(city: City, now: number): City {
  if (city.status !== 'ready') return city
  const today = dayOf(now)
  const before = shown.get(city)
  if (before?.today === today) return before.city
  const made = { ...city, catalogue: catalogueForMinors(city.catalogue, today) }
  shown.set(city, { today, city: made })
  return made
}

/** The same catalogue with the places that a minor is shown. */
export function catalogueForMinors(catalogue: LoadedCatalogue, today: Day): LoadedCatalogue {
  const places = catalogue.places.filter((place) => isShownToMinors(place, today))
  return {
    ...catalogue,
    count: places.length,
    places,
    byId: new Map(places.map((place) => [place.id, place])),
    index: buildIndex(places),
    // Ordinals are those of this index, not of the whole city's.
    some: (accept) => places.filter((_, ordinal) => accept(ordinal)),
  }
}
