/** What the home page chooses to show. Pure. */

import { addDays, type Day } from '@common/day'
import type { Kind, PlaceSummary } from '@contract/places'
import type { PlaceFilter } from '@functions/places/rules/filter'
import type { Age } from '@/shared/storage/settings'

const walkInKinds: Kind[] = ['outlet', 'hall', 'shelter']
const walkInPlaces: PlaceFilter = { kinds: walkInKinds, roles: [], amenities: [], openAt: null }
/** A minor may not be sold to: what is shown are the stations that help anyone. */
const aidStations: PlaceFilter = { ...walkInPlaces, kinds: [], roles: ['love-aid'] }

/** Places one can enter; projects are only looked at. */
export function openFor(age: Age): PlaceFilter {
  return age === 'minor' ? aidStations : walkInPlaces
}

/** The latest of what the fund paid for: by year, then by amount. */
export function latestProjects(places: readonly PlaceSummary[], limit: number): PlaceSummary[] {
  return places
    .filter((place) => place.project !== null)
    .sort((a, b) => yearOf(b) - yearOf(a) || amountOf(b) - amountOf(a))
    .slice(0, limit)
}

const yearOf = (place: PlaceSummary): number => place.project?.year ?? 0
const amountOf = (place: PlaceSummary): number => place.project?.amount ?? 0

/** How many love-aid stations somebody has looked at within the last `days` days. */
export function lookedAfter(places: readonly PlaceSummary[], today: Day, days: number): number {
  const since = addDays(today, -days)
  return places.filter(
    (place) =>
      place.roles.includes('love-aid') &&
      place.amenities.some((entry) => entry.verifiedOn !== null && entry.verifiedOn >= since),
  ).length
}
