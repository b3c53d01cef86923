/**
 * Where distances are measured from: the person's position if they gave it, else the district they picked, else
 * the middle of the city. The district is remembered, the position never is.
 */
import type { Result } from '@common/result'
import * as z from '@common/zod'
import type { Point, Region } from '@contract/places'
import { fullDistrictName } from '@functions/places/rules/divisions'
import { storedValue, type TextStore } from '@/shared/storage/storage'
import type { OwnCities } from './own-city'
import type { PositionError } from './position'

export type Origin = {
  from: 'position' | 'district' | 'centre' | 'map'
  /** `我的位置`, `清江浦区`, `淮安`, `地图中心`. */
  name: string
  point: Point
}

/** `far`: the position is known, but not in this city. */
export type Asking = 'idle' | 'asking' | 'far' | PositionError

export type WhereDeps = {
  locate(): Promise<Result<Point, PositionError>>
  mayLocate(): Promise<boolean>
  storage: TextStore
}

export type Where = {
  position: Point | null
  asking: Asking
  districts: Record<string, string>
  map: Point | null
}

export type WhereStore = {
  get(): Where
  subscribe(listener: () => void): () => void
  /** May open the system's question; whoever calls has shown the reason. */
  ask(): Promise<void>
  /** Asks only where no question would open; for when a screen opens. */
  resume(): Promise<void>
  /** Null: the middle of the city. */
  chooseDistrict(adcode: string, name: string | null): void
  /** Measures from the middle of the map until something else is chosen. */
  measureFromMap(point: Point): void
}

export function createWhereStore(deps: WhereDeps): WhereStore {
  const districtsKept = storedValue(deps.storage, 'districts', 1, z.record(z.string(), z.string()))
  let where: Where | null = null
  const listeners = new Set<() => void>()

  function get(): Where {
    if (where === null) {
      where = { position: null, asking: 'idle', districts: districtsKept.read() ?? {}, map: null }
    }
    return where
  }

  function show(change: Partial<Where>): void {
    where = { ...get(), ...change }
    for (const listener of listeners) listener()
  }

  async function ask(): Promise<void> {
    if (get().asking === 'asking') return
    show({ asking: 'asking' })
    const found = await deps.locate()
    if (found.ok) show({ position: found.value, asking: 'idle', map: null })
    else show({ position: null, asking: found.error })
  }

  return {
    get,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ask,
    async resume() {
      const untouched = () => get().position === null && get().asking === 'idle'
      if (untouched() && (await deps.mayLocate()) && untouched()) await ask()
    },
    chooseDistrict(adcode, name) {
      const { [adcode]: _, ...others } = get().districts
      const districts = name === null ? others : { ...others, [adcode]: name }
      districtsKept.write(districts)
      show({ districts, position: null, map: null, asking: 'idle' })
    },
    measureFromMap(point) {
      show({ map: point })
    },
  }
}

/** The one place distances are measured from in this city. `own`: the cities that the position counts for. */
export function originOf(where: Where, region: Region, own: OwnCities): Origin {
  if (where.map) return { from: 'map', name: '地图中心', point: where.map }
  if (where.position && own.near.includes(region.adcode)) {
    return { from: 'position', name: '我的位置', point: where.position }
  }
  const district = region.districts.find((one) => one.name === where.districts[region.adcode])
  if (district)
    return { from: 'district', name: fullDistrictName(region.adcode, district.name), point: district.centre }
  return { from: 'centre', name: region.name, point: region.centre }
}

/** What to say about the position in this city: known but elsewhere is a case of its own. */
export function askingOf(where: Where, region: Region, own: OwnCities): Asking {
  return where.position && !own.near.includes(region.adcode) ? 'far' : where.asking
}
