/** Reports of passers-by, from when they come to their decision by staff. */
import type { Context, DataContext } from '../shared/aws/context'
import { reportAwards } from './service/report/awards'
import { createConfirming } from './service/report/confirming'
import { createDeciding } from './service/report/deciding'
import { createReporting } from './service/report/reporting'
import { reportTasks } from './service/report/tasks'
import { openReportReader } from './store/report/open-reports'

export type PlaceReports = ReturnType<typeof createPlaceReports>

/** A report is a task of staff; its decision may bring points and is on record. */
export const createPlaceReports = ({ tableOf, clock, random }: DataContext) => {
  const table = tableOf('places')
  const tasks = reportTasks(tableOf('tasks'))
  const awards = reportAwards({ points: tableOf('points'), audit: tableOf('audit') }, { clock, random })
  return {
    ...openReportReader(table, clock),
    ...createReporting(table, { clock, random, tasks }),
    ...createDeciding(table, { clock, awards, tasks }),
  }
}

/** For staff who looked; it needs no other domain's table. */
export const createPlaceConfirming = ({ tableOf, clock }: Pick<Context, 'tableOf' | 'clock'>) =>
  createConfirming(tableOf('places'), { clock })
