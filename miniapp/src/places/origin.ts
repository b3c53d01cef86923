/** Where distances are measured from, for screens. The only importer of the person's position. */
import type { Point } from '@contract/places'
import { useEffect, useMemo } from 'react'
import { phoneStore } from '@/shared/storage'
import { useStore } from '@/shared/store'
import { cityStore, useCity } from './city'
import { locate, mayLocate } from './where/position'
import { type Asking, askingOf, createWhereStore, isNear, type Origin, originOf } from './where/store'

export type { Asking, Origin } from './where/store'

const whereStore = createWhereStore({ locate, mayLocate, storage: phoneStore })

/** May open the system's question: the caller has shown the reason beside the button. True: the position is known. */
export async function askPosition(): Promise<boolean> {
  await whereStore.ask()
  showOwnCity()
  return whereStore.get().position !== null
}

/** Takes the position only where that opens no question, because the person has agreed before. */
export async function resumePosition(): Promise<void> {
  await whereStore.resume()
  showOwnCity()
}

export function chooseDistrict(adcode: string, name: string | null): void {
  whereStore.chooseDistrict(adcode, name)
}

export const measureFromMap = whereStore.measureFromMap

/** Somebody who never chose a city gets the one they stand in. */
function showOwnCity(): void {
  const { position } = whereStore.get()
  const here = position && cityStore.get().regions.find((region) => isNear(region.bbox, position))
  if (here) cityStore.suggest(here.adcode)
}

/** `here` is the person's own point, for the dot on the map. */
export type OriginView = { origin: Origin | null; asking: Asking; here: Point | null }

export function useOrigin(): OriginView {
  const city = useCity()
  const where = useStore(whereStore)
  const region = city.status === 'ready' ? city.region : null
  const adcode = region?.adcode
  useEffect(() => {
    // Whoever has picked a district here means that district.
    if (adcode && whereStore.get().districts[adcode] === undefined) void resumePosition()
  }, [adcode])
  return useMemo(
    () =>
      region
        ? { origin: originOf(where, region), asking: askingOf(where, region), here: where.position }
        : { origin: null, asking: where.asking, here: where.position },
    [region, where],
  )
}
