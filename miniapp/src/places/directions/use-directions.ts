/** Showing the way to a place, from wherever its distance is measured. */
import type { ShownPlace } from '@contract/places'
import { distanceMetres } from '@functions/places/rules/nearby'
import { useOrigin } from '@/shared/city/origin'
import { openDirections } from './open'

export function useDirections(): (place: ShownPlace) => void {
  const { origin } = useOrigin()
  return (place) => openDirections(place, origin && distanceMetres(origin.point, place))
}
