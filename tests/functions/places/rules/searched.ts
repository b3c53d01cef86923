import type { PlaceSummary } from '../../../../functions/places/contract'
import { buildSearchIndex } from '../../../../functions/places/rules/search'
import { pinyinOf } from '../../../../functions/places/service/catalogue/pinyin'

export const winter = '2026-12-01'
/** With the readings that the server computes. */
export const indexOf = (places: PlaceSummary[]) =>
  buildSearchIndex(
    places,
    pinyinOf(places.flatMap(({ name, district, address }) => [name, district, address])),
  )
