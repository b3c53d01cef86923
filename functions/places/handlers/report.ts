import { worksAt } from '../../shared/access/access'
import type { Log } from '../../shared/aws/logger'
import type { Failure } from '../../shared/http/problems'
import type { HandlerOf } from '../../shared/http/router'
import type { SourceReader } from '../../shared/http/source'
import { err, ok } from '../../shared/result'
import type { placesOperations } from '../operations'
import type { PlaceReports } from '../service'
import type { ReportRefusal } from '../service/report/reporting'
import { untilTomorrow } from '../store/report/sources'
import { unknownPlace } from './failures'

type Dependencies = {
  reports: Pick<PlaceReports, 'report'>
  clock: () => number
  log: Log
  sourceOf: SourceReader
}

export const handleReport =
  ({ reports, clock, log, sourceOf }: Dependencies): HandlerOf<typeof placesOperations.reports> =>
  async ({ session, params, body, headers, origin }) => {
    const { note, credit, ...subject } = body
    if (credit && session === null) return err({ code: 'unauthenticated' })
    // Nobody earns at an outlet of their own, and nobody under 18 earns at all.
    const mayEarn = session !== null && !session.minor && !worksAt(session, params.id)
    const creditTo = credit && mayEarn ? session.person : null
    const source = sourceOf(headers, origin)
    const outcome = await reports.report({
      placeId: params.id,
      subject,
      note: note || null,
      source,
      creditTo,
    })
    if (!outcome.ok) return err(failureOf(outcome.error, clock()))
    const { counted, doubts, turned, credited } = outcome.value
    if (turned) log('place-doubted', { fact: subject.fact })
    return ok({ json: { counted, doubts, ...(credit && { credited }) } })
  }

const failureOf = (refusal: ReportRefusal, at: number): Failure<ReportRefusal> => {
  switch (refusal) {
    case 'unknown-place':
      return unknownPlace
    case 'rate-limited':
      return {
        code: 'rate-limited',
        detail: 'As many reports as one source may send in a day. They count again from midnight in China.',
        retryAfter: Math.ceil(untilTomorrow(at) / 1000),
      }
    case 'report-conflict':
      return { code: 'report-conflict', detail: 'Nothing was written. Try again.', retryAfter: 1 }
  }
}
