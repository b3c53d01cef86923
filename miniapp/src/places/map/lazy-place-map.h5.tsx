import { lazy, Suspense } from 'react'
import type { PlaceMapProps } from './place-map-props'

const PlaceMap = lazy(() => import('./place-map').then((module) => ({ default: module.PlaceMap })))

/** The browser's map with its library is loaded after the list, which needs neither. */
export function LazyPlaceMap(props: PlaceMapProps) {
  return (
    <Suspense fallback={null}>
      <PlaceMap {...props} />
    </Suspense>
  )
}
