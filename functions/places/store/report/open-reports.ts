/** Reports as staff find them: a queue by city, and those that are decided behind it. */

import { type Item, parseItem, secondsOf, type Table, type Write } from '../../../shared/aws/table'
import { cityOf } from '../../../shared/city-of'
import { dayMs } from '../../../shared/day'
import * as z from '../../../shared/zod'
import type { Subject } from '../../rules/doubt'
import { decidedReportKey, openReportKey, openReportsPartition } from '../keys'
import { type Decision, type OpenReportItem, openReportSchema } from './open-report'
import { addReporter, removeReporter } from './reporters'

/** Kept after it was decided, so that the same decision sent again gets the same answer, and staff can look back. */
const daysKeptDecided = 30
/** No report is open for longer: it is kept 180 days, counted from the day on which it came. */
const daysOpen = 182

/** `next`: where the next page begins; null: there is none. */
export type OpenReportsPage = { reports: OpenReportItem[]; next: string | null }

const sortSchema = z.object({ SK: z.string() })

export type NewOpenReport = {
  placeId: string
  subject: Subject
  note: string | null
  creditTo: string | null
  at: string
  /** Random; makes the id. */
  attempt: string
  expiresAt: number
}

export const reportIdOf = ({ placeId, at, attempt }: NewOpenReport): string =>
  `${cityOf(placeId)}-${String(Date.parse(at)).padStart(13, '0')}-${attempt}`

/**
 * Puts a new report where staff find it. The first write is that of whoever wants its points, where somebody does: refused
 * where the person has left.
 */
export const putOpenReport = (table: Table, report: NewOpenReport): Write[] => {
  const { placeId, subject, note, creditTo, at, expiresAt } = report
  const id = reportIdOf(report)
  const about = { id, placeId, ...subject, note: note ?? undefined, creditTo: creditTo ?? undefined }
  return [
    ...(creditTo === null ? [] : [addReporter(table, creditTo, { id, expiresAt })]),
    table.put({ ...openReportKey(id), ...about, at, expiresAt }),
  ]
}

/** Moves a report to those that are decided, without who reported it and without their words. */
export const putDecision = async (
  table: Table,
  { creditTo, note, ...report }: OpenReportItem,
  decision: Decision,
): Promise<Write[]> => {
  const { id } = report
  const expiresAt = secondsOf(Date.parse(decision.at) + daysKeptDecided * dayMs)
  return [
    table.remove(openReportKey(id), undecided(creditTo)),
    table.put({ ...decidedReportKey(id), ...report, decision, expiresAt }),
    ...(creditTo === undefined ? [] : await removeReporter(table, creditTo, id)),
  ]
}

/** Whoever wanted its points may leave while it is decided: then it is decided anew, as nobody's. */
const undecided = (creditTo: string | undefined) => {
  const open = 'attribute_exists(PK) AND attribute_not_exists(decision)'
  return creditTo === undefined
    ? { ConditionExpression: `${open} AND attribute_not_exists(creditTo)` }
    : { ConditionExpression: `${open} AND creditTo = :reporter`, values: { ':reporter': creditTo } }
}

export const openReportReader = (table: Table, clock: () => number) => ({
  /** Open or decided; null where there is none, or none any more. */
  async readReport(id: string): Promise<OpenReportItem | null> {
    // A decision moves it and nothing moves it back: read in this order it is not missed.
    const item =
      (await table.get(openReportKey(id), { consistent: true })) ??
      (await table.get(decidedReportKey(id), { consistent: true }))
    return item && reportOf(item)
  },

  /** Of the city, not decided, oldest first. `from`: where the page begins, as the one before said; null for the first. */
  async listOpenReports(region: string, from: string | null, limit: number): Promise<OpenReportsPage> {
    const now = clock()
    const items = await table.page(openReportsPartition(region), {
      // The table takes what has expired away in its own time.
      from: from ?? String(now - daysOpen * dayMs).padStart(13, '0'),
      until: '9~',
      limit: limit + 1,
      // Half the price, and a second old at most: whoever decides reads the report itself.
      consistent: false,
    })
    const reports = items
      .slice(0, limit)
      .map(reportOf)
      .filter(({ decision, expiresAt }) => decision === undefined && expiresAt > secondsOf(now))
    return { reports, next: items.length > limit ? parseItem(sortSchema, items[limit] ?? {}).SK : null }
  },
})

const reportOf = (item: Item): OpenReportItem => parseItem(openReportSchema, item)
