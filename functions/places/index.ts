import type { Context } from '../shared/context'
import { sessionsOf } from '../shared/session-reader'
import { createPlacesApi } from './api'
import { reportAwards } from './service/report-awards'
import { reportTasks } from './service/report-tasks'
import { createPlacesStore, createReviewStore } from './store'

/** The function that answers the places API. */
export const createPlacesFunction = (context: Context) => {
  const { tableOf, clock, random } = context
  const table = tableOf('places')
  const tasks = reportTasks(tableOf('tasks'))
  return createPlacesApi({
    ...context,
    store: createPlacesStore(table, { clock, random, tasks }),
    review: createReviewStore(
      table,
      reportAwards({ points: tableOf('points'), audit: tableOf('audit') }, { clock, random, tasks }),
      clock,
    ),
    sessions: sessionsOf(context),
  })
}
