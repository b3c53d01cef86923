/** A report is a task of staff from when it is written until its decision, which is due within a week. */
import type { Table, Write } from '../../../shared/aws/table'
import { cityOf } from '../../../shared/city-of'
import { type TaskId, taskWrites } from '../../../tasks/fragments'
import { reportDue } from '../../rules/report-due'
import type { OpenReportItem } from '../../store/report/open-report'

/** Writes for the transactions that write a report and decide it. */
export type ReportTasks = {
  open: (report: Pick<OpenReportItem, 'id' | 'placeId' | 'fact' | 'amenity' | 'at' | 'expiresAt'>) => Write[]
  end: (report: Pick<OpenReportItem, 'id' | 'placeId' | 'at'>) => Write[]
}

/** Nothing of it is about the reporter: neither who it is, nor their words. */
export const reportTasks = (table: Table): ReportTasks => {
  const { openTask, endTask } = taskWrites(table)
  return {
    open: ({ expiresAt, ...report }) => {
      const { placeId, fact, amenity, at } = report
      const facts = { place: placeId, fact, ...(amenity && { amenity }) }
      const until = new Date(expiresAt * 1000).toISOString()
      return openTask({ ...taskOf(report), by: null, at, until, facts })
    },
    end: (report) => endTask(taskOf(report)),
  }
}

const taskOf = ({ id, placeId, at }: Pick<OpenReportItem, 'id' | 'placeId' | 'at'>): TaskId => ({
  ...{ region: cityOf(placeId), power: 'review', kind: 'report', subject: id },
  due: new Date(reportDue(Date.parse(at))).toISOString(),
})
