/** Catalogues of cities across the border, opened beside the one that is shown: from the phone, else from the server. */
import type { Result } from '@common/result'
import { packedCatalogueSchema } from '@functions/places/rules/catalogue'
import { parseJson } from '@/shared/storage/storage'
import type { CatalogueCache } from './cache'
import { type LoadedCatalogue, loadCatalogue } from './load'
import type { CatalogueAnswer } from './store'

export type NeighbourDeps = {
  fetchCatalogue(adcode: string, etag: string | null): Promise<Result<CatalogueAnswer, unknown>>
  cache: Pick<CatalogueCache, 'read' | 'write' | 'touch'>
  now(): number
}

export type NeighbourStore = {
  /** Those that are open, by adcode. */
  get(): ReadonlyMap<string, LoadedCatalogue>
  subscribe(listener: () => void): () => void
  /** Once a visit each; what cannot be had is not asked for again. */
  open(adcode: string): Promise<void>
}

export function createNeighbourStore({ fetchCatalogue, cache, now }: NeighbourDeps): NeighbourStore {
  let opened: ReadonlyMap<string, LoadedCatalogue> = new Map()
  const asked = new Map<string, Promise<void>>()
  const listeners = new Set<() => void>()

  function show(adcode: string, catalogue: LoadedCatalogue): void {
    opened = new Map([...opened, [adcode, catalogue]])
    for (const listener of listeners) listener()
  }

  /** From the phone, with the ETag to ask by; null where none is kept that this build can read. */
  function readKept(adcode: string): { catalogue: LoadedCatalogue; etag: string | null } | null {
    const kept = cache.read(adcode)
    const packed = packedCatalogueSchema.safeParse(parseJson(kept?.text ?? null))
    const catalogue = packed.success ? loadCatalogue(packed.data) : null
    return catalogue && { catalogue, etag: kept?.etag ?? null }
  }

  async function load(adcode: string): Promise<void> {
    const kept = readKept(adcode)
    if (kept) show(adcode, kept.catalogue)
    const answer = await fetchCatalogue(adcode, kept?.etag ?? null)
    if (!answer.ok) return
    if (answer.value.status === 'same') return cache.touch(adcode, now())
    const { document, packed: fresh, etag } = answer.value
    const catalogue = loadCatalogue(fresh)
    if (!catalogue) return
    if (etag !== null) cache.write(adcode, { text: JSON.stringify(document), etag, checkedAt: now() })
    show(adcode, catalogue)
  }

  return {
    get: () => opened,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open(adcode) {
      const loading = asked.get(adcode) ?? load(adcode)
      asked.set(adcode, loading)
      return loading
    },
  }
}
