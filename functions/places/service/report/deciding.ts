/** Staff decide on a report: its points, its record, the doubt and the region's version change together or not at all. */

import type { Table, Write } from '../../../shared/aws/table'
import { cityOf } from '../../../shared/city-of'
import { dayOf } from '../../../shared/day'
import { amongMany, type Retry, retry, retryOnConflict } from '../../../shared/items/retry'
import { err, ok, type Result } from '../../../shared/result'
import type { ReportDecision } from '../../contract'
import { confirmed } from '../../rules/doubt'
import { placeReader } from '../../store/places'
import { changePlace, forgetFact, readFact } from '../../store/report/facts'
import type { Decision, OpenReportItem } from '../../store/report/open-report'
import { openReportReader, putDecision } from '../../store/report/open-reports'
import type { ReportTasks } from './tasks'

/** What was decided, without a word about who reported it. */
export type ReportAction = Pick<OpenReportItem, 'placeId' | 'fact' | 'amenity'> & Omit<Decision, 'at'>

/** What the decision writes into other domains. Prepared anew when something moved meanwhile. */
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
}

export type DecidingDependencies = {
  clock: () => number
  awards: ReportAwards
  tasks: Pick<ReportTasks, 'end'>
}

export type NewDecision = {
  id: string
  accept: boolean
  settled: boolean
  /** Person id of the one who decides. */
  by: string
}
export type DecisionRefusal = 'unknown-report' | 'report-decided' | 'report-conflict'

export const createDeciding = (table: Table, { clock, awards, tasks }: DecidingDependencies) => {
  const { readPlace } = placeReader(table)
  const { readReport } = openReportReader(table, clock)

  /** Nobody gives points to themselves. */
  const awardFor = async (
    { creditTo, id, placeId }: OpenReportItem,
    { accept, by }: NewDecision,
    at: number,
  ) => {
    if (!accept || creditTo === undefined || creditTo === by) return { award: 'none' as const, writes: [] }
    const region = cityOf(placeId)
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

  const attempt = async (decided: NewDecision): Promise<Result<ReportDecision, DecisionRefusal> | Retry> => {
    const { id, accept, settled, by } = decided
    const report = await readReport(id)
    if (!report) return err('unknown-report')
    if (report.decision) return repeated(id, report.decision, decided)
    const now = clock()
    const { award, writes } = await awardFor(report, decided, now)
    const decision = { accept, settled, at: new Date(now).toISOString(), by, award }
    const written = await table.transact([
      ...(await putDecision(table, report, decision)),
      ...writes,
      ...awards.record({ ...report, accept, settled, award, by }),
      ...tasks.end(report),
      ...(settled ? await settling(report, now) : []),
    ])
    return written.ok ? ok(toResponse(id, decision)) : retry
  }

  return {
    /** The same decision again gets the same answer. */
    async decideReport(decided: NewDecision): Promise<Result<ReportDecision, DecisionRefusal>> {
      return (await retryOnConflict(table, () => attempt(decided), amongMany)) ?? err('report-conflict')
    },
  }
}

const repeated = (
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
