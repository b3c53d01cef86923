/** What the desk's pages of points know together, by person and city. */
import { ok } from '@common/result'
import type { Proposal } from '@contract/points'
import { fetchAdjustments, fetchAudit, fetchBatches, fetchGifts, fetchOutliers, fetchRules } from '@/desk/api'
import { fresh, monthIn, regionOf } from '@/desk/named'
import { readWaiting, readWaitingFirst, withOne } from '@/desk/waiting-pages'
import { createRemote, useRemote } from '@/shared/query/remote'
import { fetchProposals } from './proposals/api'

export const giftList = createRemote((name) => fetchGifts(regionOf(name)), fresh)
export const batchList = createRemote((name) => fetchBatches(regionOf(name)), fresh)
export const rulesOfCity = createRemote((name) => fetchRules(regionOf(name)), fresh)
export const adjustmentList = createRemote(
  (name) =>
    readWaitingFirst(
      (cursor) => fetchAdjustments(regionOf(name), cursor),
      (cursor) => fetchAdjustments(regionOf(name), cursor, 'waiting'),
    ),
  fresh,
)
export const proposalList = createRemote(
  (name) => readWaiting((cursor) => fetchProposals(regionOf(name), cursor)),
  fresh,
)
/** `{person} {region} {month}`. */
export const outlierList = createRemote((name) => fetchOutliers(regionOf(name), monthIn(name)), fresh)

/** How much was done in a month, as far as the first page tells; `{person} {region} {month}`. */
export const auditCounts = createRemote(async (name) => {
  const answer = await fetchAudit(regionOf(name), monthIn(name))
  return answer.ok ? ok({ count: answer.value.audit.length, hasMore: answer.value.cursor !== null }) : answer
}, fresh)

/** Puts what was just proposed into the list of what waits, wherever that is shown. */
export function useProposed(name: string): (proposal: Proposal) => void {
  useRemote(proposalList, name)
  return (proposal) =>
    proposalList.put(name, withOne(proposalList.get(name).value ?? { items: [] }, proposal))
}
