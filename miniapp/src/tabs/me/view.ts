/** What the page of one's own shows. Pure. */
import type { Calendar, Point } from '@contract/places'
import { distanceMetres } from '@functions/places/rules/nearby'
import { openAnswer } from '@functions/places/rules/opening'
import type { NearPlace } from '@/places/nearest'
import type { PlacesById } from '@/shared/city/catalogue/load'

/** The favourites found in this city, in the order they were kept, and how many belong elsewhere. */
export function favouritesOf(
  ids: readonly string[],
  city: { region: { adcode: string }; byId: PlacesById; calendar: Calendar },
  from: Point,
  now: number,
): { here: NearPlace[]; elsewhere: number } {
  const here = ids.flatMap((id) => {
    const place = city.byId.get(id)
    return place
      ? [{ place, distance: distanceMetres(from, place), open: openAnswer(place, city.calendar, now) }]
      : []
  })
  // An id begins with its city. What this city has not, or does not show, is in no other.
  const elsewhere = ids.filter((id) => !id.startsWith(`${city.region.adcode}-`)).length
  return { here, elsewhere }
}

/** For a screen reader: `8 K 3 M，9 2 Q T`, so that each character is heard. */
export function aloud(no: string): string {
  const spelt = (part: string) => [...part].join(' ')
  return `${spelt(no.slice(0, 4))}，${spelt(no.slice(4))}`
}

const minute = 60_000

/** Whether the server is to be asked again who one is; ms. */
export function isDue(lookedAt: number, now: number): boolean {
  return now - lookedAt > minute
}
