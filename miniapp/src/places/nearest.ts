/** The nearest places, found on the phone in the catalogue it keeps: no request, no position sent. */
import type { OpenAnswer, PlaceSummary, Point } from '@contract/places'
import { indexMatcher, type PlaceFilter } from '@functions/places/rules/filter'
import { nearest, nearestOrdinals, type Ranked } from '@functions/places/rules/nearby'
import { openAnswer } from '@functions/places/rules/opening'
import { useMemo } from 'react'
import { useCity } from '@/shared/city'
import type { LoadedCatalogue } from '@/shared/city/catalogue/load'
import { useOrigin } from '@/shared/city/origin'
import { useNow } from '@/shared/time/clock'

/** `distance` in metres. */
export type NearPlace = { place: PlaceSummary; distance: number; open: OpenAnswer }

export const everything: PlaceFilter = { kinds: [], roles: [], amenities: [], openAt: null }

export type NearOptions = { limit: number; filter: PlaceFilter; now: number }

/** Ascending by distance; `filter.openAt` decides whether only open ones are wanted. */
export function nearestPlaces(catalogue: LoadedCatalogue, from: Point, options: NearOptions): NearPlace[] {
  const { limit, filter, now } = options
  const accept = indexMatcher(catalogue.index, filter, catalogue.calendar, now)
  return nearest(catalogue.index, from, { limit, accept }).map(({ place, distance }) => ({
    place,
    distance,
    open: openAnswer(place, catalogue.calendar, filter.openAt ?? now),
  }))
}

/** Everything there is by distance from one point. */
export function rankedPlaces(catalogue: LoadedCatalogue, from: Point): Ranked[] {
  return nearestOrdinals(catalogue.index, from, { limit: catalogue.count })
}

/** A whole city from one point at one moment, for a list that is filtered again and again. */
export type AnsweredPlaces = {
  /** As `nearestPlaces` gives them; a place is the same object in each answer, and so is the answer to the same filter. */
  matching(filter: PlaceFilter): NearPlace[]
}

export function answeredPlaces(
  { index, calendar }: LoadedCatalogue,
  ranked: readonly Ranked[],
  now: number,
): AnsweredPlaces {
  const known: (NearPlace | undefined)[] = []
  function nearAt(ordinal: number, distance: number): NearPlace | undefined {
    const place = known[ordinal] ? undefined : index.places.at(ordinal)
    if (place) known[ordinal] = { place, distance, open: openAnswer(place, calendar, now) }
    return known[ordinal]
  }
  function search(filter: PlaceFilter): NearPlace[] {
    const accept = indexMatcher(index, filter, calendar, now)
    const found: NearPlace[] = []
    for (const { ordinal, distance } of ranked) {
      const near = accept(ordinal) ? nearAt(ordinal, distance) : undefined
      if (near) found.push(near)
    }
    return found
  }
  const answers = new Map<string, NearPlace[]>()
  return {
    matching(filter) {
      const key = JSON.stringify(filter)
      const found = answers.get(key) ?? search(filter)
      answers.set(key, found)
      return found
    },
  }
}

/** The nearest from where the person is or said to be; empty until the city is there. `openNow` looks anew each minute. */
export function useNearest({
  limit,
  filter = everything,
  openNow = false,
}: {
  limit: number
  filter?: PlaceFilter
  openNow?: boolean
}): NearPlace[] {
  const city = useCity()
  const { origin } = useOrigin()
  const now = useNow()
  const catalogue = city.status === 'ready' ? city.catalogue : null
  const lng = origin?.point.lng
  const lat = origin?.point.lat
  return useMemo(() => {
    if (!catalogue || lng === undefined || lat === undefined) return []
    return nearestPlaces(
      catalogue,
      { lng, lat },
      { limit, filter: openNow ? { ...filter, openAt: now } : filter, now },
    )
  }, [catalogue, lng, lat, limit, filter, openNow, now])
}
