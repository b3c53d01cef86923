/** Showing the way to a place, from wherever its distance is measured. */
import type { ShownPlace } from '@contract/places'
import { distanceMetres } from '@rules/places/nearby'
import { useOrigin } from '@/shared/city/origin'
import { openWay } from './open'

export function useWay(): (place: ShownPlace) => void {
  const { origin } = useOrigin()
  return (place) => openWay(place, origin && distanceMetres(origin.point, place))
}
