import type { Context } from '../shared/context'
import { sessionsOf } from '../shared/session-reader'
import { createPlacesApi } from './api'
import { reportAwards } from './service/report-awards'
import { createPlacesStore, createReviewStore } from './store'

/** The function that answers the places API. */
export const createPlacesFunction = (context: Context) => {
  const { tableOf, clock, random } = context
  const table = tableOf('places')
  return createPlacesApi({
    ...context,
    store: createPlacesStore(table, { clock, random }),
    review: createReviewStore(
      table,
      reportAwards({ points: tableOf('points'), audit: tableOf('audit') }, { clock, random }),
      clock,
    ),
    sessions: sessionsOf(context),
  })
}
