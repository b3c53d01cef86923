/**
 * @jest-environment jsdom
 *
 * A year of the fund as it is written at the desk.
 */
import { fundDraftOf } from '@/exhibition/desk/fund/draft'
import { aYear } from '../../../functions/exhibition/fund-year'
import { atWork, type Routes, refused, staff } from '../../desk/work'
import { author, aWholeEntry } from './builders'

const year = aYear({ uses: aYear().uses.map((use) => ({ ...use, places: [] })) })
const entry = aWholeEntry({ id: '320800-fund-2025', kind: 'fund', title: '2025 年公益金', content: year })
const path = `/api/staff/exhibition/entries/${entry.id}`
const saved = (body: unknown) => ({ ...entry, revision: 4, content: Object(body).content })

async function opened(
  more: Routes = {},
  id: string | null = entry.id,
  stored: (person: string) => [string, string][] = () => [],
) {
  const params: Record<string, string> = id === null ? {} : { id }
  const work = atWork([staff('publish')], { [`GET ${path}`]: entry, ...more }, { width: 1440, params })
  for (const [name, text] of stored(work.me.id)) work.phone.storage.set(name, text)
  work.open('desk/pages/exhibition/fund')
  const { screen, fireEvent } = work
  const type = (name: RegExp, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
  const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
  await screen.findByRole('button', { name: id === null ? '新建这一年' : /^(保存|接着写)$/ })
  return { ...work, type, press }
}

it('is typed in ten thousand yuan, with the yuan beside it, and saved in fen', async () => {
  const { screen, type, press, bodies } = await opened({ [`PUT ${path}`]: saved })
  type(/^销售（万元）/, '３5,600.5')
  expect(screen.getByText('等于 356,005,000 元')).toBeTruthy()
  press('保存')
  expect(await screen.findByText('已保存。提交并通过之前，观众看到的不变。')).toBeTruthy()
  const sales = { ...year.sales, amount: 35_600_500_000 }
  expect(bodies(`PUT ${path}`)).toEqual([{ base: 3, content: { ...year, sales } }])
})

it('says what is no amount, and what keeps it from being published', async () => {
  const { screen, type, press } = await opened()
  type(/^金额（万元）/, '一百')
  expect(screen.getByText('写成 2130 或 2130.5，最多六位小数')).toBeTruthy()
  press('保存')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^金额（万元）/ }))
  type(/^岗位/, '三百')
  expect(screen.getByText('写整数，例如 320')).toBeTruthy()
  type(/^岗位/, '905')
  type(/^金额（万元）/, '0.0011')
  expect(screen.getByText('提交前还要改：用的比本市能用的多，请在说明里写明原因。')).toBeTruthy()
  type(/^说明/, '用了上年结余。')
  expect(screen.queryByText(/^提交前还要改/)).toBeNull()
})

it('gets uses, which are moved and removed', async () => {
  const { screen, type, press, bodies, fireEvent } = await opened({ [`PUT ${path}`]: saved })
  press('加一项用途')
  const [, second] = screen.getAllByRole('textbox', { name: /^用在/ })
  if (!second) throw new Error('no row was added')
  fireEvent.change(second, { target: { value: '救孤' } })
  press('第 2 项用途，上移')
  press('保存')
  await screen.findByText(/^已保存/)
  const titles = bodies(`PUT ${path}`)[0].content.uses.map(({ title }: { title: string }) => title)
  expect(titles).toEqual(['救孤', '扶老'])
  press('第 1 项用途，删去')
  expect(screen.getAllByRole('textbox', { name: /^用在/ })).toHaveLength(1)
  type(/^用在/, '助残')
  expect(screen.queryByDisplayValue('救孤')).toBeNull()
})

it('that another saved meanwhile stands side by side, and nothing of either is lost', async () => {
  const theirs = {
    ...entry,
    revision: 4,
    content: { ...year, note: '对方的说明。', jobs: { ...year.jobs, count: 7 } },
  }
  let puts = 0
  const { screen, type, press, fireEvent, bodies } = await opened({
    [`PUT ${path}`]: (body: unknown) => {
      puts += 1
      return puts === 1 ? refused('entry-conflict', 409, undefined, theirs) : saved(body)
    },
  })
  type(/^说明/, '我的说明。')
  press('保存')
  expect(await screen.findByText('你写的时候，有人先保存了')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: /我写的：我的说明。/ }))
  press('保存')
  await screen.findByText(/^已保存/)
  expect(bodies(`PUT ${path}`)[1]).toMatchObject({
    base: 4,
    content: { note: '我的说明。', jobs: { count: 7 } },
  })
})

it('is made for a year that the city does not have', async () => {
  const { screen, type, press, bodies } = await opened(
    { 'POST /api/staff/exhibition/entries': (body: unknown) => ({ ...saved(body), revision: 1 }) },
    null,
  )
  expect(screen.getByRole('heading', { level: 1, name: '新建公益金年份' })).toBeTruthy()
  type(/^年份/, '25')
  expect(screen.getByText('写四位数的年份，例如 2025')).toBeTruthy()
  type(/^年份/, '2025')
  press('新建这一年')
  await screen.findByText(/^已保存/)
  expect(screen.getByRole('heading', { level: 1, name: '2025 年公益金' })).toBeTruthy()
  expect(bodies('POST /api/staff/exhibition/entries')[0]).toMatchObject({
    region: '320800',
    content: { kind: 'fund', year: 2025, uses: [] },
  })
})

it('says what the law forbids while it is written, with the place', async () => {
  const { screen, type } = await opened()
  type(/^说明/, '买彩票必中。')
  expect(await screen.findByText(/^说明里的“必中”/)).toBeTruthy()
})

it('that was typed and not saved is kept on this device', async () => {
  const { type, phone, me } = await opened()
  type(/^说明/, '断网时写的')
  expect(phone.storage.get(`fuyi.writing.${me.id}.${entry.id}`)).toMatch(/断网时写的/)
})

it('that an earlier visit left unsaved is offered again, and goes on where it is taken', async () => {
  const base = fundDraftOf(entry)
  const kept = { v: 1, value: { at: 1, base, draft: { ...base, note: '断网时写的' } } }
  const { screen, press } = await opened({}, entry.id, (person) => [
    [`fuyi.writing.${person}.${entry.id}`, JSON.stringify(kept)],
  ])
  expect(screen.getByText(/写了还没保存的内容：2025 年公益金。$/)).toBeTruthy()
  press('接着写')
  expect(screen.getByRole('textbox', { name: /^说明/ })).toHaveProperty('value', '断网时写的')
})

it('has its versions, compared figure by figure', async () => {
  const older = { ...year, jobs: { ...year.jobs, count: 900 } }
  const version = {
    version: 1,
    title: '2025 年公益金',
    by: author,
    at: '2026-03-04T02:00:00.000Z',
    writers: [],
  }
  const { screen, press, within } = await opened({
    [`GET ${path}/versions`]: { versions: [version], cursor: null },
    [`GET ${path}/versions/1`]: { ...version, content: older },
  })
  press('历史版本')
  await screen.findByRole('list', { name: '历史版本' })
  press('第 1 版，和现在的文字比较')
  const compared = within(screen.getByRole('region', { name: '比较两版' }))
  expect((await compared.findByRole('region', { name: '就业岗位' })).textContent).toBe(
    '就业岗位第 1 版900 个，市财政局公告，截至 2026-06-30现在的文字905 个，市财政局公告，截至 2026-06-30',
  )
})
