/** What waits for whoever sits at the desk, from every domain. */
import type { Failure } from '@/shared/request'
import { useNow } from '@/shared/time/clock'
import type { Desk } from './desk'
import { dueTimes, withDueTimes } from './due-times'
import { opensFor, type ReviewItem, type ReviewSource } from './registration'
import { reviewSources } from './registry'
import { type At, sourceFrom, useSources } from './source'

/** `asking`: some are not known yet. `more`: there are others than these. */
export type Reviews = {
  items: ReviewItem[]
  more: boolean
  hasOlder: boolean
  asking: boolean
  failure: Failure | null
}

/** `dueFailure`: why it is not known when some of them are due. `again` asks for what could not be had. */
export type ReviewsInUse = Reviews & { dueFailure: Failure | null; again: () => void }

/** Everything of these sources: first what waits, oldest first, then what was decided, newest first. */
export function mergeReviews(sources: readonly ReviewSource[], at: At): Reviews {
  const read = sources.map(({ source }) => source.read(at))
  const items = read.flatMap(({ value }) => value?.items ?? [])
  return {
    items: items.sort(byTurn),
    more: read.some(({ value }) => value?.more),
    hasOlder: read.some(({ value }) => value?.hasOlder),
    asking: read.some(({ value, failure }) => value === null && failure === null),
    failure: read.find(({ failure }) => failure !== null)?.failure ?? null,
  }
}

function byTurn(a: ReviewItem, b: ReviewItem): number {
  if (a.isWaiting !== b.isWaiting) return a.isWaiting ? -1 : 1
  return a.isWaiting ? a.since - b.since : (b.decidedAt ?? b.since) - (a.decidedAt ?? a.since)
}

/** Those that wait for `me`: what one proposed oneself waits for somebody else. Oldest first. */
export const waitingItems = ({ items }: Pick<Reviews, 'items'>, me: string): ReviewItem[] =>
  items.filter(({ isWaiting, by }) => isWaiting && by !== me)

/** ms; the bar stands on every page, and what one does oneself changes it at once. */
export const barAge = 30_000

const dueSource = sourceFrom(dueTimes, (times) => times)

/** @param age ms for which an answer is good enough here */
export function useReviews(desk: Desk, age?: number): ReviewsInUse {
  const at = { desk, now: useNow() }
  const sources = reviewSources.filter(({ powers }) => opensFor(powers, desk.powers))
  // Whoever wants them as old as may be counts them alone, and needs no time.
  const times = age === undefined ? [dueSource] : []
  const again = useSources([...sources.map(({ source }) => source), ...times], at, age)
  const { items, ...reviews } = mergeReviews(sources, at)
  const due = dueSource.read(at)
  const dueFailure = due.value === null ? due.failure : null
  return { ...reviews, items: withDueTimes(items, due.value), dueFailure, again }
}

export const reviewKey = ({ kind, id }: Pick<ReviewItem, 'kind' | 'id'>): string => `${kind}:${id}`
export const reviewUrl = (item: Pick<ReviewItem, 'kind' | 'id'>): string =>
  `/desk/review/index?item=${encodeURIComponent(reviewKey(item))}`
