/** What waits for whoever sits at the desk, from every domain. */
import type { Failure } from '@/shared/api/request'
import { useNow } from '@/shared/time/clock'
import type { Desk } from './desk'
import { opensFor, type ReviewItem, type ReviewSource } from './registration'
import { isDecidedHere, reviewSources } from './registry'
import { type At, sourceFrom, useSources } from './source'
import { noOthers, type OtherTasks, otherTasks, tasksOfCity, withDueTimes } from './tasks'

/** `asking`: some are not known yet. `more`: there are others than these. */
export type Reviews = {
  items: ReviewItem[]
  more: boolean
  hasOlder: boolean
  asking: boolean
  failure: Failure | null
}

/**
 * `others`: of kinds that this package does not know. `tasksFailure`: why these and some due times are not known.
 * `again` asks for what could not be had.
 */
export type ReviewsInUse = Reviews & {
  others: OtherTasks
  askingTasks: boolean
  tasksFailure: Failure | null
  retry: () => void
}

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

/** What one proposed oneself, or had a part in, is for somebody else to decide. */
export const isOwnItem = ({ by, notFor = [] }: Pick<ReviewItem, 'by' | 'notFor'>, me: string): boolean =>
  by === me || notFor.includes(me)

/** Those that wait for `me`. Oldest first. */
export const waitingItems = ({ items }: Pick<Reviews, 'items'>, me: string): ReviewItem[] =>
  items.filter((item) => item.isWaiting && !isOwnItem(item, me))

/** ms; the bar stands on every page, and what one does oneself changes it at once. */
export const barAge = 30_000

const tasksSource = sourceFrom(tasksOfCity, (tasks) => tasks)

/** @param age ms for which an answer is good enough here */
export function useReviews(desk: Desk, age?: number): ReviewsInUse {
  const at = { desk, now: useNow() }
  const sources = reviewSources.filter(({ powers }) => opensFor(powers, desk.powers))
  const retry = useSources([...sources.map(({ source }) => source), tasksSource], at, age)
  const { items, ...reviews } = mergeReviews(sources, at)
  const { value, failure } = tasksSource.read(at)
  return {
    ...reviews,
    items: withDueTimes(items, value),
    others: value ? otherTasks(value, desk.me.id, isDecidedHere) : noOthers,
    askingTasks: value === null && failure === null,
    tasksFailure: value === null ? failure : null,
    retry,
  }
}

/** How many wait for `me`, those that this package does not know among them. */
export function waitingCount(reviews: ReviewsInUse, me: string): OtherTasks {
  const { others, more } = reviews
  return {
    count: waitingItems(reviews, me).length + others.count,
    more: more || (others.count > 0 && others.more),
  }
}

/** What is to be shown in place of a list that has nothing in it; null: it is true that there is nothing. */
export function whyEmpty(reviews: ReviewsInUse): Failure | 'asking' | null {
  const failure = reviews.failure ?? reviews.tasksFailure
  if (reviews.others.count > 0) return null
  return failure ?? (reviews.asking || reviews.askingTasks ? 'asking' : null)
}

export const reviewKey = ({ kind, id }: Pick<ReviewItem, 'kind' | 'id'>): string => `${kind}:${id}`
export const reviewUrl = (item: Pick<ReviewItem, 'kind' | 'id'>): string =>
  `/desk/review/index?item=${encodeURIComponent(reviewKey(item))}`
