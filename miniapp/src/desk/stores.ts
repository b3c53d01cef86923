/** What the pages of the desk know together, by person and city: `{person} {region}`. */
import { ok } from '@common/result'
import type { Proposal } from '@contract/points'
import { fetchProposals } from '@/points/desk/proposals/api'
import { createRemote, useRemote } from '@/shared/query/remote'
import {
  fetchAdjustments,
  fetchAudit,
  fetchBatches,
  fetchGifts,
  fetchHolders,
  fetchOutliers,
  fetchReports,
  fetchRules,
} from './api'
import { readWaiting, readWaitingFirst, withOne } from './waiting-pages'

const fresh = { fresh: 2_000 }
const regionOf = (name: string): string => name.split(' ')[1] ?? ''

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
export const holderList = createRemote((name) => fetchHolders(regionOf(name)), fresh)
export const reportList = createRemote((name) => fetchReports(regionOf(name)), fresh)
/** `{person} {region} {month}`. */
export const outlierList = createRemote(
  (name) => fetchOutliers(regionOf(name), name.split(' ')[2] ?? ''),
  fresh,
)

/** Puts what was just proposed into the list of what waits, wherever that is shown. */
export function useProposed(name: string): (proposal: Proposal) => void {
  const { value } = useRemote(proposalList, name)
  return (proposal) => proposalList.put(name, withOne(value ?? { items: [] }, proposal))
}

/** Puts what was just changed or made into the list that is shown, in its place or first. */
export function putInto<T extends { id: string }>(list: readonly T[], one: T): T[] {
  return list.some(({ id }) => id === one.id)
    ? list.map((other) => (other.id === one.id ? one : other))
    : [one, ...list]
}

/** How much was done in a month, as far as the first page tells; `{person} {region} {month}`. */
export const auditCounts = createRemote(async (name) => {
  const [, region = '', month = ''] = name.split(' ')
  const answer = await fetchAudit(region, month)
  return answer.ok ? ok({ count: answer.value.audit.length, hasMore: answer.value.cursor !== null }) : answer
}, fresh)
