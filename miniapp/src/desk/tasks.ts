/**
 * What waits in a city, as the tasks domain counts it: when each is due, where its own list does not say, and how many are of
 * kinds that this package does not know. A server before 0.5 knows no tasks, and what began to wait before it did has none.
 */
import type { ResponseOf } from '@common/declaration/endpoint'
import { ok, type Result } from '@common/result'
import * as endpoints from '@functions/tasks/endpoints/tasks'
import { call, type Failure } from '@/shared/api/request'
import { createRemote } from '@/shared/query/remote'
import { changeListed, fresh, regionOf } from './named'
import type { ReviewItem } from './registration'

type Page = ResponseOf<typeof endpoints.tasks>

/** How many that this package has no page for. `more`: there may be others than these. */
export type OtherTasks = { count: number; more: boolean }
/** `due`: ms, by kind and id. `all`: as they came, for those that are listed by their tasks. `more`: there are others than these. */
export type TasksOfCity = {
  due: ReadonlyMap<string, number>
  counts: Page['counts']
  all: Page['tasks']
  more: boolean
}

export const noOthers: OtherTasks = { count: 0, more: false }
/** Of 50 each: as many as are counted of one power. */
const mostPages = 4

/** It was decided here: it waits no more, without asking. */
export const taskEnded = (name: string, kind: string, subject: string): void =>
  changeListed(tasksOfCity, name, (tasks) => ({
    ...tasks,
    all: tasks.all.filter((task) => task.kind !== kind || task.subject !== subject),
  }))

export const tasksOfCity = createRemote((name) => readTasks(regionOf(name)), fresh)

async function readTasks(region: string): Promise<Result<TasksOfCity, Failure>> {
  const read: Page['tasks'] = []
  let counts: Page['counts'] = null
  let cursor: string | undefined
  for (let i = 0; i < mostPages; i++) {
    const answer = await call(endpoints.tasks, { query: { region, cursor } })
    if (!answer.ok) {
      if (answer.error.code === 'not-found') break
      return answer
    }
    read.push(...answer.value.tasks)
    counts = counts ?? answer.value.counts
    cursor = answer.value.cursor ?? undefined
    if (cursor === undefined) break
  }
  return ok({ due: dueTimes(read), counts, all: read, more: cursor !== undefined })
}

const dueTimes = (tasks: Page['tasks']) =>
  new Map(tasks.map(({ kind, subject, due }) => [`${kind}:${subject}`, Date.parse(due)]))

/** What `me` made wait is for somebody else to decide. `isKnown`: whether this package has a page for the kind. */
export function otherTasks(
  { counts, all }: Pick<TasksOfCity, 'counts' | 'all'>,
  me: string,
  isKnown: (kind: string) => boolean,
): OtherTasks {
  if (!counts) return noOthers
  const unknown = Object.entries(counts.byKind).filter(([kind]) => !isKnown(kind))
  const own = all.filter(({ kind, by }) => by === me && !isKnown(kind)).length
  const count = Math.max(0, unknown.reduce((sum, [, number]) => sum + number, 0) - own)
  return { count, more: counts.more }
}

/** @param tasks null: not read */
export const withDueTimes = (items: readonly ReviewItem[], tasks: TasksOfCity | null): ReviewItem[] =>
  items.map((item) =>
    item.isWaiting && item.due === 'unknown' && tasks !== null
      ? { ...item, due: tasks.due.get(`${item.kind}:${item.id}`) ?? item.dueWithoutTask ?? null }
      : item,
  )

/** To sort by: what is not known comes last, as what never lapses does. */
export const dueOrder = ({ due }: Pick<ReviewItem, 'due'>): number =>
  typeof due === 'number' ? due : Number.POSITIVE_INFINITY

/** `3`, or `3+` where there may be more. */
export const countText = ({ count, more }: OtherTasks): string => `${count}${more ? '+' : ''}`

/** Null where there are none. */
export const othersText = (others: OtherTasks): string | null =>
  others.count > 0 ? `其他事项 ${countText(others)} 件，更新到最新版本后处理。` : null
