/** The city grid on this phone: kept, and asked for again by ETag once a visit. No position takes part in it. */
import type { Result } from '@common/result'
import * as z from '@common/zod'
import { MalformedCatalogue } from '@functions/places/rules/catalogue'
import {
  type CityGrid,
  cityGridSchema,
  openCityGrid,
  type PackedCityGrid,
} from '@functions/places/rules/city-grid'
import { storedValue, type TextStore } from '@/shared/storage/storage'

export type GridAnswer = { status: 'same' } | { status: 'new'; packed: PackedCityGrid; etag: string | null }

export type GridDeps = {
  fetchGrid(etag: string | null): Promise<Result<GridAnswer, unknown>>
  storage: TextStore
}

export type GridStore = {
  /** Null until it is there, and where it knows no city. */
  get(): CityGrid | null
  subscribe(listener: () => void): () => void
  /** Asks the server, once a visit; resolves when the answer is there, or none came. */
  refresh(): Promise<void>
}

export function createGridStore({ fetchGrid, storage }: GridDeps): GridStore {
  const gridKept = storedValue(
    storage,
    'city-grid',
    1,
    z.object({ etag: z.string(), packed: cityGridSchema }),
  )
  let grid: CityGrid | null = null
  let etag: string | null = null
  let isRead = false
  let asking: Promise<void> | null = null
  const listeners = new Set<() => void>()

  function get(): CityGrid | null {
    if (!isRead) {
      isRead = true
      const found = gridKept.read()
      grid = found && opened(found.packed)
      etag = grid && found ? found.etag : null
    }
    return grid
  }

  async function ask(): Promise<void> {
    get()
    const answer = await fetchGrid(etag)
    if (!answer.ok) {
      asking = null
      return
    }
    if (answer.value.status === 'same') return
    const { packed } = answer.value
    const next = opened(packed)
    if (next === null) return
    grid = next
    etag = answer.value.etag
    if (etag !== null) gridKept.write({ etag, packed })
    for (const listener of listeners) listener()
  }

  return {
    get,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh() {
      asking ??= ask()
      return asking
    },
  }
}

function opened(packed: PackedCityGrid): CityGrid | null {
  if (packed.cities.length === 0) return null
  try {
    return openCityGrid(packed)
  } catch (failure) {
    if (failure instanceof MalformedCatalogue) return null
    throw failure
  }
}
