/** Where a gift is picked up, nearest first, and the one that is chosen. */

import type { PlaceSummary } from '@contract/places'
import type { Gift } from '@contract/points'
import { useMemo, useState } from 'react'
import { useCity, useWholeCity } from '@/shared/city'
import { type Origin, useOrigin } from '@/shared/city/origin'
import { outletsOf, useMe } from '@/shared/session/session'
import { useNow } from '@/shared/time/clock'
import { type PickupPlace, pickupPlaces } from './places'

/** Of the element that lists them. */
export const outletsId = 'pickup-outlets'

export type PickupPlaces = {
  places: PickupPlace[]
  /** Where their distances are measured from; null until that is known. */
  origin: Origin | null
  /** Outlets of the gift that this phone's catalogue does not know. */
  unknown: number
  chosen: PlaceSummary | null
  choose(id: string): void
}

export function useOutlets(gift: Gift): PickupPlaces {
  const city = useCity()
  const whole = useWholeCity()
  const now = useNow()
  const { origin } = useOrigin()
  const me = useMe()
  const [wanted, setWanted] = useState<string | null>(null)
  const catalogue = city.status === 'ready' ? city.catalogue : null
  const lng = origin?.point.lng
  const lat = origin?.point.lat
  const places = useMemo(() => {
    const from = lng === undefined || lat === undefined ? null : { lng, lat }
    return catalogue ? pickupPlaces(gift.outlets, catalogue, { from, own: outletsOf(me), now }) : []
  }, [catalogue, gift.outlets, lng, lat, me, now])
  const free = places.filter((one) => !one.own)
  // The nearest one is a fair guess only where one knows what is near: the middle of the city is nobody's position.
  const guess = (origin && origin.from !== 'centre') || free.length === 1 ? free[0] : undefined
  const chosen = free.find(({ place }) => place.id === wanted) ?? guess
  return {
    places,
    origin,
    unknown: gift.outlets.filter((id) => whole.status !== 'ready' || !whole.catalogue.byId.has(id)).length,
    chosen: chosen?.place ?? null,
    choose: setWanted,
  }
}
