/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * All that staff write for the hall, at the desk.
 */
import { moved, planOf } from '@/exhibition/desk/order/plan'
import { atWork, type Routes, staff } from '../../desk/work'
import { anEntry, aText, aWholeEntry, waiting } from './builders'

const wide = { width: 1440 }
const entries = [
  anEntry({ id: '320800-exhibit-a', title: '第一批福利彩票', state: 'draft' }),
  anEntry({ id: '320800-exhibit-b', title: '条例出台', position: 20, ...waiting }),
  anEntry({
    id: '320800-exhibit-c',
    title: '养老院',
    gallery: 'footprints',
    state: 'published',
    live: { version: 4, at: '2026-03-02T02:00:00.000Z' },
  }),
]
const gallery = anEntry({
  id: '320800-gallery-history',
  kind: 'gallery',
  title: '福彩历程',
  state: 'withdrawn',
})

async function opened(more: Routes = {}) {
  const work = atWork(
    [staff('publish')],
    {
      'GET /api/staff/exhibition/entries': (_: unknown, { url }: { url: string }) => ({
        entries: url.includes('kind=exhibit') ? entries : url.includes('kind=gallery') ? [gallery] : [],
        cursor: null,
      }),
      ...more,
    },
    wide,
  )
  work.open('desk/pages/exhibition/entries')
  await work.screen.findByRole('row', { name: /第一批福利彩票/ })
  const titles = () =>
    work.screen.getAllByRole('row').flatMap((row) => row.querySelector('button.name')?.textContent ?? [])
  return { ...work, titles }
}

it('stands in the order in which one walks, the gallery’s own text before its exhibits', async () => {
  const { titles } = await opened()
  expect(titles()).toEqual(['福彩历程', '第一批福利彩票', '条例出台', '养老院'])
})

it('is parted by where it stands, each part with its count', async () => {
  const { screen, fireEvent, titles } = await opened()
  const tabs = screen.getAllByRole('tab').map(({ textContent }) => textContent)
  expect(tabs).toEqual(['全部4', '草稿1', '待审批1', '已排期0', '已发布1', '已撤下1'])
  fireEvent.click(screen.getByRole('tab', { name: /待审批/ }))
  expect(titles()).toEqual(['条例出台'])
})

it('is found by a part of its title, and by its gallery', async () => {
  const { screen, fireEvent, titles } = await opened()
  fireEvent.change(screen.getByRole('textbox', { name: '找标题' }), { target: { value: '条例' } })
  expect(titles()).toEqual(['条例出台'])
  fireEvent.change(screen.getByRole('textbox', { name: '找标题' }), { target: { value: '' } })
  fireEvent.click(screen.getByRole('button', { name: '展厅：全部展厅' }))
  fireEvent.click(screen.getByRole('radio', { name: '公益足迹' }))
  expect(titles()).toEqual(['养老院'])
})

it('says which version visitors see, and opens on a page of its own', async () => {
  const { screen, fireEvent, phone } = await opened()
  expect(screen.getByRole('row', { name: /养老院.*已发布.*第 4 版/ })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '养老院' }))
  expect(phone.did).toEqual(['navigateTo /desk/pages/exhibition/entry/index?id=320800-exhibit-c'])
})

describe('the order of a gallery', () => {
  const placed = (...positions: number[]) =>
    positions.map((position, at) => ({ id: 'abcdef'[at] ?? '', position }))
  const plan = (positions: number[], from: number, to: number) =>
    planOf(moved(placed(...positions), from, to)).map(({ id, position }) => `${id} ${position}`)

  it('changes one alone where there is room, and all where there is none', () => {
    expect(plan([10, 20, 30], 2, 0)).toEqual(['c 4'])
    expect(plan([10, 20, 30, 40], 0, 2)).toEqual(['a 35'])
    expect(plan([10, 20, 30], 0, 2)).toEqual(['a 40'])
    expect(plan([0, 1, 2], 2, 0)).toEqual(['c 10', 'a 20', 'b 30'])
    expect(plan([10, 10, 20], 0, 0)).toEqual(['b 15'])
    expect(plan([9_998, 9_999], 0, 1)).toEqual(['b 10', 'a 20'])
    expect(plan([10, 20], 0, 9)).toEqual([])
    expect(
      planOf([
        { id: 'a', position: 10 },
        { id: 'c', position: 30 },
        { id: 'b', position: 20, isFixed: true },
      ]),
    ).toEqual([{ id: 'c', position: 15 }])
  })

  it('is changed by buttons and keys, saved as drafts and submitted together; what is under review stays', async () => {
    const path = '/api/staff/exhibition/entries/320800-exhibit-d'
    const live = { version: 1, at: '2026-03-02T02:00:00.000Z' }
    const last = anEntry({ id: '320800-exhibit-d', title: '新样式', position: 30, state: 'published', live })
    const whole = aWholeEntry({ ...last, content: aText({ title: '新样式', position: 30 }) })
    const { screen, fireEvent, bodies, within } = await opened({
      'GET /api/staff/exhibition/entries': (_: unknown, { url }: { url: string }) => ({
        entries: url.includes('kind=exhibit')
          ? [...entries, last]
          : url.includes('kind=gallery')
            ? [gallery]
            : [],
        cursor: null,
      }),
      [`GET ${path}`]: whole,
      [`PUT ${path}`]: (body: unknown) => ({
        ...whole,
        state: 'draft',
        revision: 4,
        position: 15,
        content: Object(body).content,
      }),
      [`POST ${path}/submission`]: { ...whole, revision: 4, position: 15, ...waiting },
    })
    fireEvent.click(screen.getByRole('button', { name: '展厅：全部展厅' }))
    fireEvent.click(screen.getByRole('radio', { name: '福彩历程' }))
    fireEvent.click(screen.getByRole('button', { name: '更多' }))
    fireEvent.click(screen.getByRole('button', { name: '展品排先后' }))
    const list = await screen.findByRole('list', { name: '“福彩历程”里展品的先后' })
    const titles = () =>
      within(list)
        .getAllByRole('listitem')
        .map((row) => /\d(\D+?)(草稿|待审批|已发布)/.exec(row.textContent ?? '')?.[1])
    expect(titles()).toEqual(['第一批福利彩票', '条例出台', '新样式'])
    fireEvent.click(screen.getByRole('button', { name: '新样式，往前移' }))
    expect(titles()).toEqual(['第一批福利彩票', '新样式', '条例出台'])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('新样式，往前移')
    fireEvent.keyDown(screen.getByRole('button', { name: '条例出台，往前移' }), {
      key: 'ArrowUp',
      altKey: true,
    })
    expect(titles()).toEqual(['第一批福利彩票', '条例出台', '新样式'])
    fireEvent.click(screen.getByRole('button', { name: '条例出台，往后移' }))
    expect(
      screen.getByText(
        '“新样式”这一稿已经有 0000 000A 写过。你保存以后，写过的都不能审，要另一位没写过、有“发布”权限的同事。',
      ),
    ).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '保存次序（改 1 条）' }))
    expect(await screen.findByText(/^1 条换了次序，现在是草稿/)).toBeTruthy()
    expect(bodies(`PUT ${path}`)).toEqual([{ base: 3, content: aText({ title: '新样式', position: 15 }) }])
    fireEvent.click(screen.getByRole('button', { name: '这 1 条一起提交审批' }))
    expect(await screen.findByText('1 条已经提交，由另一位同事审。')).toBeTruthy()
    expect(bodies(`POST ${path}/submission`)).toEqual([{ revision: 4 }])
  })
})

it('leads to a new gallery until the city has one of each', async () => {
  const { screen, fireEvent, phone } = await opened()
  fireEvent.click(screen.getByRole('button', { name: '更多' }))
  fireEvent.click(screen.getByRole('button', { name: '新建展厅' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(phone.did).toEqual(['navigateTo /desk/pages/exhibition/entry/index?kind=gallery'])
})

describe('of which there are more than are read at once', () => {
  /** Pages of one exhibit each, numbered by their cursors. */
  const paged = (pages: number): Routes => ({
    'GET /api/staff/exhibition/entries': (_: unknown, { url }: { url: string }) => {
      if (!url.includes('kind=exhibit')) return { entries: [], cursor: null }
      const at = Number(new URL(url, 'https://fuyi.test').searchParams.get('cursor') ?? 0)
      const entry = anEntry({
        id: `320800-exhibit-${at}`,
        title: at === 0 ? '第一批福利彩票' : `展品 ${at}`,
        position: at,
      })
      return { entries: [entry], cursor: at + 1 < pages ? String(at + 1) : null }
    },
  })

  it('goes on where it stopped, counts no more than it has read, and keeps what was read when it is read again', async () => {
    const { screen, fireEvent, titles, phone } = await opened(paged(13))
    expect(titles()).toHaveLength(10)
    expect(screen.getByText('已列出 10 条，后面还有。')).toBeTruthy()
    expect(screen.getByRole('tab', { name: /草稿/ }).textContent).toBe('草稿10+')
    fireEvent.click(screen.getByRole('button', { name: '再看后面的' }))
    await screen.findByRole('row', { name: /展品 12/ })
    expect(titles()).toHaveLength(13)
    expect(screen.queryByText(/后面还有/)).toBeNull()
    expect(screen.getByRole('tab', { name: /草稿/ }).textContent).toBe('草稿13')
    phone.show()
    expect(titles()).toHaveLength(13)
  })

  it('says of a title that is not found that there are others', async () => {
    const { screen, fireEvent } = await opened(paged(13))
    fireEvent.change(screen.getByRole('textbox', { name: '找标题' }), { target: { value: '条例' } })
    expect(screen.getByText(/^没有标题里有“条例”的内容。后面还有没列出的/)).toBeTruthy()
  })
})
