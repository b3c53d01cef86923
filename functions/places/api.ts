/** The places API: what each of its operations is answered by. */
import type { AddressLog } from '../shared/address-log'
import { type GatewayHandler, gatewayHandler } from '../shared/lambda'
import type { Log } from '../shared/logger'
import { createRouter, route } from '../shared/router'
import type { SessionReader } from '../shared/session'
import { createSourceReader } from '../shared/source'
import { answerCatalogue } from './answers/catalogue'
import { answerCityGrid } from './answers/city-grid'
import { answerGeojson } from './answers/geojson'
import { answerNearby } from './answers/nearby'
import { answerPlace } from './answers/place'
import { answerRegions } from './answers/regions'
import { answerReport } from './answers/report'
import { answerOpenReports, answerReportDecision } from './answers/review'
import { answerSearch } from './answers/search'
import { createCatalogues } from './catalogues'
import { createDirectory } from './directory'
import { placesOperations, placesProblems } from './operations'
import type { PlacesStore, ReviewStore } from './store'

export type PlacesDependencies = {
  store: PlacesStore
  review: ReviewStore
  sessions: SessionReader
  clock: () => number
  log: Log
  /** Secret of our CloudFront distribution; undefined where there is none before us. */
  originVerify?: string
  /** Where the law wants addresses kept (shared/address-log.ts). */
  addressLog?: AddressLog
  /** Compressed bytes of catalogues to remember; a good measure if absent. */
  capacity?: number
}

export const createPlacesApi = (dependencies: PlacesDependencies): GatewayHandler => {
  const { store, review, sessions, clock, log, originVerify } = dependencies
  const catalogues = createCatalogues(dependencies)
  const sourceOf = createSourceReader({ originVerify, log })
  const directory = createDirectory(store, clock)
  const routes = {
    regions: route(placesOperations.regions, answerRegions(directory)),
    cityGrid: route(placesOperations.cityGrid, answerCityGrid(store, clock)),
    catalogue: route(placesOperations.catalogue, answerCatalogue(catalogues)),
    geojson: route(placesOperations.geojson, answerGeojson(catalogues, clock)),
    nearby: route(placesOperations.nearby, answerNearby({ catalogues, directory, clock })),
    search: route(placesOperations.search, answerSearch({ catalogues, clock })),
    place: route(placesOperations.place, answerPlace(store, clock)),
    reports: route(placesOperations.reports, answerReport({ store, clock, log, sourceOf })),
    openReports: route(placesOperations.openReports, answerOpenReports(review)),
    decideReport: route(placesOperations.decideReport, answerReportDecision(review)),
  } satisfies Record<keyof typeof placesOperations, unknown>
  return gatewayHandler(
    createRouter({
      routes: Object.values(routes),
      problems: placesProblems,
      log,
      clock,
      sessions,
      originVerify,
      addressLog: dependencies.addressLog,
    }),
  )
}
