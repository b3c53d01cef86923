/** The outlets where a gift is picked up, as the list shows them. Pure. */
import type { Calendar, OpenAnswer, PlaceSummary, Point } from '@contract/places'
import { comparePlaces } from '@functions/places/rules/name-order'
import { distanceMetres } from '@functions/places/rules/nearby'
import { openAnswer } from '@functions/places/rules/opening'
import type { PlacesById } from '@/shared/city/catalogue/load'

/** `distance` in metres; null until it is known from where to measure. `own`: nobody redeems at an outlet of their own. */
export type PickupPlace = { place: PlaceSummary; open: OpenAnswer; distance: number | null; own: boolean }

/** Nearest first; without a point to measure from in the order of their districts and names. Own ones come last. */
export function pickupPlaces(
  ids: readonly string[],
  city: { byId: PlacesById; calendar: Calendar },
  { from, own, now }: { from: Point | null; own: readonly string[]; now: number },
): PickupPlace[] {
  return ids
    .flatMap((id) => {
      const place = city.byId.get(id)
      if (!place) return []
      return [
        {
          place,
          open: openAnswer(place, city.calendar, now),
          distance: from && distanceMetres(from, place),
          own: own.includes(id),
        },
      ]
    })
    .sort((a, b) => Number(a.own) - Number(b.own) || order(a, b))
}

function order(a: PickupPlace, b: PickupPlace): number {
  const first =
    a.distance !== null && b.distance !== null
      ? a.distance - b.distance
      : a.place.district.localeCompare(b.place.district)
  return first || comparePlaces(a.place, b.place)
}
