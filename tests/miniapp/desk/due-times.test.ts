/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * When reports are due is said by the tasks of the city; a report that has none is due a week after it was made.
 */
import type { OpenReport } from '@/desk/api'
import type { Sent } from '../support/taro'
import { anAdjustment } from './builders'
import { heldAnswers } from './held-answers'
import { atWork, type Routes, refused, region, staff } from './work'

const id = `${region}-1772582400000-r000000001`
const report: OpenReport = {
  id,
  place: { id: `${region}-1`, name: '水渡口福彩站', outletNo: null },
  fact: 'gone',
  amenity: null,
  note: null,
  at: '2026-03-03T16:00:00.000Z',
  credit: false,
  doubted: false,
}
const task = {
  kind: 'report',
  subject: id,
  power: 'review',
  by: null,
  at: report.at,
  due: '2026-03-11T00:00:00.000Z',
  facts: {},
}

function atDesk(page: 'desk/home' | 'desk/review', more: Routes, role = staff('review')) {
  const routes = { 'GET /api/staff/reports': { reports: [report], more: false, cursor: null }, ...more }
  const work = atWork([role], routes, { width: 1440 })
  work.open(page)
  return work
}
const atHome = (more: Routes, role = staff('review')) => atDesk('desk/home', more, role)
const tasks = (list: unknown[], cursor: string | null = null) => ({ tasks: list, counts: null, cursor })

it('a report is due when its task is', async () => {
  const { screen } = atHome({ 'GET /api/staff/tasks': tasks([task]) })
  expect(await screen.findByText(/3月11日/)).toBeTruthy()
  expect(screen.queryByText('没有期限')).toBeNull()
})

it('a task on a later page counts as well', async () => {
  const { screen } = atHome({
    'GET /api/staff/tasks': (_body: unknown, { url }: Sent) =>
      url.includes('cursor=') ? tasks([task]) : tasks([{ ...task, subject: 'another' }], 'next'),
  })
  expect(await screen.findByText(/3月11日/)).toBeTruthy()
})

it.each([
  ['began to wait before there were tasks', tasks([])],
  ['is of a server without tasks', refused('not-found', 404)],
])('a report that %s is due a week after it was made', async (_why, answer) => {
  const { screen } = atHome({ 'GET /api/staff/tasks': answer })
  expect(await screen.findByText(/3月11日/)).toBeTruthy()
  expect(screen.queryByText('没有期限')).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('while the times are still asked for, none is named', async () => {
  const { hold, answer } = heldAnswers()
  const work = atHome({ 'GET /api/staff/tasks': hold('tasks') })
  const { screen } = work
  const row = await screen.findByRole('row', { name: /水渡口福彩站/ })
  expect(row.textContent).toContain('截止时间—')
  await answer('tasks', tasks([{ ...task, due: '2026-03-12T00:00:00.000Z' }]), work)
  expect(await screen.findByText(/3月12日/)).toBeTruthy()
})

it.each(['desk/home', 'desk/review'] as const)(
  'times that could not be had are said on %s to be missing, and are asked for again',
  async (page) => {
    let isDown = true
    const { screen, fireEvent } = atDesk(page, {
      'GET /api/staff/tasks': () => (isDown ? refused('unavailable', 503) : tasks([task])),
    })
    expect((await screen.findByRole('alert')).textContent).toMatch(/截止时间/)
    expect(screen.getByRole('row', { name: /水渡口福彩站/ }).textContent).toContain('截止时间—')
    expect(screen.queryByText('没有期限')).toBeNull()
    isDown = false
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText(/3月11日/)).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  },
)

it('what never lapses is said to have no last day, without waiting for the times', async () => {
  const { screen } = atHome(
    {
      'GET /api/staff/tasks': refused('unavailable', 503),
      'GET /api/staff/adjustments': { adjustments: [anAdjustment()] },
      'GET /api/staff/proposals': { proposals: [] },
    },
    staff('review', 'gifts'),
  )
  expect((await screen.findByRole('row', { name: /积分调整/ })).textContent).toContain('没有期限')
})
