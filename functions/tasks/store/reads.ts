import type { Power } from '../../shared/access/access'
import { parseItem, secondsOf, type Table } from '../../shared/aws/table'
import * as z from '../../shared/zod'
import { type Task, taskSchema } from '../contract'
import { openPartition, readOpenSort } from './keys'

/** Of each power, how many are counted at most: reading 200 costs eight units. */
const mostCounted = 200
/** Where all that one look finds is over; a page after so many may be empty. */
const mostLooks = 3

type Counts = { byKind: Record<string, number>; more: boolean }
/** `counts`: null where the page is not the first. `next`: where the next page begins; null: there is none. */
export type TasksPage = { tasks: Task[]; counts: Counts | null; next: string | null }
type TasksRange = { region: string; powers: readonly Power[]; from: string | null; limit: number }

const storedSchema = z.extend(z.pick(taskSchema, { by: true, at: true, facts: true }), {
  SK: z.string(),
  expiresAt: z.int(),
})

export type TasksStore = ReturnType<typeof taskReader>

export const taskReader = (table: Table, clock: () => number) => {
  /** Of one power, in the order of due time. A second old at most, at half the price: whoever decides reads the thing itself. */
  const readOpen = async (region: string, power: Power, from: string, limit: number) => {
    const range = { from, until: '9', limit, consistent: false }
    const items = await table.page(openPartition(region, power), range)
    return items.map((item) => ({ ...parseItem(storedSchema, item), power }))
  }
  /** The table takes what nobody decided in time away when it comes to it. */
  const isOpen = ({ expiresAt }: { expiresAt: number }) => expiresAt > secondsOf(clock())

  /** Up to `most` of each power. `end`: where the first begins that was not read; null: all were. */
  const look = async ({ region, powers, from }: Omit<TasksRange, 'limit'>, most: number) => {
    const read = await Promise.all(powers.map((power) => readOpen(region, power, from ?? '0', most + 1)))
    const [end = null] = read.flatMap((list) => list[most]?.SK ?? []).sort()
    const counted = read.flatMap((list) => list.slice(0, most)).filter(isOpen)
    const inOrder = counted
      .filter(({ SK }) => end === null || SK < end)
      .sort((a, b) => (a.SK < b.SK ? -1 : 1))
    return { end, counted, inOrder }
  }

  return {
    /** Of all the powers together, the oldest due first. `from`: where the page begins, as the one before said. */
    async listTasks({ limit, ...range }: TasksRange): Promise<TasksPage> {
      const first = await look(range, range.from === null ? mostCounted : limit)
      let { inOrder, end } = first
      for (let looks = 1; inOrder.length === 0 && end !== null && looks < mostLooks; looks++)
        ({ inOrder, end } = await look({ ...range, from: end }, limit))
      const counts = { byKind: countByKind(first.counted), more: first.end !== null }
      return {
        tasks: inOrder.slice(0, limit).map(toTask),
        counts: range.from === null ? counts : null,
        next: inOrder[limit]?.SK ?? end,
      }
    },
  }
}

type Stored = z.infer<typeof storedSchema> & { power: Power }

const toTask = ({ SK, power, by, at, facts }: Stored): Task => ({
  ...readOpenSort(SK),
  ...{ power, by, at, facts },
})

const countByKind = (tasks: readonly Stored[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { SK } of tasks) {
    const { kind } = readOpenSort(SK)
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
