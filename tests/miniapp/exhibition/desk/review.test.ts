/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * A text for the hall that waits for a second person, at the desk.
 */
import type { Content, EntrySummary } from '@functions/exhibition/contract/entries'
import { aYear } from '../../../functions/exhibition/fund-year'
import { atWork, type Routes, refused, staff } from '../../desk/work'
import { anEntry, aText, aVersion, aWholeEntry, waiting } from './builders'

const wide = { width: 1440 }
const entry = anEntry(waiting)
/** What waits, by the tasks of the city: the list of entries need not have it. */
const tasksOf = (...entries: EntrySummary[]) => ({
  tasks: entries.map(({ id, title, gallery, writers, review }) => ({
    ...{ kind: 'entry', subject: id, power: 'publish', by: review?.by ?? null, at: review?.at },
    ...{ due: '2026-03-07T02:00:00.000Z', facts: { title, gallery, writers: writers.join(' ') } },
  })),
  counts: { byKind: { entry: entries.length }, more: false },
  cursor: null,
})
const paths = {
  entry: `GET /api/staff/exhibition/entries/${entry.id}`,
  version: `GET /api/staff/exhibition/entries/${entry.id}/versions/2`,
  approve: `POST /api/staff/exhibition/entries/${entry.id}/approval`,
  sendBack: `POST /api/staff/exhibition/entries/${entry.id}/return`,
}
const everything: Routes = {
  'GET /api/staff/exhibition/entries': { entries: [], cursor: null },
  'GET /api/staff/tasks': tasksOf(entry),
  [paths.entry]: aWholeEntry(waiting),
  [paths.version]: aVersion(),
}

async function opened(more: Routes = {}) {
  const work = atWork([staff('publish')], { ...everything, ...more }, wide)
  work.open('desk/review')
  work.fireEvent.click(await work.screen.findByRole('button', { name: '展品：第一批福利彩票' }))
  return work
}

it('waits among what is mine to decide on home, with who submitted it and until when', async () => {
  const { open, screen } = atWork([staff('publish')], everything, wide)
  open('desk/home')
  expect(
    await screen.findByRole('row', { name: /展品：第一批福利彩票.*0000 000A.*3月4日.*3月7日/ }),
  ).toBeTruthy()
  expect(screen.queryByText(/其他事项/)).toBeNull()
})

it('is read as visitors will see it, and then approved as the version that was read', async () => {
  const published = {
    ...aWholeEntry(),
    state: 'published',
    live: { version: 2, at: '2026-03-05T02:00:00.000Z' },
  }
  const { screen, fireEvent, bodies } = await opened({ [paths.approve]: published })
  expect(await screen.findByRole('heading', { name: '1987 年的夏天' })).toBeTruthy()
  expect(screen.getByText('这一天，第一批彩票在石家庄发售。')).toBeTruthy()
  expect(screen.getByText('福彩历程')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '通过' }))
  fireEvent.click(screen.getByRole('button', { name: '通过并发布' }))
  expect(await screen.findByText('已发布：展品“第一批福利彩票”。')).toBeTruthy()
  expect(bodies(paths.approve)).toEqual([{ version: 2, at: null }])
})

it('that its author wants at a time is approved for that time, or another one that is still to come', async () => {
  const at = new Date(Math.ceil(Date.now() / 86_400_000 + 40) * 86_400_000 + 3_600_000).toISOString()
  const proposed = {
    ...aWholeEntry(waiting),
    review: { version: 2, by: entry.savedBy, at: entry.savedAt, proposed: at },
  }
  const scheduled = { ...aWholeEntry(), state: 'scheduled', schedule: { version: 2, by: entry.savedBy, at } }
  const { screen, fireEvent, bodies } = await opened({
    [paths.entry]: proposed,
    [paths.approve]: scheduled,
  })
  await screen.findByRole('heading', { name: '1987 年的夏天' })
  fireEvent.click(screen.getByRole('button', { name: '通过' }))
  expect(screen.getByText(/^提交的人希望 .*月.*日 09:00 发布。$/)).toBeTruthy()
  expect(screen.getByText(/^将于 .*月.*日 09:00 发布$/)).toBeTruthy()
  const clock = screen.getByRole('textbox', { name: /^几点/ })
  const confirm = () => screen.getByRole('button', { name: '通过，到时发布' })
  fireEvent.change(clock, { target: { value: '25点' } })
  expect(confirm()).toHaveProperty('disabled', true)
  fireEvent.change(clock, { target: { value: '９：００' } })
  const day = screen.getByLabelText(/^哪一天/)
  fireEvent.change(day, { target: { value: '2020-01-01' } })
  expect(screen.getByText('这一天已经过了')).toBeTruthy()
  expect(confirm()).toHaveProperty('disabled', true)
  fireEvent.change(day, { target: { value: at.slice(0, 10) } })
  fireEvent.click(confirm())
  expect(await screen.findByText('已排期：展品“第一批福利彩票”。')).toBeTruthy()
  expect(bodies(paths.approve)).toEqual([{ version: 2, at }])
})

it('waits however many entries the city has: it need not be on the pages of the list that were read', async () => {
  const { screen } = await opened({ 'GET /api/staff/exhibition/entries': { entries: [], cursor: 'a' } })
  expect(await screen.findByRole('heading', { name: '1987 年的夏天' })).toBeTruthy()
})

it('that a colleague sent back meanwhile says so, in place of the decision', async () => {
  const { screen } = await opened({ [paths.entry]: aWholeEntry() })
  expect(await screen.findByText(/^这一条已经处理/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '通过' })).toBeNull()
})

it('that cannot be read says why, and is asked for again', async () => {
  const { screen } = await opened({ [paths.entry]: refused('internal', 500) })
  expect(await screen.findByRole('button', { name: '再试一次' })).toBeTruthy()
})

it('cannot be approved before it was read', async () => {
  const { screen } = await opened({ [paths.version]: refused('internal', 500) })
  expect(await screen.findByRole('button', { name: '再试一次' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '通过' })).toHaveProperty('disabled', true)
})

it('goes back to its writer with a reason, and not without one', async () => {
  const returned = { ...aWholeEntry(), state: 'draft' }
  const { screen, fireEvent, bodies } = await opened({ [paths.sendBack]: returned })
  fireEvent.click(await screen.findByRole('button', { name: '退回' }))
  const confirm = () => screen.getByRole('button', { name: '退回修改' })
  expect(confirm()).toHaveProperty('disabled', true)
  fireEvent.change(screen.getByRole('textbox', { name: /^原因/ }), { target: { value: '时间写错了' } })
  fireEvent.click(confirm())
  expect(await screen.findByText('已退回：展品“第一批福利彩票”。')).toBeTruthy()
  expect(bodies(paths.sendBack)).toEqual([{ version: 2, reason: '时间写错了' }])
})

it('is not decided by whoever wrote some of it, even where another submitted it', async () => {
  const work = atWork(
    [staff('publish')],
    {
      ...everything,
      'GET /api/staff/tasks': () => tasksOf({ ...entry, writers: [entry.savedBy, work.me.id] }),
      [paths.entry]: () => aWholeEntry({ ...waiting, writers: [entry.savedBy, work.me.id] }),
    },
    wide,
  )
  const { open, screen, fireEvent } = work
  open('desk/review')
  fireEvent.click(await screen.findByRole('tab', { name: /我提出的.*1/ }))
  fireEvent.click(await screen.findByRole('button', { name: '展品：第一批福利彩票' }))
  expect(await screen.findByText('这一版你写过，要另一位有“发布”权限的同事来审。')).toBeTruthy()
  expect(
    screen.getByText(/^这一稿 0000 000A、我 都写过，都不能审。没有.*请管理员在“人员与身份”里/),
  ).toBeTruthy()
  expect(screen.queryByRole('button', { name: '通过' })).toBeNull()
})

it('says that its pictures and recordings cannot be shown here yet', async () => {
  const picture = { id: 'p', type: 'picture', media: '320800-m', description: '票面', caption: '' } as const
  const { screen } = await opened({ [paths.version]: aVersion(aText({ blocks: [picture] })) })
  expect(await screen.findByText('有 1 处图片、声音或视频，这里还不能显示。')).toBeTruthy()
})

it('that a later server wrote with something unknown is not approved, for it cannot be seen whole', async () => {
  const { screen } = await opened({ [paths.version]: { ...aVersion(), content: { kind: 'poem' } } })
  expect(await screen.findByText(/这个版本的程序看不全/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '通过' })).toHaveProperty('disabled', true)
})

it('that WeChat did not look at is approved by whoever says that they read it', async () => {
  const { screen, fireEvent, bodies } = await opened({
    [paths.entry]: aWholeEntry({ ...waiting, check: 'unchecked' }),
    [paths.approve]: { ...aWholeEntry(), state: 'published' },
  })
  await screen.findByRole('heading', { name: '1987 年的夏天' })
  fireEvent.click(screen.getByRole('button', { name: '通过' }))
  expect(screen.getByText(/^微信没有检查过这一版，由你来把关/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '我读过了，通过并发布' }))
  await screen.findByText(/^已发布：/)
  expect(bodies(paths.approve)).toEqual([{ version: 2, at: null, acceptUnchecked: true }])
})

it('stands beside what is public now, a year of the fund figure by figure', async () => {
  const live = { version: 1, at: '2026-03-02T02:00:00.000Z' }
  const id = '320800-fund-2025'
  const years = aWholeEntry({ ...waiting, id, kind: 'fund', title: '2025 年公益金', live })
  const before = aYear({ uses: [] })
  const sales = { amount: 200_00, source: '市中心年报', date: '2026-07-01' }
  const versionOf = (content: Content, version: number) => ({ ...aVersion(content), version })
  const work = atWork(
    [staff('publish')],
    {
      'GET /api/staff/exhibition/entries': { entries: [], cursor: null },
      'GET /api/staff/tasks': tasksOf(years),
      [`GET /api/staff/exhibition/entries/${id}`]: years,
      [`GET /api/staff/exhibition/entries/${id}/versions/1`]: versionOf(before, 1),
      [`GET /api/staff/exhibition/entries/${id}/versions/2`]: versionOf({ ...before, sales }, 2),
    },
    wide,
  )
  work.open('desk/review')
  work.fireEvent.click(await work.screen.findByRole('button', { name: '公益金去向：2025 年公益金' }))
  const compared = work.within(await work.screen.findByRole('region', { name: '和现在公开的比较' }))
  const one = await compared.findByRole('region', { name: '销售' })
  expect(one.textContent).toBe(
    '销售第 1 版，现在公开0.01 万元，市财政局公告，截至 2026-06-30第 2 版，待审批0.02 万元，市中心年报，截至 2026-07-01',
  )
  expect(compared.getAllByRole('region')).toHaveLength(1)
})

it('is shown as a bulletin with its summary, its honour and what is attached', async () => {
  const id = '320800-bulletin-a'
  const honoured: Content = {
    ...{
      kind: 'bulletin',
      title: '获奖',
      category: 'honour',
      date: '2026-11-20',
      summary: '三年里的第二次。',
    },
    ...{ blocks: [], attachments: [{ title: '证书', address: 'https://example.org/a.pdf' }] },
    honour: { who: '快乐吧', award: '文明窗口', year: 2026 },
  }
  const honour = aWholeEntry({ ...waiting, id, kind: 'bulletin', title: '获奖' })
  const work = atWork(
    [staff('publish')],
    {
      'GET /api/staff/exhibition/entries': { entries: [], cursor: null },
      'GET /api/staff/tasks': tasksOf(honour),
      [`GET /api/staff/exhibition/entries/${id}`]: honour,
      [`GET /api/staff/exhibition/entries/${id}/versions/2`]: aVersion(honoured),
    },
    wide,
  )
  work.open('desk/review')
  work.fireEvent.click(await work.screen.findByRole('button', { name: '公益发布：获奖' }))
  const shown = work.within(await work.screen.findByRole('group', { name: '观众看到的样子' }))
  expect(shown.getByText('荣誉 · 2026年11月20日')).toBeTruthy()
  expect(shown.getByText('三年里的第二次。')).toBeTruthy()
  expect(shown.getByText('快乐吧 · 2026 年')).toBeTruthy()
  expect(shown.getByText('在新窗口打开 · example.org')).toBeTruthy()
})
