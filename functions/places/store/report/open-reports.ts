/** Reports as staff see them: a queue by city, and what was decided. */

import { dayMs, dayOf } from '../../../shared/day'
import { err, ok, type Result } from '../../../shared/result'
import { amongMany, type Retry, retry, retryOnConflict } from '../../../shared/retry'
import { type Item, parseItem, secondsOf, type Table, type Write } from '../../../shared/table'
import * as z from '../../../shared/zod'
import type { ReportDecision } from '../../contract'
import { confirmed, type Subject } from '../../rules/doubt'
import { regionOf } from '../../rules/record'
import { decidedReportKey, openReportKey, openReportsPartition } from '../keys'
import { placeReader } from '../places'
import { changePlace, forgetFact, readFact } from './facts'
import { type decisionSchema, type OpenReportItem, openReportSchema } from './open-report'
import { addReporter, removeReporter } from './reporters'

/** Kept after it was decided, so that the same decision sent again gets the same answer, and staff can look back. */
const daysKeptDecided = 30
/** No report is open for longer: it is kept 180 days, counted from the day on which it came. */
const daysOpen = 182

/** `next`: where the next page begins; null: there is none. */
export type OpenReportsPage = { reports: OpenReportItem[]; next: string | null }

const sortSchema = z.object({ SK: z.string() })

type Opened = {
  placeId: string
  subject: Subject
  note: string | null
  creditTo: string | null
  at: string
  /** Random; makes the id. */
  attempt: string
  expiresAt: number
}

/** What makes a report a task of staff, in the transactions that write and decide it. */
export type ReportTasks = {
  open: (report: Pick<OpenReportItem, 'id' | 'placeId' | 'fact' | 'amenity' | 'at' | 'expiresAt'>) => Write[]
  end: (report: Pick<OpenReportItem, 'id' | 'placeId' | 'at'>) => Write[]
}

/**
 * The fragments that put a new report where staff will find it, and, first of them, where whoever wants its points does:
 * refused where the person has left.
 */
export const openReport = (table: Table, tasks: ReportTasks, opened: Opened): Write[] => {
  const { placeId, subject, note, creditTo, at, attempt, expiresAt } = opened
  const id = `${regionOf(placeId)}-${String(Date.parse(at)).padStart(13, '0')}-${attempt}`
  const about = { id, placeId, ...subject, note: note ?? undefined, creditTo: creditTo ?? undefined }
  return [
    ...(creditTo === null ? [] : [addReporter(table, creditTo, { id, expiresAt })]),
    table.put({ ...openReportKey(id), ...about, at, expiresAt }),
    ...tasks.open({ id, placeId, ...subject, at, expiresAt }),
  ]
}

/** What was decided, without a word about who reported it. */
export type ReportAction = Pick<OpenReportItem, 'placeId' | 'fact' | 'amenity'> & Omit<Decision, 'at'>

/**
 * What makes the points of an accepted report, and the record of what staff did, part of the decision. Prepared anew when
 * something moved meanwhile.
 */
export type ReportAwards = {
  prepare: (award: {
    person: string
    region: string
    report: string
    place: string
    at: number
  }) => Promise<Result<Write[], Exclude<Decision['award'], 'given' | 'none'>>>
  /** Accepted or rejected, with points or without. */
  record: (action: ReportAction) => Write[]
  /** It waits no more. */
  end: ReportTasks['end']
}

export type NewDecision = {
  id: string
  accept: boolean
  settled: boolean
  /** Person id of the one who decides. */
  by: string
}
export type DecisionRefusal = 'unknown-report' | 'report-decided' | 'report-conflict'

export const openReportStore = (table: Table, awards: ReportAwards, clock: () => number) => {
  const { readPlace } = placeReader(table)

  /** Nobody gives points to themselves. */
  const awardFor = async (
    { creditTo, id, placeId }: OpenReportItem,
    { accept, by }: NewDecision,
    at: number,
  ) => {
    if (!accept || creditTo === undefined || creditTo === by) return { award: 'none' as const, writes: [] }
    const region = regionOf(placeId)
    const prepared = await awards.prepare({ person: creditTo, region, report: id, place: placeId, at })
    return prepared.ok
      ? { award: 'given' as const, writes: prepared.value }
      : { award: prepared.error, writes: [] }
  }

  const settling = async ({ placeId, fact, amenity }: OpenReportItem, at: number): Promise<Write[]> => {
    const place = await readPlace(placeId, { consistent: true })
    // An import may have taken the place away since; then there is nothing left to doubt.
    if (!place) return []
    const subject = { fact, ...(amenity && { amenity }) }
    const known = await readFact(table, placeId, subject)
    return [
      ...changePlace(table, place, confirmed(place, subject, dayOf(at)), new Date(at).toISOString()),
      ...(known ? [forgetFact(table, placeId, subject, known)] : []),
    ]
  }

  const tryDeciding = async (
    decided: NewDecision,
  ): Promise<Result<ReportDecision, DecisionRefusal> | Retry> => {
    const { id, accept, settled, by } = decided
    // A decision moves it and nothing moves it back: read in this order it is not missed.
    const item =
      (await table.get(openReportKey(id), { consistent: true })) ??
      (await table.get(decidedReportKey(id), { consistent: true }))
    if (!item) return err('unknown-report')
    const report = parseItem(openReportSchema, item)
    if (report.decision) return answerOf(id, report.decision, decided)
    const now = clock()
    const { award, writes } = await awardFor(report, decided, now)
    const decision = { accept, settled, at: new Date(now).toISOString(), by, award }
    const written = await table.transact([
      table.remove(openReportKey(id), undecided(report)),
      table.put({ ...decidedReportKey(id), ...decidedOf(report, decision, now) }),
      ...(report.creditTo === undefined ? [] : await removeReporter(table, report.creditTo, id)),
      ...writes,
      ...awards.record({ ...report, accept, settled, award, by }),
      ...awards.end(report),
      ...(settled ? await settling(report, now) : []),
    ])
    return written.ok ? ok(toResponse(id, decision)) : retry
  }

  return {
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

    /** Decision, points, record, doubt and region's version, all or nothing; the same decision again gets the same answer. */
    async decideReport(decided: NewDecision): Promise<Result<ReportDecision, DecisionRefusal>> {
      return (await retryOnConflict(table, () => tryDeciding(decided), amongMany)) ?? err('report-conflict')
    },
  }
}

/** Whoever wanted its points may leave while it is decided: then it is decided anew, as nobody's. */
const undecided = ({ creditTo }: OpenReportItem) => {
  const open = 'attribute_exists(PK) AND attribute_not_exists(decision)'
  return creditTo === undefined
    ? { ConditionExpression: `${open} AND attribute_not_exists(creditTo)` }
    : { ConditionExpression: `${open} AND creditTo = :reporter`, values: { ':reporter': creditTo } }
}

/** Without who reported it, and without their words. */
const decidedOf = ({ creditTo, note, ...report }: OpenReportItem, decision: Decision, now: number) => ({
  ...report,
  decision,
  expiresAt: secondsOf(now + daysKeptDecided * dayMs),
})

const reportOf = (item: Item): OpenReportItem => parseItem(openReportSchema, item)

type Decision = z.infer<typeof decisionSchema>

const answerOf = (
  id: string,
  decision: Decision,
  { accept, settled, by }: NewDecision,
): Result<ReportDecision, 'report-decided'> =>
  decision.accept === accept && decision.settled === settled && decision.by === by
    ? ok(toResponse(id, decision))
    : err('report-decided')

const toResponse = (id: string, { accept, settled, at, award }: Decision): ReportDecision => ({
  id,
  accept,
  settled,
  at,
  award,
})
