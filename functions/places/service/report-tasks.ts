/** A report waits for staff from when it is written to its decision: within a week, it is hoped. */
import { dayMs } from '../../shared/day'
import type { Table } from '../../shared/table'
import { type TaskId, taskWrites } from '../../tasks/fragments'
import { regionOf } from '../rules/record'
import type { OpenReportItem, ReportTasks } from '../store'

const daysToDecide = 7

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
  ...{ region: regionOf(placeId), power: 'review', kind: 'report', subject: id },
  due: new Date(Date.parse(at) + daysToDecide * dayMs).toISOString(),
})
