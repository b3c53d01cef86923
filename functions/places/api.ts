/** The places API: what each of its operations is answered by. */
import type { AddressLog } from '../shared/aws/address-log'
import type { Log } from '../shared/aws/logger'
import { type GatewayHandler, gatewayHandler } from '../shared/http/lambda'
import { createRouter, route } from '../shared/http/router'
import { createSourceReader } from '../shared/http/source'
import type { SessionReader } from '../shared/session/session'
import { handleCatalogue } from './handlers/catalogue'
import { handleCityGrid } from './handlers/city-grid'
import { handleGeojson } from './handlers/geojson'
import { handleNearby } from './handlers/nearby'
import { handlePlace } from './handlers/place'
import { handleRegions } from './handlers/regions'
import { handleReport } from './handlers/report'
import { handleOpenReports, handleReportDecision } from './handlers/review'
import { handleSearch } from './handlers/search'
import { placesOperations, placesProblems } from './operations'
import type { PlaceReports } from './service'
import { createCatalogues } from './service/catalogues'
import { createDirectory } from './service/regions'
import type { PlacesStore } from './store'

export type PlacesOptions = {
  /** Compressed bytes of catalogues to remember; a good measure if absent. */
  capacity?: number
}

export type PlacesDependencies = PlacesOptions & {
  store: PlacesStore
  reports: PlaceReports
  sessions: SessionReader
  clock: () => number
  log: Log
  /** Secret of our CloudFront distribution; undefined where there is none before us. */
  originVerify?: string
  /** Where the law wants addresses kept (shared/address-log.ts). */
  addressLog?: AddressLog
}

export const createPlacesApi = (dependencies: PlacesDependencies): GatewayHandler => {
  const { store, reports, sessions, clock, log, originVerify } = dependencies
  const catalogues = createCatalogues(dependencies)
  const sourceOf = createSourceReader({ originVerify, log })
  const directory = createDirectory(store, clock)
  const routes = {
    regions: route(placesOperations.regions, handleRegions(directory)),
    cityGrid: route(placesOperations.cityGrid, handleCityGrid(store, clock)),
    catalogue: route(placesOperations.catalogue, handleCatalogue(catalogues)),
    geojson: route(placesOperations.geojson, handleGeojson(catalogues, clock)),
    nearby: route(placesOperations.nearby, handleNearby({ catalogues, directory, clock })),
    search: route(placesOperations.search, handleSearch({ catalogues, clock })),
    place: route(placesOperations.place, handlePlace(store, clock)),
    reports: route(placesOperations.reports, handleReport({ reports, clock, log, sourceOf })),
    openReports: route(placesOperations.openReports, handleOpenReports({ reports, store })),
    decideReport: route(placesOperations.decideReport, handleReportDecision(reports)),
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
