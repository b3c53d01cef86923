/**
 * When what waits is due, where its own list does not say: of reports. A server before 0.5 knows no tasks, and what began to
 * wait before it did has none: then the item itself says when.
 */
import { ok, type Result } from '@common/result'
import * as endpoints from '@functions/tasks/endpoints/tasks'
import { createRemote } from '@/shared/query/remote'
import { call, type Failure } from '@/shared/request'
import { fresh, regionOf } from './named'
import type { ReviewItem } from './registration'

/** Ms, by kind and id. */
export type DueTimes = ReadonlyMap<string, number>

/** Of 50 each: as many as are counted of one power. */
const mostPages = 4

export const dueTimes = createRemote((name) => readDueTimes(regionOf(name)), fresh)

async function readDueTimes(region: string): Promise<Result<DueTimes, Failure>> {
  const times = new Map<string, number>()
  let cursor: string | undefined
  for (let i = 0; i < mostPages; i++) {
    const answer = await call(endpoints.tasks, { query: { region, cursor } })
    if (!answer.ok) return answer.error.code === 'not-found' ? ok(times) : answer
    for (const { kind, subject, due } of answer.value.tasks) times.set(`${kind}:${subject}`, Date.parse(due))
    cursor = answer.value.cursor ?? undefined
    if (cursor === undefined) break
  }
  return ok(times)
}

export const withDueTimes = (items: readonly ReviewItem[], times: DueTimes | null): ReviewItem[] =>
  items.map((item) =>
    item.isWaiting && item.due === 'unknown' && times !== null
      ? { ...item, due: times.get(`${item.kind}:${item.id}`) ?? item.dueWithoutTask ?? null }
      : item,
  )

/** To sort by: what is not known comes last, as what never lapses does. */
export const dueOrder = ({ due }: Pick<ReviewItem, 'due'>): number =>
  typeof due === 'number' ? due : Number.POSITIVE_INFINITY
