/** What the phone does with a catalogue it received or kept: parse, check, open; and the first that is asked of it. */
import { packedCatalogueSchema } from '../../functions/places/rules/catalogue'
import { indexMatcher } from '../../functions/places/rules/filter'
import { type Found, nearest } from '../../functions/places/rules/nearby'
import { type LoadedCatalogue, loadCatalogue } from '../../miniapp/src/shared/city/catalogue/load'

export function ready(text: string): LoadedCatalogue {
  const loaded = loadCatalogue(packedCatalogueSchema.parse(JSON.parse(text)))
  if (loaded === null) throw new Error('the catalogue cannot be read')
  return loaded
}

/** In the middle of the generated city. */
const here = { lng: 119.03, lat: 33.6 }

/** The nearest twenty that are open now. */
export function firstAnswer({ index, calendar }: LoadedCatalogue, now: number): Found[] {
  const filter = { kinds: [], roles: [], amenities: [], openAt: now }
  return nearest(index, here, { limit: 20, accept: indexMatcher(index, filter, calendar, now) })
}
