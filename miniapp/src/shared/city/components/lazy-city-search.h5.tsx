import { lazy, Suspense } from 'react'
import type { CityChoice } from './city-rows'

const CitySearch = lazy(() => import('./city-search').then((module) => ({ default: module.CitySearch })))

/** A nation's provinces and how they are read are no part of the first load: a service of a few cities never needs them. */
export function LazyCitySearch(props: CityChoice) {
  return (
    <Suspense fallback={null}>
      <CitySearch {...props} />
    </Suspense>
  )
}
