/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * A later server makes things wait of a kind that this package does not know: they are counted, and not taken for nothing.
 */
import { aMe } from '../points/builders'
import { aProposal } from './builders'
import { heldAnswers } from './held-answers'
import { atWork, type Routes, refused, staff } from './work'

const nothing: Routes = {
  'GET /api/staff/gifts': { gifts: [] },
  'GET /api/staff/proposals': { proposals: [] },
  'GET /api/staff/adjustments': { adjustments: [] },
}
const tasks = (byKind: Record<string, number>, { more = false } = {}, ...list: object[]) => ({
  tasks: list,
  counts: { byKind, more },
  cursor: null,
})
const task = {
  ...{ kind: 'exhibit', subject: '320800-e', power: 'gifts', by: null, facts: {} },
  ...{ at: '2026-03-03T16:00:00.000Z', due: '2026-03-11T00:00:00.000Z' },
}

function atDesk(page: 'desk/home' | 'desk/review', more: Routes) {
  const work = atWork([staff('gifts')], { ...nothing, ...more }, { width: 1440 })
  work.open(page)
  const { screen, waitFor } = work
  const shows = (count: string) =>
    waitFor(() => expect(screen.getByRole('link', { name: /^待办/ }).textContent).toBe(`待办${count}`))
  return { ...work, shows }
}
const pages = ['desk/home', 'desk/review'] as const

it.each(pages)('where nothing else waits, %s says so of them alone', async (page) => {
  const { screen, shows } = atDesk(page, { 'GET /api/staff/tasks': tasks({ exhibit: 2, draw: 1 }) })
  expect(await screen.findByText('其他事项 3 件，更新到最新版本后处理。')).toBeTruthy()
  expect(screen.queryByText(/现在没有等你处理的/)).toBeNull()
  await shows('3')
})

it.each(pages)('they stand on %s behind what it knows, and count with it', async (page) => {
  const { screen, shows } = atDesk(page, {
    'GET /api/staff/proposals': { proposals: [aProposal()] },
    'GET /api/staff/tasks': tasks({ proposal: 1, exhibit: 1 }, { more: true }),
  })
  expect(await screen.findByText('其他事项 1+ 件，更新到最新版本后处理。')).toBeTruthy()
  expect(screen.getByRole('row', { name: /新的一批积分码/ })).toBeTruthy()
  await shows('2+')
})

it('what one proposed oneself waits for somebody else', async () => {
  const own = { ...task, by: aMe().id }
  const { screen } = atDesk('desk/home', {
    'GET /api/staff/tasks': tasks({ exhibit: 2 }, {}, own, { ...task, subject: '320800-f' }),
  })
  expect(await screen.findByText('其他事项 1 件，更新到最新版本后处理。')).toBeTruthy()
})

it('kinds that it knows are not counted twice', async () => {
  const { screen, shows } = atDesk('desk/home', {
    'GET /api/staff/proposals': { proposals: [aProposal()] },
    'GET /api/staff/tasks': tasks({ proposal: 1 }),
  })
  await screen.findByRole('row', { name: /新的一批积分码/ })
  await shows('1')
  expect(screen.queryByText(/其他事项/)).toBeNull()
})

it.each(pages)('until they are counted, %s does not say that nothing waits', async (page) => {
  const { hold, answer } = heldAnswers()
  const work = atDesk(page, { 'GET /api/staff/tasks': hold('tasks') })
  const { screen, shows, sent, waitFor } = work
  await waitFor(() => expect(sent('GET /api/staff/adjustments')).not.toEqual([]))
  await shows('…')
  expect(screen.queryByText(/现在没有等你处理的/)).toBeNull()
  await answer('tasks', tasks({}), work)
  expect(await screen.findByText(/现在没有等你处理的/)).toBeTruthy()
  await shows('0')
})

it.each(pages)('where they could not be counted, %s asks again', async (page) => {
  let isDown = true
  const { screen, shows, fireEvent } = atDesk(page, {
    'GET /api/staff/tasks': () => (isDown ? refused('unavailable', 503) : tasks({ exhibit: 2 })),
  })
  const repeated = await screen.findByRole('button', { name: '再试一次' })
  expect(screen.queryByText(/现在没有等你处理的/)).toBeNull()
  await shows('–')
  isDown = false
  fireEvent.click(repeated)
  expect(await screen.findByText('其他事项 2 件，更新到最新版本后处理。')).toBeTruthy()
})
