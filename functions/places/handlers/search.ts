import { dayOf } from '../../shared/day'
import { JsonText } from '../../shared/http/json-text'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { placesOperations } from '../operations'
import { openAnswer } from '../rules/opening'
import { search } from '../rules/search'
import type { Catalogues } from '../service/catalogues'
import { unknownRegion } from './failures'
import { openText, placeText } from './response/place-text'

type Dependencies = { catalogues: Catalogues; clock: () => number }

const caching = { 'cache-control': 'public, max-age=60' }

/** One region's catalogue and no other: every catalogue there is would cost four hundred read units. */
export const handleSearch =
  ({ catalogues, clock }: Dependencies): HandlerOf<typeof placesOperations.search> =>
  async ({ query: { q, region, limit } }) => {
    const cached = await catalogues.current(region)
    if (!cached) return err(unknownRegion('region'))
    const at = clock()
    const { catalogue, searchIndex } = await cached.open()
    const places = search(searchIndex(), q, limit, { day: dayOf(at) }).map((place) =>
      JsonText.merge(placeText(place), openText(openAnswer(place, catalogue.calendar, at))),
    )
    return ok({ json: JsonText.field('places', JsonText.list(places)), headers: caching })
  }
