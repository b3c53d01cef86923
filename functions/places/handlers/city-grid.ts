import { brotli } from '../../shared/http/brotli'
import { codedAnswer } from '../../shared/http/coded-response'
import { gzip, unbrotli } from '../../shared/http/compression'
import type { Coding } from '../../shared/http/negotiate'
import type { HandlerOf } from '../../shared/http/router'
import { remember } from '../../shared/items/remember'
import type { placesOperations } from '../operations'
import { packCityGrid } from '../rules/city-grid/cells'
import type { PlacesStore } from '../store'
import { mapCaching as caching } from './response/caching'

const keptMs = 60_000

/** Changed by imports alone, so a function reads it once a minute at most. */
export const handleCityGrid = (
  store: Pick<PlacesStore, 'readCityGrid'>,
  clock: () => number,
): HandlerOf<typeof placesOperations.cityGrid> => {
  const current = remember(() => store.readCityGrid({ consistent: false }), clock)
  return async ({ headers }) => {
    const { tag, bytes } = (await current(keptMs)) ?? (await empty())
    const document = async (coding: Coding) => {
      if (coding === 'br') return bytes
      const plain = await unbrotli(bytes)
      return coding === 'gzip' ? gzip(plain) : plain
    }
    return codedAnswer(headers, { tag, caching, mediaType: 'application/json', document })
  }
}

/** Before the first import. */
const empty = async () => ({ tag: 'none', bytes: await brotli(JSON.stringify(packCityGrid([]))) })
