/**
 * Catalogues as a function holds them: the last one of each region stays in memory, and one small read of the region's
 * head tells whether it is still the last. What memory lacks comes from the pack in the table; what was never packed is
 * packed by one function for all of them.
 */

import type { Log } from '../../shared/aws/logger'
import { TableUnavailable } from '../../shared/aws/unavailable'
import { brotli } from '../../shared/http/brotli'
import { packCatalogue } from '../rules/catalogue'
import type { PlacesStore } from '../store'
import { type CachedCatalogue, createCachedCatalogue } from './catalogue/cached-catalogue'
import { calendarAt, editionExpiry } from './catalogue/edition'
import { digest, isAsNew, type Revision, revisionOf } from './catalogue/revision'

export type Catalogues = ReturnType<typeof createCatalogues>
export type CataloguesOptions = {
  store: Pick<
    PlacesStore,
    'readHead' | 'readRegion' | 'readContent' | 'readPack' | 'writePack' | 'claimPacking'
  >
  clock: () => number
  log: Log
  sleep?: (ms: number) => Promise<void>
  /** Compressed bytes kept in memory at most, over all regions; the region asked for longest ago goes first. */
  capacity?: number
}

/** Some 130,000 places. Open and indexed, a byte of the document takes about a hundred and fifty. */
const defaultCapacity = 3 * 1024 * 1024
/** Longer than packing the largest region takes; who died over it is replaced then. */
const claimMs = 20_000
const waitMs = 250
const maxWaits = 20

export const createCatalogues = (options: CataloguesOptions) => {
  const { store, clock, log, sleep = pause, capacity = defaultCapacity } = options
  const cached = new Map<string, CachedCatalogue>()
  const loading = new Map<string, Promise<CachedCatalogue | null>>()

  /** What the region's catalogue is now: one read of half a unit. Null for a region nobody knows. */
  const revision = async (adcode: string): Promise<Revision | null> => {
    const head = await store.readHead(adcode, { consistent: false })
    if (!head) return null
    const now = revisionOf(head, clock())
    // An eventually consistent read may show less than an earlier one did.
    const had = cached.get(adcode)?.revision
    return had && isAsNew(had, now) ? had : now
  }

  /** The catalogue of a revision, or nearly: a later one, or the one before while the next is being packed. */
  const load = async (wanted: Revision): Promise<CachedCatalogue | null> => {
    const have = cached.get(wanted.adcode)
    if (have?.revision.tag === wanted.tag) return remember(have)
    const key = `${wanted.adcode} ${wanted.tag}`
    const started = loading.get(key)
    if (started) return started
    const work = obtain(wanted)
    loading.set(key, work)
    return work.finally(() => loading.delete(key))
  }

  const current = async (adcode: string): Promise<CachedCatalogue | null> => {
    const now = await revision(adcode)
    return now && load(now)
  }

  const obtain = async (wanted: Revision): Promise<CachedCatalogue | null> => {
    const packed = await readPacked(wanted)
    if (packed) return packed
    if (await claim(wanted)) return build(wanted.adcode)
    return lastOf(wanted) ?? waitForPack(wanted.adcode)
  }

  /** Of functions that miss the same pack at the same moment only one reads the whole region. */
  const claim = ({ adcode, tag }: Revision) =>
    store.claimPacking({ adcode, tag, now: clock(), until: clock() + claimMs })

  /** The one before, where memory has it and it is of the same week. */
  const lastOf = ({ adcode, edition, since }: Revision): CachedCatalogue | null => {
    const have = cached.get(adcode)
    return have && have.revision.edition === edition && have.revision.since === since ? have : null
  }

  const waitForPack = async (adcode: string): Promise<CachedCatalogue | null> => {
    for (let waits = 0; waits < maxWaits; waits++) {
      await sleep(waitMs)
      const now = await revision(adcode)
      if (!now) return null
      const packed = await readPacked(now)
      if (packed) return packed
      if (await claim(now)) break
    }
    return build(adcode)
  }

  const readPacked = async (wanted: Revision): Promise<CachedCatalogue | null> => {
    const bytes = await store.readPack(wanted.adcode, wanted.tag)
    return bytes && remember(createLogged(wanted, bytes, 'pack'))
  }

  /**
   * Packs the region from its places and puts the pack into the table. Places are read one page after the other, so
   * the version must be the same before and after. While an import keeps changing it, the one before serves; a function
   * that has none answers with a tag that no revision will have, and keeps it nowhere.
   */
  const build = async (adcode: string, tries = 3): Promise<CachedCatalogue | null> => {
    const region = await store.readRegion(adcode, { consistent: true })
    const { places, pinyin } = await store.readContent(adcode)
    const head = await store.readHead(adcode, { consistent: true })
    if (!region || !head) return null
    const now = revisionOf(head, clock())
    const isUnchanged = head.version === region.version
    if (!isUnchanged && tries > 1) return build(adcode, tries - 1)
    const calendar = calendarAt(clock())
    const bytes = await brotli(JSON.stringify(packCatalogue({ region, calendar, pinyin, places })))
    if (isUnchanged) {
      await putPack(now, bytes)
      return remember(createLogged(now, bytes, 'places'))
    }
    log('catalogue-kept-changing', { region: adcode, version: region.version })
    return lastOf(now) ?? createLogged({ ...now, tag: `${now.tag}~${digest(bytes)}` }, bytes, 'places')
  }

  /** A pack that could not be put costs the next cold function time, and nobody an answer. */
  const putPack = async ({ adcode, tag, edition }: Revision, bytes: Uint8Array) => {
    const expiresAt = editionExpiry(edition)
    await store.writePack({ adcode, tag, bytes, expiresAt }).catch((error: unknown) => {
      if (!(error instanceof TableUnavailable)) throw error
      log('pack-write-failed', { region: adcode })
    })
  }

  const createLogged = (of: Revision, bytes: Uint8Array, from: 'pack' | 'places'): CachedCatalogue => {
    log('catalogue-loaded', { region: of.adcode, version: of.version, from, bytes: bytes.length })
    return createCachedCatalogue(of, bytes)
  }

  /** Remembers it as the one asked for last; a newer one that came in between stays. */
  const remember = (next: CachedCatalogue): CachedCatalogue => {
    const { adcode } = next.revision
    const have = cached.get(adcode)
    cached.delete(adcode)
    cached.set(adcode, have && isAsNew(have.revision, next.revision) ? have : next)
    let room = capacity
    for (const [key, { bytes }] of [...cached].reverse()) {
      room -= bytes
      if (room < 0 && key !== adcode) cached.delete(key)
    }
    return next
  }

  return { revision, load, current, build }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
