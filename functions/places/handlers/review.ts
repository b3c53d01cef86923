/** What staff see and decide of reports, in their own city. */

import { badCursor, readSortCursor, sortCursorOf } from '../../shared/http/cursor'
import type { Failure } from '../../shared/http/problems'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { OpenReport } from '../contract'
import type { placesOperations } from '../operations'
import type { PlaceRecord } from '../rules/record'
import { sameSubject } from '../rules/subject'
import type { PlaceReports } from '../service'
import type { DecisionRefusal } from '../service/report/deciding'
import type { PlacesStore } from '../store'
import type { OpenReportItem } from '../store/report/open-report'
import { unknownReport } from './failures'

const perPage = 15

type Dependencies = {
  reports: Pick<PlaceReports, 'listOpenReports'>
  store: Pick<PlacesStore, 'readPlaces'>
}

export const handleOpenReports =
  ({ reports, store }: Dependencies): HandlerOf<typeof placesOperations.openReports> =>
  async ({ query: { region, cursor } }) => {
    const from = readSortCursor(cursor, /^\d{13}-[0-9a-z]{10}$/)
    if (!from.ok) return err(badCursor)
    const { reports: listed, next } = await reports.listOpenReports(region, from.value, perPage)
    const ids = listed.map(({ placeId }) => placeId)
    const read = await store.readPlaces(ids, { consistent: false })
    const places = new Map(read.map((place) => [place.id, place]))
    const page = listed.map((report) => shown(report, places.get(report.placeId) ?? null))
    return ok({ json: { reports: page, more: next !== null, cursor: sortCursorOf(next) } })
  }

/** Without the person who sent it: only whether somebody asked for points. */
const shown = (report: OpenReportItem, place: PlaceRecord | null): OpenReport => {
  const { id, placeId, fact, amenity = null, note = null, at, creditTo } = report
  return {
    id,
    // An import may have taken the place away since.
    place: { id: placeId, name: place?.name ?? placeId, outletNo: place?.outletNo ?? null },
    fact,
    amenity,
    note,
    at,
    credit: creditTo !== undefined,
    doubted: (place?.doubts ?? []).some((doubt) => sameSubject(doubt, { fact, amenity })),
  }
}

export const handleReportDecision =
  (reports: Pick<PlaceReports, 'decideReport'>): HandlerOf<typeof placesOperations.decideReport> =>
  async ({ session, params: { id }, body }) => {
    const decided = await reports.decideReport({ id, ...body, by: session.person })
    return decided.ok ? ok({ json: decided.value }) : err(failureOf(decided.error))
  }

const failureOf = (refusal: DecisionRefusal): Failure<DecisionRefusal> => {
  switch (refusal) {
    case 'unknown-report':
      return unknownReport
    case 'report-decided':
      return { code: 'report-decided' }
    case 'report-conflict':
      return { code: 'report-conflict', detail: 'Nothing was written. Try again.', retryAfter: 1 }
  }
}
