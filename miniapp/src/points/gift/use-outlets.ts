/** Where a gift is picked up, nearest first where it is known from where to measure; and the one that is chosen. */

import type { OpenAnswer, PlaceSummary } from '@contract/places'
import type { Gift } from '@contract/points'
import { useMemo, useState } from 'react'
import { useCity } from '@/places/city'
import { useNow } from '@/places/clock'
import { type Origin, useOrigin } from '@/places/origin'
import { outletsOf, useMe } from '@/shared/session'
import { pickupPlaces } from './places'

/** `distance` in metres; null where it is not known from where to measure. `own`: nobody redeems at an outlet of their own. */
export type PickupPlace = { place: PlaceSummary; open: OpenAnswer; distance: number | null; own: boolean }

export type PickupPlaces = {
  places: PickupPlace[]
  /** Outlets of the gift that this phone's catalogue does not know. */
  unknown: number
  /** From where distances are measured; null where there are none. */
  origin: Origin | null
  chosen: PlaceSummary | null
  choose(id: string): void
}

export function useOutlets(gift: Gift): PickupPlaces {
  const city = useCity()
  const now = useNow()
  const { origin: known } = useOrigin()
  const me = useMe()
  const [wanted, setWanted] = useState<string | null>(null)
  const catalogue = city.status === 'ready' ? city.catalogue : null
  // The middle of the city is nobody's position: a distance from there would mislead.
  const origin = known && known.from !== 'centre' ? known : null
  const lng = origin?.point.lng
  const lat = origin?.point.lat
  const places = useMemo(() => {
    const from = lng === undefined || lat === undefined ? null : { lng, lat }
    return catalogue ? pickupPlaces(gift.outlets, catalogue, { from, own: outletsOf(me), now }) : []
  }, [catalogue, gift.outlets, lng, lat, me, now])
  const free = places.filter((one) => !one.own)
  // Nearest first: the first one is a fair guess only where one knows what is near.
  const guess = origin || free.length === 1 ? free[0] : undefined
  const chosen = free.find(({ place }) => place.id === wanted) ?? guess
  return {
    places,
    unknown: gift.outlets.length - places.length,
    origin,
    chosen: chosen?.place ?? null,
    choose: setWanted,
  }
}
