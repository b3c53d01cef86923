/** Near a border the next place may be across it: found on the phone, in the neighbour's catalogue. */
import { dayOf } from '@common/day'
import type { Point } from '@contract/places'
import { useEffect, useMemo } from 'react'
import { gridStore, neighbourStore, useCity } from '@/shared/city'
import type { LoadedCatalogue } from '@/shared/city/catalogue/load'
import { catalogueForMinors } from '@/shared/city/minors'
import { useOrigin } from '@/shared/city/origin'
import { useAge } from '@/shared/storage/settings'
import { useStore } from '@/shared/storage/store'
import type { NearPlace } from './nearest'

/** `city`: the neighbour's name. */
export type NeighbourPlace = { near: NearPlace; city: string }

/** Finds the place that the screen asks for, among a neighbour's; a stable function. */
export type FindNear = (catalogue: LoadedCatalogue, from: Point) => NearPlace | null

/** Metres: nobody crosses a border for what lies farther. */
const farthest = 30_000
const most = 2

/**
 * The neighbour's place that is nearer than `than` metres, which is how far the own city's is; null where there is none.
 * A neighbour's catalogue is opened only where the city grid says that it begins nearer than that, and only for the
 * person's own position.
 */
export function useNeighbour(than: number, find: FindNear): NeighbourPlace | null {
  const city = useCity()
  const { origin } = useOrigin()
  const grid = useStore(gridStore)
  const whole = useStore(neighbourStore)
  const isMinor = useAge() === 'minor'
  const opened = useMemo(() => (isMinor ? forMinors(whole) : whole), [whole, isMinor])
  const shown = city.status === 'ready' ? city.region.adcode : null
  const from = origin?.from === 'position' ? origin.point : null
  const around = useMemo(
    () =>
      from === null || shown === null || grid === null
        ? []
        : grid
            .citiesWithin(from, Math.min(than, farthest))
            .map(({ adcode }) => adcode)
            .filter((adcode) => adcode !== shown)
            .slice(0, most),
    [from, shown, grid, than],
  )
  useEffect(() => {
    for (const adcode of around) void neighbourStore.open(adcode)
  }, [around])
  return useMemo(() => {
    if (from === null) return null
    const found = around.flatMap((adcode) => {
      const catalogue = opened.get(adcode)
      const near = catalogue ? find(catalogue, from) : null
      return catalogue && near && near.distance < than ? [{ near, city: catalogue.region.name }] : []
    })
    return found.sort((a, b) => a.near.distance - b.near.distance)[0] ?? null
  }, [from, around, opened, find, than])
}

function forMinors(opened: ReadonlyMap<string, LoadedCatalogue>): ReadonlyMap<string, LoadedCatalogue> {
  const today = dayOf(Date.now())
  return new Map([...opened].map(([adcode, catalogue]) => [adcode, catalogueForMinors(catalogue, today)]))
}
