/** What a look at tasks costs, however many wait. */

import type { Power } from '../../../functions/shared/access/access'
import { maxWrites, openTable } from '../../../functions/shared/aws/table'
import { dayMs } from '../../../functions/shared/day'
import { taskWrites } from '../../../functions/tasks/fragments'
import { tasksOperations } from '../../../functions/tasks/operations'
import { type TasksPage, taskReader } from '../../../functions/tasks/store/reads'
import { meter } from '../../bench/meter'
import { withEngine } from '../../support/engine/engine'
import { began, city, newTask } from './kit'

const database = withEngine('tasks')

const fill = async (count: number, power: Power, first = 0) => {
  const table = database.tableOf('tasks')
  const writes = Array.from({ length: count }, (_, i) =>
    taskWrites(table).openTask(newTask(first + i, power)),
  )
  for (let from = 0; from < count; from += maxWrites)
    expect((await table.transact(writes.slice(from, from + maxWrites).flat())).ok).toBe(true)
}
const range = (from: number, until: number) => Array.from({ length: until - from }, (_, i) => from + i)
const reader = () => taskReader(database.tableOf('tasks'), () => began)
const asked = (from: string | null, powers: readonly Power[] = ['gifts', 'review']) => ({
  ...{ region: city, powers, from, limit: 50 },
})

it('every task of two powers is on one page, in the order of due time', async () => {
  await fill(70, 'gifts')
  await fill(60, 'review', 35)
  const pages: TasksPage[] = []
  let from: string | null = null
  do {
    pages.push(await reader().listTasks(asked(from)))
    from = pages.at(-1)?.next ?? null
  } while (from !== null)
  const dues = pages.flatMap(({ tasks }) => tasks.map(({ due }) => due))
  expect(pages.map(({ tasks }) => tasks.length)).toEqual([50, 50, 30])
  expect(dues).toEqual([...dues].sort())
  const kinds = pages.flatMap(({ tasks }) => tasks.map(({ power, subject }) => `${power} ${subject}`))
  expect(new Set(kinds).size).toBe(130)
  expect(pages.map(({ counts }) => counts)).toEqual([
    { byKind: { proposal: 70, report: 60 }, more: false },
    null,
    null,
  ])
})

describe('tasks whose time is up, as long as the table still has them,', () => {
  /** After the first `count` of newTask. */
  const readerAfter = (count: number) =>
    taskReader(database.tableOf('tasks'), () => began + 14 * dayMs + (count - 1) * 1000)
  const subjectsOf = ({ tasks }: TasksPage) => tasks.map(({ subject }) => Number(subject.split('-')[1]))

  it('do not take the place of open ones on the first page', async () => {
    await fill(130, 'gifts')
    const first = await readerAfter(60).listTasks(asked(null))
    expect(subjectsOf(first)).toEqual(range(60, 110))
    const second = await readerAfter(60).listTasks(asked(first.next))
    expect(subjectsOf(second)).toEqual(range(110, 130))
    expect(second.next).toBeNull()
  })

  it('hide none of another power', async () => {
    await fill(230, 'gifts')
    await fill(60, 'review', 190)
    const { listTasks } = readerAfter(220)
    const pages: TasksPage[] = []
    let from: string | null = null
    do {
      pages.push(await listTasks(asked(from)))
      from = pages.at(-1)?.next ?? null
    } while (from !== null)
    const open = [...range(220, 230), ...range(220, 250)].sort((a, b) => a - b)
    expect(pages.flatMap(subjectsOf)).toEqual(open)
    expect(pages.every(({ tasks }) => tasks.length > 0)).toBe(true)
  })
})

it('two hundred of a power are counted, and it is said that there are more', async () => {
  await fill(201, 'gifts')
  const { counts } = await reader().listTasks(asked(null))
  expect(counts).toEqual({ byKind: { proposal: 200 }, more: true })
})

it('fifty cost two read units, and the first page with its counts no more than is declared', async () => {
  await fill(300, 'gifts')
  const client = database.client()
  const counted = meter(client)
  const { listTasks } = taskReader(openTable({ name: database.tableNameOf('tasks'), client }), () => began)
  const first = await listTasks(asked(null, ['gifts']))
  const { readUnits } = counted.take()
  expect(readUnits * 5).toBeLessThanOrEqual(tasksOperations.tasks.maxReadUnits ?? 0)
  await listTasks(asked(first.next, ['gifts']))
  const page = counted.take()
  expect(page.readUnits).toBeLessThanOrEqual(2)
  expect(page.requests).toBe(1)
})
