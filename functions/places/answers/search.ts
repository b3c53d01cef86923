import { dayOf } from '../../shared/day'
import { JsonText } from '../../shared/json-text'
import { err, ok } from '../../shared/result'
import type { AnswerTo } from '../../shared/router'
import type { Catalogues } from '../catalogues'
import type { Directory } from '../directory'
import { unknownRegion } from '../failures'
import type { Holding } from '../holding'
import type { placesOperations } from '../operations'
import { openAnswer } from '../rules/opening'
import { searchAll } from '../rules/search'
import { openText, placeText } from './listed'

type Dependencies = { catalogues: Catalogues; directory: Directory; clock: () => number }

const caching = { 'cache-control': 'public, max-age=60' }

export const answerSearch =
  (dependencies: Dependencies): AnswerTo<typeof placesOperations.search> =>
  async ({ query: { q, region, limit } }) => {
    const holdings = await (region === undefined
      ? everyRegion(dependencies)
      : oneRegion(dependencies, region))
    if (!holdings) return err(unknownRegion('region'))
    const at = dependencies.clock()
    const open = await Promise.all(holdings.map((holding) => holding.open()))
    const indexes = open.map(({ searchIndex }) => searchIndex())
    // All of one edition carry the same calendar.
    const calendar = open[0]?.catalogue.calendar
    const places = calendar
      ? searchAll(indexes, q, limit, { day: dayOf(at) }).map((place) =>
          JsonText.merge(placeText(place), openText(openAnswer(place, calendar, at))),
        )
      : []
    return ok({ json: JsonText.field('places', JsonText.list(places)), headers: caching })
  }

const oneRegion = async ({ catalogues }: Dependencies, adcode: string): Promise<Holding[] | null> => {
  const holding = await catalogues.current(adcode)
  return holding && [holding]
}

/** As the directory of the last minute knows them, so that a search costs no read a region. */
const everyRegion = async ({ catalogues, directory }: Dependencies): Promise<Holding[]> => {
  const regions = await directory()
  const holdings = await Promise.all(regions.map(({ adcode, version }) => catalogues.recent(adcode, version)))
  return holdings.filter((holding) => holding !== null)
}
