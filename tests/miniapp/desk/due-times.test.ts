/**
 * @jest-environment jsdom
 *
 * When reports are due is known by the tasks of the city; what has no task waits all the same.
 */
import type { OpenReport } from '@/desk/api'
import type { Sent } from '../support/taro'
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

function atHome(more: Routes) {
  const routes = { 'GET /api/staff/reports': { reports: [report], more: false, cursor: null }, ...more }
  const work = atWork([staff('review')], routes, { width: 1440 })
  work.open('desk/home')
  return work
}
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
  ['is of a server that does not answer now', refused('unavailable', 503)],
])('what %s waits without a time', async (_why, answer) => {
  const { screen, sent, waitFor } = atHome({ 'GET /api/staff/tasks': answer })
  expect(await screen.findByText('没有期限')).toBeTruthy()
  await waitFor(() => expect(sent('GET /api/staff/tasks')).not.toEqual([]))
  expect(screen.getByText(/水渡口福彩站/)).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})
