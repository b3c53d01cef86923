/** The city one looks at, for screens: starts to ask the server when the first screen needs it. */
import { useEffect } from 'react'
import { onOnline } from '@/shared/platform/offline-state'
import { useAge } from '@/shared/storage/settings'
import { phoneStore } from '@/shared/storage/storage'
import { useStore } from '@/shared/storage/store'
import { fetchCatalogue, fetchCityGrid, fetchRegions } from './api'
import { createCatalogueCache } from './catalogue/cache'
import { createGridStore } from './catalogue/grid'
import { createNeighbourStore } from './catalogue/neighbours'
import { type City, createCityStore } from './catalogue/store'
import { cityForMinors } from './minors'

export type { City, ReadyCity } from './catalogue/store'

const cache = createCatalogueCache(phoneStore)

export const cityStore = createCityStore({
  fetchRegions,
  fetchCatalogue,
  cache,
  storage: phoneStore,
  now: Date.now,
})

export const neighbourStore = createNeighbourStore({ fetchCatalogue, cache, now: Date.now })

export const gridStore = createGridStore({ fetchGrid: fetchCityGrid, storage: phoneStore })

let watching = false

/** Once a start: what is old is asked for again whenever the network comes back. */
function watchNetwork(): void {
  if (watching) return
  watching = true
  onOnline(() => {
    const city = cityStore.get()
    const waiting = city.status === 'failed' || (city.status === 'ready' && city.offline)
    if (waiting) void cityStore.refresh()
  })
}

/** As this person may see it: every screen of citizens takes its places from here. */
export function useCity(): City {
  const city = useWholeCity()
  return useAge() === 'minor' ? cityForMinors(city, Date.now()) : city
}

/** With every place, for those who work behind the counter and at the desk. */
export function useWholeCity(): City {
  useEffect(() => {
    watchNetwork()
    cityStore.start()
  }, [])
  return useStore(cityStore)
}

/** Remembered on this phone. */
export function chooseCity(adcode: string): void {
  cityStore.choose(adcode)
}

export function refreshCity(): Promise<void> {
  return cityStore.refresh()
}

/** The city one looks at; null until it is there. Accounts and gifts are a city's own. */
export function useRegion(): string | null {
  const city = useCity()
  return city.status === 'ready' ? city.region.adcode : null
}
