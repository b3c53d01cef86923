/** Where distances are measured from, for screens. The only importer of the person's position. */
import type { Point } from '@contract/places'
import { useEffect, useMemo } from 'react'
import { phoneStore } from '@/shared/storage/storage'
import { useStore } from '@/shared/storage/store'
import { cityStore, gridStore, useCity } from '.'
import { type OwnCities, ownCitiesOf } from './where/own-city'
import { locate, mayLocate } from './where/position'
import { type Asking, askingOf, createWhereStore, type Origin, originOf } from './where/store'

export type { Asking, Origin } from './where/store'

const whereStore = createWhereStore({ locate, mayLocate, storage: phoneStore })

/** May open the system's question: the caller has shown the reason beside the button. True: the position is known. */
export async function askPosition(): Promise<boolean> {
  await whereStore.ask()
  await showOwnCity()
  return whereStore.get().position !== null
}

/** Takes the position only where that opens no question, because the person has agreed before. */
export async function resumePosition(): Promise<void> {
  await whereStore.resume()
  await showOwnCity()
}

export function chooseDistrict(adcode: string, name: string | null): void {
  whereStore.chooseDistrict(adcode, name)
}

export const measureFromMap = whereStore.measureFromMap

/** Somebody who never chose a city gets the one they stand in; who looks at another sees which it is. */
async function showOwnCity(): Promise<void> {
  if (whereStore.get().position === null) return
  // Waited for only where nothing else could tell: a kept grid is as good as the next, and old ones are asked for again.
  const asked = gridStore.refresh()
  if (gridStore.get() === null) await asked
  const { own } = ownCities()
  if (own !== null) cityStore.suggest(own)
}

function ownCities(): OwnCities {
  return ownCitiesOf(whereStore.get().position, gridStore.get(), cityStore.get().regions)
}

/** `here` is the person's own point, for the dot on the map; `own` the cities it counts for. */
export type OriginView = { origin: Origin | null; asking: Asking; here: Point | null; own: OwnCities }

export function useOrigin(): OriginView {
  const city = useCity()
  const where = useStore(whereStore)
  const grid = useStore(gridStore)
  const region = city.status === 'ready' ? city.region : null
  const adcode = region?.adcode ?? (city.status === 'unchosen' ? '' : null)
  useEffect(() => {
    // Whoever has picked a district here means that district.
    if (adcode !== null && whereStore.get().districts[adcode] === undefined) void resumePosition()
  }, [adcode])
  const { regions } = city
  return useMemo(() => {
    const own = ownCitiesOf(where.position, grid, regions)
    const view = { here: where.position, own }
    return region
      ? { ...view, origin: originOf(where, region, own), asking: askingOf(where, region, own) }
      : { ...view, origin: null, asking: where.asking }
  }, [region, where, grid, regions])
}
