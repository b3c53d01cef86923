/** A catalogue in a function's memory. It is kept as it is sent; what only some requests need is made for the first of them. */

import { gzip, unbrotli } from '../../../shared/http/compression'
import type { Coding } from '../../../shared/http/negotiate'
import * as z from '../../../shared/zod'
import { type Catalogue, packedCatalogueSchema, unpackCatalogue } from '../../rules/catalogue'
import { buildIndex, type PlaceIndex } from '../../rules/nearby'
import { buildSearchIndex, type SearchIndex } from '../../rules/search'
import type { Revision } from './revision'

export type CachedCatalogue = {
  revision: Revision
  /** Of the compressed document. */
  bytes: number
  document: (coding: Coding) => Promise<Uint8Array>
  open: () => Promise<OpenCatalogue>
}
export type OpenCatalogue = {
  catalogue: Catalogue
  nearbyIndex: () => PlaceIndex
  searchIndex: () => SearchIndex
}

/** `packed` is the document, brotli compressed. */
export const createCachedCatalogue = (revision: Revision, packed: Uint8Array): CachedCatalogue => {
  const zipped = once(async () => gzip(await unbrotli(packed)))
  return {
    revision,
    bytes: packed.length,
    document: async (coding) => (coding === 'br' ? packed : coding === 'gzip' ? zipped() : unbrotli(packed)),
    open: once(async () => openCatalogue(JSON.parse((await unbrotli(packed)).toString()))),
  }
}

const openCatalogue = (document: unknown): OpenCatalogue => {
  const catalogue = unpackCatalogue(z.parse(packedCatalogueSchema, document))
  return {
    catalogue,
    nearbyIndex: once(() => buildIndex(catalogue.places)),
    searchIndex: once(() => buildSearchIndex(catalogue.places, catalogue.pinyin)),
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
