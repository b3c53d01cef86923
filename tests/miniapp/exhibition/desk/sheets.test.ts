/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Bulletins and years of the fund as files at the desk: chosen, looked at, confirmed, submitted.
 */

import type { PlannedEntry } from '@functions/exhibition/contract/sheets'
import { parse } from 'csv-parse/sync'
import { atWork, type Routes, refused, staff } from '../../desk/work'
import { aWholeEntry } from './builders'

const plan = (change: Partial<PlannedEntry>[] = [], rest = {}) => ({
  plan: 'a'.repeat(64),
  rows: change.length,
  problems: [],
  entries: change.map((one, i) => ({
    ...{ id: `320800-bulletin-${i}`, line: i + 2, title: `第 ${i} 条`, change: 'new', fields: [] },
    ...{ lacks: 0, refused: 0, emptied: 0, writers: [], ...one },
  })),
  ...rest,
})
const [check, run] = ['POST /api/staff/exhibition/sheets/check', 'POST /api/staff/exhibition/sheets/import']

/** The page, with what the browser's file field and its links do. */
function opened(routes: Routes = {}, width = 1440) {
  const saved: Blob[] = []
  const names: string[] = []
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) saved.push(blob)
    return 'blob:file'
  }
  URL.revokeObjectURL = () => {}
  HTMLAnchorElement.prototype.click = function () {
    names.push(this.download)
  }
  const chosen = { text: '标题', size: 6 }
  HTMLInputElement.prototype.click = function () {
    const bytes = Buffer.from(chosen.text)
    const file = { name: '发布.csv', size: chosen.size, arrayBuffer: async () => bytes }
    Object.defineProperty(this, 'files', { value: [file] })
    this.dispatchEvent(new Event('change'))
  }
  const work = atWork([staff('publish')], routes, { width })
  work.open('desk/pages/exhibition/sheets')
  const press = (name: string | RegExp) => work.fireEvent.click(work.screen.getByRole('button', { name }))
  return { ...work, saved, names, chosen, press }
}

it('says what a file would do before anything is done, and then does just that', async () => {
  const seen = plan([
    {},
    { change: 'changed', fields: [{ name: '标题', before: '旧', after: '新' }], lacks: 1, refused: 2 },
    { change: 'same' },
    { change: 'waits' },
  ])
  const done = [
    { id: '320800-bulletin-0', title: '第 0 条', done: 'created', revision: 1 },
    { id: '320800-bulletin-1', title: '第 1 条', done: 'left', revision: 4 },
  ]
  const { screen, within, press, bodies, phone } = opened({
    [check]: seen,
    [run]: { entries: done },
    'POST /api/staff/exhibition/entries/320800-bulletin-0/submission': aWholeEntry({ state: 'in-review' }),
  })
  press('选一个 CSV 文件')
  expect(
    await screen.findByText('会新建 1 条、改 1 条；1 条和现在一样；1 条正在等审批或已排期，不会动。'),
  ).toBeTruthy()
  const file = Buffer.from('标题').toString('base64')
  expect(bodies(check)).toEqual([{ region: '320800', kind: 'bulletin', file }])
  expect(bodies(run)).toEqual([])
  const rows = within(screen.getByRole('list', { name: '会改什么' })).getAllByRole('listitem')
  expect(rows).toHaveLength(3)
  expect(rows[1]?.textContent).toMatch(/第 1 条.*标题现在旧导入后新.*还缺 1 处，有 2 处法规不允许的说法/)
  press('确认，导入成草稿（2 条）')
  expect(await screen.findByText(/^已导入：新建 1 条。都是草稿/)).toBeTruthy()
  expect(bodies(run)).toEqual([{ region: '320800', kind: 'bulletin', file, plan: seen.plan }])
  expect(screen.getByText(/^有 1 条刚刚被别人改过/)).toBeTruthy()
  press('到展馆内容看这些草稿')
  press('这 1 条一起提交审批')
  expect(await screen.findByText('1 条已经提交，由另一位同事审。')).toBeTruthy()
  expect(screen.queryByText(/都是草稿/)).toBeNull()
  expect(screen.getByText('已导入：新建 1 条。')).toBeTruthy()
  press('到展馆内容里看')
  const list = 'navigateTo /desk/pages/exhibition/entries/index'
  expect(phone.did).toEqual([`${list}?tab=draft`, list])
})

it('says before the confirmation which drafts of colleagues it would write over, for then none of them may approve it', async () => {
  const writers = ['0000000000000000000a']
  const seen = plan([
    { change: 'changed', title: '助学金发放', writers },
    { change: 'same', title: '别的' },
  ])
  const { screen, press } = opened({ [check]: seen })
  press('选一个 CSV 文件')
  expect(
    await screen.findByText(
      '“助学金发放”这一稿已经有 0000 000A 写过。你导入以后，写过的都不能审，要另一位没写过、有“发布”权限的同事。',
    ),
  ).toBeTruthy()
})

it('warns before the confirmation where a file of some figures would empty the others', async () => {
  const [change, title] = ['changed' as const, (year: number) => `${year} 年公益金`]
  const seen = plan([
    { change, title: title(2023), emptied: 7 },
    { change, title: title(2024) },
    { change, title: title(2025), emptied: 1 },
  ])
  const { screen, press } = opened({ [check]: seen })
  press('选一个 CSV 文件')
  const warning = await screen.findByText(
    '2023 年公益金有 7 个数字，2025 年公益金有 1 个数字会变成空的。表里没有的行、没填的数值，都是空的。',
  )
  const confirm = screen.getByRole('button', { name: '确认，导入成草稿（3 条）' })
  expect(warning.compareDocumentPosition(confirm) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

it('names every place of a bad file, and offers nothing to confirm', async () => {
  const problems = [
    { line: 3, column: '日期', reason: '没有这一天：“2026-02-30”' },
    { line: null, column: null, reason: '文件是空的' },
  ]
  const { screen, press } = opened({ [check]: plan([], { problems }) })
  press('选一个 CSV 文件')
  expect(await screen.findByText('第 3 行，“日期”：没有这一天：“2026-02-30”')).toBeTruthy()
  expect(screen.getByText('文件里有 2 处要改，什么都没有导入。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^确认/ })).toBeNull()
})

it('shows what the file would do by now where something was changed meanwhile', async () => {
  const { screen, press } = opened({
    [check]: plan([{}]),
    [run]: refused('sheet-changed', 409, undefined, plan([{ change: 'same' }])),
  })
  press('选一个 CSV 文件')
  await screen.findByText('会新建 1 条。')
  press('确认，导入成草稿（1 条）')
  expect(await screen.findByText('没有要新建或改的；1 条和现在一样。')).toBeTruthy()
  expect(screen.getByText(/这段时间里内容有变化/)).toBeTruthy()
})

it('sends no file that is too large', async () => {
  const { screen, press, chosen, bodies } = opened()
  chosen.size = 1024 * 1024 + 1
  press('选一个 CSV 文件')
  expect(await screen.findByText('文件太大，最多 1 MB。请分成几个文件。')).toBeTruthy()
  expect(bodies(check)).toEqual([])
})

it('warns of the rows of a file that Excel would cut', async () => {
  const row = (text: string) => ['a', '通知公告', '标题', '2026-11-20', '', text, '', '', '', '']
  const { screen, press } = opened({
    'POST /api/staff/exhibition/sheets/export': {
      export: '320800-0123456789',
      rows: [row('短'), row('字'.repeat(32_768))],
      cursor: null,
    },
  })
  press('导出全部')
  expect(await screen.findByText(/^第 3 行有一格超过 32767 个字，Excel 打开会截断。/)).toBeTruthy()
})

it('gives the list as the file that is read again, and an empty one to begin with', async () => {
  const { screen, press, fireEvent, waitFor, saved, names, bodies } = opened({
    'POST /api/staff/exhibition/sheets/export': {
      export: '320800-0123456789',
      rows: [['2025', '销售', '', '35600.5', '万元', '=年报', '2026-01-31', '', '']],
      cursor: null,
    },
  })
  fireEvent.click(screen.getByRole('radio', { name: '公益金去向' }))
  press('导出全部')
  await screen.findByText(/^已导出 1 行/)
  press('下载空表')
  await waitFor(() => expect(saved).toHaveLength(2))
  expect(names[0]).toMatch(/-公益金去向-\d{4}-\d\d-\d\d\.csv$/)
  expect(bodies('POST /api/staff/exhibition/sheets/export')).toEqual([{ region: '320800', kind: 'fund' }])
  const texts = await Promise.all(saved.map(textOf))
  const [table, empty] = texts.map((text): string[][] => parse(text, { bom: true }))
  expect(table?.[1]?.slice(0, 6)).toEqual(['2025', '销售', '', '35600.5', '万元', "'=年报"])
  expect(empty).toEqual([table?.[0]])
})

const textOf = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () =>
      resolve(reader.result instanceof ArrayBuffer ? Buffer.from(reader.result).toString() : '')
    reader.readAsArrayBuffer(blob)
  })
