/** The directory of regions, kept for a minute: it changes only when an import or a report does. */
import type { Region } from './contract'
import type { PlacesStore } from './store'

export type Directory = () => Promise<Region[]>

const keptMs = 60_000

export const createDirectory = (store: Pick<PlacesStore, 'listRegions'>, clock: () => number): Directory => {
  let kept: { regions: Region[]; until: number } | null = null
  return async () => {
    if (kept && clock() < kept.until) return kept.regions
    const regions = await store.listRegions()
    kept = { regions, until: clock() + keptMs }
    return regions
  }
}
