/** What citizens reported and nobody has decided on, by person and city of the desk. */
import { ok, type Result } from '@common/result'
import { fetchReports, type OpenReports } from '@/desk/api'
import { fresh, regionOf } from '@/desk/named'
import type { Failure } from '@/shared/api/request'
import { createRemote } from '@/shared/query/remote'

/** Of 15 each: a look asks for no more, and whoever decided those finds the others. */
const mostPages = 8

/** What waits, as far as it goes: whoever decides one after the other is not stopped at the end of a page. */
async function readReports(region: string): Promise<Result<OpenReports, Failure>> {
  let read: OpenReports = { reports: [], more: false, cursor: null }
  for (let i = 0; i < mostPages; i++) {
    const answer = await fetchReports(region, read.cursor ?? undefined)
    if (!answer.ok) return answer
    read = { ...answer.value, reports: [...read.reports, ...answer.value.reports] }
    if (!read.cursor) break
  }
  return ok(read)
}

export const reportList = createRemote((name) => readReports(regionOf(name)), fresh)
