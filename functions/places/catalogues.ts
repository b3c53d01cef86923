/**
 * Catalogues as a function holds them: the last document of each region stays in memory, and one small read of the
 * region's head tells whether it is still the last. What memory lacks comes from the pack in the table; what was never
 * packed is packed here, once for everybody.
 */
import { createHash } from 'node:crypto'
import type { Day } from '../shared/day'
import type { Log } from '../shared/logger'
import type { Coding } from '../shared/negotiate'
import { TableUnavailable } from '../shared/unavailable'
import * as z from '../shared/zod'
import { brotli, gzip, unbrotli } from './compression'
import type { Calendar } from './contract'
import { calendarAt, editionExpiry, editionOf } from './edition'
import { type Catalogue, packCatalogue, packedCatalogueSchema, unpackCatalogue } from './rules/catalogue'
import { buildIndex, type PlaceIndex } from './rules/nearby'
import { buildSearchIndex, type SearchIndex } from './rules/search'
import type { PlacesStore, RegionHead } from './store'

/** All that decides a catalogue's content, short: equal tags, equal documents. */
export type Revision = { adcode: string; version: number; edition: Day; tag: string }

/** A catalogue in memory. What only some requests need is made when the first of them comes. */
export type Holding = {
  revision: Revision
  /** The packed document as it is sent. */
  document: (coding: Coding) => Promise<Uint8Array>
  catalogue: Catalogue
  nearbyIndex: () => PlaceIndex
  searchIndex: () => SearchIndex
}

export type Catalogues = ReturnType<typeof createCatalogues>
export type CataloguesOptions = {
  store: Pick<PlacesStore, 'readHead' | 'readRegion' | 'readContent' | 'readPack' | 'writePack'>
  clock: () => number
  log: Log
  /** Places kept in memory at most, over all regions; the region asked for longest ago goes first. */
  capacity?: number
}

export const createCatalogues = ({ store, clock, log, capacity = 100_000 }: CataloguesOptions) => {
  const held = new Map<string, Holding>()
  const loading = new Map<string, Promise<Holding | null>>()

  /** What the region's catalogue is now: one read of half a unit. Null for a region nobody knows. */
  const revision = async (adcode: string): Promise<Revision | null> => {
    const head = await store.readHead(adcode, { consistent: false })
    if (!head) return null
    const now = revisionOf(head, clock())
    // An eventually consistent read may show less than an earlier one did.
    const had = held.get(adcode)?.revision
    return had && had.edition === now.edition && had.version > now.version ? had : now
  }

  /** The catalogue of a revision, or a later one. Null if the region has gone meanwhile. */
  const holding = async (wanted: Revision): Promise<Holding | null> => {
    const have = held.get(wanted.adcode)
    if (have?.revision.tag === wanted.tag) return keep(have)
    const started = loading.get(wanted.tag + wanted.adcode)
    if (started) return started
    const load = readPacked(wanted).then((packed) => packed ?? build(wanted.adcode))
    loading.set(wanted.tag + wanted.adcode, load)
    return load.finally(() => loading.delete(wanted.tag + wanted.adcode))
  }

  const current = async (adcode: string): Promise<Holding | null> => {
    const now = await revision(adcode)
    return now && holding(now)
  }

  /** What memory has if it is of `version` at least; else the current one. */
  const recent = async (adcode: string, version: number): Promise<Holding | null> => {
    const have = held.get(adcode)
    const isRecent = have && have.revision.version >= version && have.revision.edition === editionOf(clock())
    return isRecent ? keep(have) : current(adcode)
  }

  const readPacked = async (wanted: Revision): Promise<Holding | null> => {
    const bytes = await store.readPack(wanted.adcode, wanted.tag)
    return bytes && keep(await hold(wanted, bytes, 'pack'))
  }

  /**
   * Packs the region from its places and puts the pack into the table. Places are read one page after the other, so
   * the version must be the same before and after; while an import keeps changing it, the answer gets a tag that no
   * later revision will have, and is kept nowhere.
   */
  const build = async (adcode: string, tries = 3): Promise<Holding | null> => {
    const region = await store.readRegion(adcode, { consistent: true })
    const { places, pinyin } = await store.readContent(adcode)
    const head = await store.readHead(adcode, { consistent: true })
    if (!region || !head) return null
    const now = revisionOf(head, clock())
    const calendar = calendarAt(clock())
    const bytes = await brotli(JSON.stringify(packCatalogue({ region, calendar, pinyin, places })))
    if (head.version === region.version) {
      await putPack(now, bytes)
      return keep(await hold(now, bytes, 'places'))
    }
    if (tries > 1) return build(adcode, tries - 1)
    log('catalogue-restless', { region: adcode, version: region.version })
    return hold({ ...now, tag: `${now.tag}~${digest(bytes)}` }, bytes, 'places')
  }

  /** A pack that could not be put costs the next cold function time, and nobody an answer. */
  const putPack = async ({ adcode, tag, edition }: Revision, bytes: Uint8Array) => {
    await store
      .writePack({ adcode, tag, bytes, expiresAt: editionExpiry(edition) })
      .catch((error: unknown) => {
        if (!(error instanceof TableUnavailable)) throw error
        log('pack-not-kept', { region: adcode })
      })
  }

  const hold = async (of: Revision, bytes: Uint8Array, from: 'pack' | 'places'): Promise<Holding> => {
    const plain = await unbrotli(bytes)
    const catalogue = unpackCatalogue(z.parse(packedCatalogueSchema, JSON.parse(plain.toString())))
    log('catalogue-loaded', {
      region: of.adcode,
      version: of.version,
      from,
      places: catalogue.places.length,
      bytes: bytes.length,
    })
    const zipped = once(() => gzip(plain))
    return {
      revision: of,
      document: async (coding) => (coding === 'br' ? bytes : coding === 'gzip' ? zipped() : plain),
      catalogue,
      nearbyIndex: once(() => buildIndex(catalogue.places)),
      searchIndex: once(() => buildSearchIndex(catalogue.places, catalogue.pinyin)),
    }
  }

  /** Remembers it as the one asked for last; a newer one that came in between stays. */
  const keep = (next: Holding): Holding => {
    const { adcode, edition, version } = next.revision
    const have = held.get(adcode)
    const isOlder = have?.revision.edition === edition && have.revision.version > version
    held.delete(adcode)
    held.set(adcode, isOlder ? have : next)
    let room = capacity
    for (const [key, { catalogue }] of [...held].reverse()) {
      room -= catalogue.places.length
      if (room < 0 && key !== adcode) held.delete(key)
    }
    return next
  }

  return { revision, holding, current, recent, build }
}

/**
 * Beside version and edition the tag tells the calendar (a holiday announced late comes with a new build), the form of
 * the document, and when the region was made: a table that began anew counts its versions from one again.
 */
const revisionOf = ({ adcode, version, createdAt }: RegionHead, at: number): Revision => {
  const edition = editionOf(at)
  return { adcode, version, edition, tag: `${version}.${edition}.${besideOf(calendarAt(at), createdAt)}` }
}

/** Asked for with every request and new once a week, so the last answer of each region's beginning is kept. */
const besides = new WeakMap<Calendar, Map<string, string>>()

const besideOf = (calendar: Calendar, createdAt: string): string => {
  const known = besides.get(calendar) ?? new Map<string, string>()
  const beside = known.get(createdAt) ?? digest(JSON.stringify([format, calendar, createdAt]))
  besides.set(calendar, known.set(createdAt, beside))
  return beside
}

const format = packedCatalogueSchema.shape.format._zod.def.values

const digest = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 8)

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
