/**
 * The city one looks at and its catalogue. What is kept on the phone is shown first, whatever the network does;
 * then the server is asked by ETag whether it is still true. No position takes part in any of it.
 */
import type { Result } from '@common/result'
import { listOfKnown } from '@common/tolerant'
import { type Region, regionSchema } from '@contract/places'
import { adcodeSchema } from '@contract/shared'
import { type PackedCatalogue, packedCatalogueSchema } from '@functions/places/rules/catalogue'
import { parseJson, storedValue, type TextStore } from '@/shared/storage/storage'
import type { CatalogueCache } from './cache'
import { type LoadedCatalogue, loadCatalogue } from './load'

export type City =
  | { status: 'loading'; regions: Region[] }
  /** No city is chosen or known by position: nothing is downloaded before the person was asked. */
  | { status: 'unchosen'; regions: Region[] }
  /** Nothing is kept and the server could not be reached. */
  | { status: 'failed'; regions: Region[] }
  | ReadyCity

export type ReadyCity = {
  status: 'ready'
  regions: Region[]
  region: Region
  catalogue: LoadedCatalogue
  /** When the server last confirmed the catalogue, ms. */
  checkedAt: number
  /** The last question to the server got no answer. */
  offline: boolean
}

export type CatalogueAnswer =
  | { status: 'same' }
  /** `document`: what was read, with all that this build does not know. */
  | { status: 'new'; document: unknown; packed: PackedCatalogue; etag: string | null }

export type CityDeps = {
  fetchRegions(): Promise<Result<Region[], unknown>>
  fetchCatalogue(adcode: string, etag: string | null): Promise<Result<CatalogueAnswer, unknown>>
  cache: CatalogueCache
  storage: TextStore
  now(): number
}

export type CityStore = {
  /** The first call reads what is kept; no call asks the server. */
  get(): City
  /** Whose city it is to be, also while its catalogue is on the way or cannot be had; null: nobody has chosen one. */
  wanted(): string | null
  subscribe(listener: () => void): () => void
  /** Asks the server unless it was asked a moment ago; for whenever a screen opens. */
  start(): void
  refresh(): Promise<void>
  refreshRegions(): Promise<void>
  choose(adcode: string): void
  /** By position: takes effect only where nobody has chosen a city by hand. */
  suggest(adcode: string): void
}

/** A catalogue confirmed this recently (ms) is not asked about again. */
const fresh = 60_000

export function createCityStore(deps: CityDeps): CityStore {
  const storedRegions = storedValue(deps.storage, 'regions', 1, listOfKnown(regionSchema))
  const chosen = storedValue(deps.storage, 'city', 1, adcodeSchema)
  /** The last city found by position: a city, not a position. */
  const suggested = storedValue(deps.storage, 'city-shown', 1, adcodeSchema)
  let city: City | null = null
  /** The city asked for last: an answer about another one comes too late. */
  let current: string | null = null
  let pending: Promise<void> | null = null
  /** Whether the server was asked since the program started: what an earlier visit confirmed says nothing of the network now. */
  let asked = false
  const listeners = new Set<() => void>()

  const get = (): City => {
    city ??= fromStorage()
    return city
  }

  function show(next: City): void {
    city = next
    for (const listener of listeners) listener()
  }

  function fromStorage(): City {
    const regions = storedRegions.read() ?? []
    current = chosen.read() ?? suggested.read()
    if (current === null && regions.length > 0) return { status: 'unchosen', regions }
    return cachedCity(current, regions) ?? { status: 'loading', regions }
  }

  function cachedCity(adcode: string | null, regions: Region[]): ReadyCity | null {
    const found = adcode === null ? null : deps.cache.read(adcode)
    const packed = packedCatalogueSchema.safeParse(parseJson(found?.text ?? null))
    const catalogue = packed.success ? loadCatalogue(packed.data) : null
    if (!found || !catalogue) return null
    return {
      status: 'ready',
      regions,
      region: catalogue.region,
      catalogue,
      checkedAt: found.checkedAt,
      offline: false,
    }
  }

  async function refreshRegions(): Promise<void> {
    const answer = await deps.fetchRegions()
    if (!answer.ok) return
    storedRegions.write(answer.value)
    const now = get()
    const isUnchosen = current === null && answer.value.length > 0
    show(isUnchosen ? { status: 'unchosen', regions: answer.value } : { ...now, regions: answer.value })
  }

  async function askCatalogue(adcode: string): Promise<void> {
    const etag = shownCity(adcode) ? (deps.cache.read(adcode)?.etag ?? null) : null
    const answer = await deps.fetchCatalogue(adcode, etag)
    if (adcode === current) show(answered(adcode, answer))
  }

  const shownCity = (adcode: string): ReadyCity | null => {
    const now = get()
    return now.status === 'ready' && now.region.adcode === adcode ? now : null
  }

  function answered(adcode: string, answer: Result<CatalogueAnswer, unknown>): City {
    const { regions } = get()
    const shown = shownCity(adcode)
    const checkedAt = deps.now()
    const catalogue = answer.ok && answer.value.status === 'new' ? loadCatalogue(answer.value.packed) : null
    if (answer.ok && answer.value.status === 'new' && catalogue) {
      const { document, etag } = answer.value
      if (etag !== null) deps.cache.write(adcode, { text: JSON.stringify(document), etag, checkedAt })
      return { status: 'ready', regions, region: catalogue.region, catalogue, checkedAt, offline: false }
    }
    if (!shown) return { status: 'failed', regions }
    if (!answer.ok || answer.value.status === 'new') return { ...shown, offline: true }
    deps.cache.touch(adcode, checkedAt)
    return { ...shown, checkedAt, offline: false }
  }

  async function ask(): Promise<void> {
    asked = true
    if (get().regions.length === 0 || current === null) await refreshRegions()
    if (current !== null) await askCatalogue(current)
    else if (get().regions.length === 0) show({ status: 'failed', regions: [] })
  }

  function track(request: Promise<void>): Promise<void> {
    const tracked = request.finally(() => {
      if (pending === tracked) pending = null
    })
    pending = tracked
    return tracked
  }

  function refresh(): Promise<void> {
    if (pending) return pending
    const now = get()
    if (now.status === 'failed') show({ status: 'loading', regions: now.regions })
    return track(ask())
  }

  function go(adcode: string): void {
    const { regions } = get()
    if (adcode === current) return
    current = adcode
    show(cachedCity(adcode, regions) ?? { status: 'loading', regions })
    void track(askCatalogue(adcode))
  }

  return {
    get,
    wanted() {
      get()
      return current
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      const now = get()
      const isSettled =
        now.status === 'unchosen' || (now.status === 'ready' && deps.now() - now.checkedAt <= fresh)
      if (!asked || !isSettled) void refresh()
    },
    refresh,
    refreshRegions,
    choose(adcode) {
      chosen.write(adcode)
      go(adcode)
    },
    suggest(adcode) {
      if (chosen.read() !== null) return
      suggested.write(adcode)
      go(adcode)
    },
  }
}
