/** Where everything of places is made: under Lambda, by commands and in tests alike. */
import type { Context } from '../shared/aws/context'
import { sessionsOf } from '../shared/session/session-reader'
import { createPlacesApi, type PlacesOptions } from './api'
import { createPlaceReports } from './service'
import { createPlacesStore } from './store'

export { createPlaceConfirming, createPlaceReports } from './service'
export { createCatalogues } from './service/catalogues'
export { createPlacesStore } from './store'

/** The function that answers the places API. */
export const createPlacesFunction = (context: Context, options: PlacesOptions = {}) =>
  createPlacesApi({
    ...context,
    ...options,
    store: createPlacesStore(context),
    reports: createPlaceReports(context),
    sessions: sessionsOf(context),
  })
