/** What the page of one's own shows. Pure. */
import type { Calendar, PlaceSummary, Point } from '@contract/places'
import { distanceMetres } from '@rules/places/nearby'
import { openAnswer } from '@rules/places/opening'
import type { NearPlace } from '@/places/nearest'

/** The favourites found in this city, in the order they were kept, and how many belong elsewhere. */
export function favouritesOf(
  ids: readonly string[],
  city: { byId: ReadonlyMap<string, PlaceSummary>; calendar: Calendar },
  from: Point,
  now: number,
): { here: NearPlace[]; elsewhere: number } {
  const here = ids.flatMap((id) => {
    const place = city.byId.get(id)
    return place
      ? [{ place, distance: distanceMetres(from, place), open: openAnswer(place, city.calendar, now) }]
      : []
  })
  return { here, elsewhere: ids.length - here.length }
}
