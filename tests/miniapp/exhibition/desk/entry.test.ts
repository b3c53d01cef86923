/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * An exhibit as it is written at the desk.
 */
import type { Entry } from '@functions/exhibition/contract/entries'
import { blockNames } from '@/shared/blocks/editor/kinds'
import { atWork, type Routes, refused, staff } from '../../desk/work'
import { aText, aWholeEntry, someBlocks } from './builders'

const entry = aWholeEntry()
// Of all that the compiler knows.
const names = Object.values(blockNames)
const path = `/api/staff/exhibition/entries/${entry.id}`
const saved =
  (more: Partial<Entry> = {}) =>
  (body: unknown) => ({
    ...entry,
    revision: 4,
    ...more,
    content: Object(body).content,
  })

async function opened(more: Routes = {}, shown: Entry = entry) {
  const work = atWork(
    [staff('publish')],
    { [`GET ${path}`]: shown, ...more },
    { width: 1440, params: { id: entry.id } },
  )
  work.open('desk/pages/exhibition/entry')
  await work.screen.findByRole('list', { name: '发布进度' })
  const { screen, fireEvent } = work
  const type = (name: RegExp, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
  const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
  const cards = () =>
    screen.getAllByRole('region', { name: /^第 \d+ 块/ }).map((card) => card.getAttribute('aria-label'))
  return { ...work, type, press, cards }
}

it('is saved from the revision that it was written from, and shown as visitors will see it while it is written', async () => {
  const { screen, type, press, bodies } = await opened({ [`PUT ${path}`]: saved() })
  expect(screen.getByText('没有改动')).toBeTruthy()
  expect(await screen.findByRole('heading', { level: 1, name: '第一批福利彩票' })).toBeTruthy()
  type(/^标题/, '头一批彩票')
  expect(screen.getByRole('heading', { name: '头一批彩票' })).toBeTruthy()
  press('保存')
  expect(await screen.findByText('已保存。提交并通过之前，观众看到的不变。')).toBeTruthy()
  expect(bodies(`PUT ${path}`)).toEqual([{ base: 3, content: aText({ title: '头一批彩票' }) }])
})

it('gets a block where it was asked for, moves it by buttons and keys, and loses it again', async () => {
  const { screen, fireEvent, press, cards } = await opened()
  expect(cards()).toEqual(['第 1 块，小标题', '第 2 块，正文'])
  press('第 1 块，小标题，在下面加一块')
  fireEvent.click(screen.getByRole('button', { name: '引文' }))
  expect(await screen.findByRole('region', { name: '第 2 块，引文' })).toBe(document.activeElement)
  press('第 2 块，引文，上移')
  expect(cards()).toEqual(['第 1 块，引文', '第 2 块，小标题', '第 3 块，正文'])
  expect(document.activeElement?.getAttribute('aria-label')).toBe('第 1 块，引文，下移')
  fireEvent.keyDown(screen.getByRole('region', { name: '第 1 块，引文' }), { key: 'ArrowDown', altKey: true })
  expect(cards()).toEqual(['第 1 块，小标题', '第 2 块，引文', '第 3 块，正文'])
  press('第 2 块，引文，删去')
  expect(cards()).toEqual(['第 1 块，小标题', '第 2 块，正文'])
  expect(screen.getByRole('region', { name: '第 2 块，正文' })).toBe(document.activeElement)
})

it('moves a block by dragging its handle, says where it stands, and takes it back by the keyboard', async () => {
  const blocks = ['a', 'b', 'c'].map((id) => ({ id, type: 'text' as const, text: id }))
  const { screen, fireEvent, cards } = await opened({}, aWholeEntry({ content: aText({ blocks }) }))
  const texts = () => screen.getAllByRole('textbox', { name: /^正文/ }).map((one) => Object(one).value)
  // Each is a hundred pixels high, where it stands now.
  for (const card of screen.getAllByRole('region', { name: /^第 \d+ 块/ }))
    card.getBoundingClientRect = () => {
      const at = Array.from(card.parentElement?.querySelectorAll('[id^="block-"][tabindex]') ?? []).indexOf(
        card,
      )
      return new DOMRect(0, at * 100, 500, 100)
    }
  const point = (type: string, on: Element, clientY: number) =>
    fireEvent(on, new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, clientY }))
  const [handle] = screen.getAllByTitle('按住拖动')
  if (!handle) throw new Error('there is no handle')
  point('pointerdown', handle, 50)
  point('pointermove', handle, 270)
  expect(texts()).toEqual(['a', 'b', 'c'])
  point('pointerup', handle, 270)
  expect(texts()).toEqual(['b', 'c', 'a'])
  expect(screen.getByText('已移到第 3 块，共 3 块')).toBeTruthy()
  const moved = screen.getByRole('region', { name: '第 3 块，正文' })
  expect(document.activeElement).toBe(moved)
  fireEvent.keyDown(moved, { key: 'z', ctrlKey: true })
  expect(texts()).toEqual(['a', 'b', 'c'])
  expect(screen.getByText('已移回第 1 块，共 3 块')).toBeTruthy()
  point('pointerdown', handle, 50)
  point('pointermove', handle, 270)
  fireEvent.keyDown(document, { key: 'Escape' })
  point('pointerup', handle, 270)
  expect(texts()).toEqual(['a', 'b', 'c'])
  expect(cards()).toHaveLength(3)
})

it.each([
  ['小标题', '还没有写。'],
  ['正文', '还没有写。'],
  ['时间线', '第 1 件事还没有写。'],
  ['数字', '说的是什么还没有写，还没有来源，日期还没有写。'],
  ['引文', '还没有写，是谁说的还没有写。'],
])('says beside a new block of the type %s what is missing of it', async (name, text) => {
  const { screen, press, within } = await opened({}, aWholeEntry({ content: aText({ blocks: [] }) }))
  press('加一块内容')
  press(name)
  const card = await screen.findByRole('region', { name: `第 1 块，${name}` })
  expect(within(card).getByText(text)).toBeTruthy()
})

it('is written into forms, a table and a timeline as well', async () => {
  const blocks = [
    { id: 't', type: 'timeline', events: [{ time: '1987', title: '开始', text: '' }] },
    { id: 'u', type: 'table', caption: '', columns: ['奖级'], rows: [['一等奖']] },
    { id: 'f', type: 'figure', value: 5, unit: '元', label: '票价', source: '票面', date: null },
  ] as const
  const content = aText({ blocks: [...blocks].map((block) => JSON.parse(JSON.stringify(block))) })
  const { screen, type, press, bodies } = await opened({ [`PUT ${path}`]: saved() }, aWholeEntry({ content }))
  press('加一列')
  type(/^表头 2/, '奖金')
  type(/^第 1 行第 2 格/, '浮动')
  type(/^时间/, '87 年')
  expect(screen.getByText('写成 1987、1987-07 或 1987-07-27')).toBeTruthy()
  press('保存')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^时间/ }))
  type(/^时间/, '1987-07')
  type(/^数字/, '１,２00.5')
  press('保存')
  await screen.findByText(/^已保存/)
  expect(bodies(`PUT ${path}`)[0].content.blocks).toEqual([
    { id: 't', type: 'timeline', events: [{ time: '1987-07', title: '开始', text: '' }] },
    { id: 'u', type: 'table', caption: '', columns: ['奖级', '奖金'], rows: [['一等奖', '浮动']] },
    { id: 'f', type: 'figure', value: 1200.5, unit: '元', label: '票价', source: '票面', date: null },
  ])
})

describe('a figure', () => {
  const figure = {
    id: 'f',
    type: 'figure',
    value: 5,
    unit: '元',
    label: '票价',
    source: '票面',
    date: null,
  } as const
  const withFigure = aWholeEntry({ content: aText({ blocks: [figure] }) })

  it('whose number cannot be read is neither saved nor submitted: what was typed stays, and the keyboard goes to it', async () => {
    const { screen, type, press, sent, bodies, phone, me } = await opened(
      { [`PUT ${path}`]: saved() },
      withFigure,
    )
    type(/^数字/, '一千二')
    const field = () => screen.getByRole('textbox', { name: /^数字/ })
    expect(screen.getByText('写成数字，例如 1200 或 3.5，改好才能保存')).toBeTruthy()
    expect(screen.getByText('第 1 块的数字看不懂，改好才能保存。')).toBeTruthy()
    press('保存')
    expect(sent(`PUT ${path}`)).toEqual([])
    expect(document.activeElement).toBe(field())
    expect(field()).toHaveProperty('value', '一千二')
    expect(screen.getByRole('button', { name: '提交审批' })).toHaveProperty('disabled', true)
    expect(phone.storage.get(`fuyi.writing.${me.id}.${entry.id}`)).toMatch(/一千二/)
    type(/^数字/, '1200')
    press('保存')
    await screen.findByText(/^已保存/)
    expect(bodies(`PUT ${path}`)[0].content.blocks).toEqual([{ ...figure, value: 1200 }])
  })

  it('whose day is typed in part is not saved as one without a day', async () => {
    const { screen, fireEvent, press, sent } = await opened({ [`PUT ${path}`]: saved() }, withFigure)
    const field = screen.getByLabelText('哪一天的数字')
    Object.defineProperty(field, 'validity', { configurable: true, value: { badInput: true } })
    fireEvent.blur(field)
    expect(screen.getByText('日期还没有写全')).toBeTruthy()
    press('保存')
    expect(sent(`PUT ${path}`)).toEqual([])
    expect(document.activeElement).toBe(field)
    Object.defineProperty(field, 'validity', { configurable: true, value: { badInput: false } })
    fireEvent.change(field, { target: { value: '2026-03-04' } })
    expect(screen.queryByText('日期还没有写全')).toBeNull()
  })
})

it('that another saved meanwhile is compared block by block, and nothing of either is lost', async () => {
  const [heading, text] = someBlocks
  if (heading?.type !== 'heading' || text?.type !== 'text') throw new Error('the builder changed')
  const theirs = {
    ...entry,
    revision: 4,
    content: aText({
      blocks: [
        { ...heading, text: '八七年' },
        { ...text, text: '对方的正文。' },
      ],
    }),
  }
  let puts = 0
  const { screen, type, press, bodies, within } = await opened({
    [`PUT ${path}`]: (body: unknown) => {
      puts += 1
      return puts === 1 ? refused('entry-conflict', 409, undefined, theirs) : saved({ revision: 5 })(body)
    },
  })
  type(/^正文/, '我的正文。')
  press('保存')
  expect(await screen.findByText('你写的时候，有人先保存了')).toBeTruthy()
  const differences = within(screen.getByRole('region', { name: '和对方保存的不同' }))
  expect(differences.getByText('对方的正文。')).toBeTruthy()
  expect(differences.getByText('我的正文。')).toBeTruthy()
  expect(screen.getByRole('textbox', { name: /^文字/ })).toHaveProperty('value', '八七年')
  press('保存')
  expect(await screen.findByText(/^已保存/)).toBeTruthy()
  expect(bodies(`PUT ${path}`)[1]).toEqual({
    base: 4,
    content: aText({
      blocks: [
        { ...heading, text: '八七年' },
        { ...text, text: '我的正文。' },
      ],
    }),
  })
})

it('is taken as the other wrote it by one press at the block', async () => {
  const [heading, text] = someBlocks
  if (!heading || text?.type !== 'text') throw new Error('the builder changed')
  const theirs = {
    ...entry,
    revision: 4,
    content: aText({ blocks: [heading, { ...text, text: '对方的正文。' }] }),
  }
  const { screen, type, press } = await opened({
    [`PUT ${path}`]: refused('entry-conflict', 409, undefined, theirs),
  })
  type(/^正文/, '我的正文。')
  press('保存')
  await screen.findByText('你写的时候，有人先保存了')
  press('正文，用对方的')
  expect(screen.getByRole('textbox', { name: /^正文/ })).toHaveProperty('value', '对方的正文。')
  expect(screen.queryByRole('region', { name: '和对方保存的不同' })).toBeNull()
})

it('is submitted once it is saved and nothing is missing', async () => {
  const review = { version: 1, by: entry.savedBy, at: entry.savedAt }
  const { screen, type, press, bodies } = await opened({
    [`POST ${path}/submission`]: { ...entry, state: 'in-review', review },
  })
  type(/^标题/, '别的')
  expect(screen.getByRole('button', { name: '提交审批' })).toHaveProperty('disabled', true)
  press('改回原来的')
  press('提交审批')
  expect(await screen.findByText('正在等审批，要改就先退回。')).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: /^标题/ })).toBeNull()
  expect(bodies(`POST ${path}/submission`)).toEqual([{ revision: 3, at: null }])
})

it('with something missing is not submitted, and says how much', async () => {
  const findings = [{ block: 'b2', field: 'text', code: 'text-missing' }]
  const { screen } = await opened({}, aWholeEntry({ findings }))
  expect(screen.getByText('还有 1 处没有写全，补上并保存后才能提交。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '提交审批' })).toHaveProperty('disabled', true)
})

it('that is public is taken off by one press and one question', async () => {
  const live = { version: 2, at: entry.savedAt }
  const published = aWholeEntry({ state: 'published', live })
  const { screen, press, sent } = await opened(
    { [`POST ${path}/withdrawal`]: { ...published, state: 'withdrawn', live: null } },
    published,
  )
  press('撤下')
  expect(screen.getByText(/撤下后观众两分钟内就看不到了/)).toBeTruthy()
  const [, confirm] = screen.getAllByRole('button', { name: '撤下' })
  if (!confirm) throw new Error('there is no question')
  confirm.click()
  expect(await screen.findByText('已撤下')).toBeTruthy()
  expect(sent(`POST ${path}/withdrawal`)).toHaveLength(1)
})

it('that is approved for a time gets another one, unless a colleague chose one meanwhile', async () => {
  const [first, second] = ['2099-12-03T01:00:00.000Z', '2099-12-05T02:30:00.000Z']
  const at = (time: string) =>
    aWholeEntry({ state: 'scheduled', schedule: { version: 2, by: '0000000000000000000b', at: time } })
  let asked = 0
  const { screen, press, type, bodies } = await opened(
    {
      [`POST ${path}/schedule`]: () => {
        asked += 1
        return asked === 1 ? refused('entry-conflict', 409, undefined, at(second)) : at(first)
      },
    },
    at(first),
  )
  expect(screen.getByText('已经通过，将于 2099年12月3日 09:00 发布。')).toBeTruthy()
  press('改发布时间')
  type(/^几点/, '10:15')
  press('改到这个时间')
  expect(await screen.findByText('已经通过，将于 2099年12月5日 10:30 发布。')).toBeTruthy()
  press('改到这个时间')
  expect(await screen.findByText('已经通过，将于 2099年12月3日 09:00 发布。')).toBeTruthy()
  const chosen = '2099-12-03T02:15:00.000Z'
  expect(bodies(`POST ${path}/schedule`)).toEqual([
    { version: 2, from: first, at: chosen },
    { version: 2, from: second, at: chosen },
  ])
})

it('is submitted with the time that its author would like', async () => {
  const { screen, fireEvent, press, type, bodies } = await opened({ [`POST ${path}/submission`]: entry })
  fireEvent.click(screen.getByRole('radio', { name: '定时发布' }))
  type(/^几点/, '7:30')
  expect(screen.getByText(/^将于 .*月.*日 07:30 发布$/)).toBeTruthy()
  press('提交审批')
  await screen.findByRole('button', { name: '提交审批' })
  expect(bodies(`POST ${path}/submission`)).toEqual([
    { revision: 3, at: expect.stringMatching(/T23:30:00.000Z$/) },
  ])
})

describe('that two have written', () => {
  const [first, second] = ['0000000000000000000a', '0000000000000000000b']
  const other = { [`GET ${path}`]: aWholeEntry({ writers: [first] }) }

  it('warns whoever would be the second, before they save', async () => {
    const { screen } = await opened(other)
    expect(
      await screen.findByText(
        '这一稿已经有 0000 000A 写过。你保存以后，你们两位都不能审，要第三位有“发布”权限的同事。',
      ),
    ).toBeTruthy()
  })

  it('names them before it is submitted, and says what to do', async () => {
    const text =
      '这一稿 0000 000A、我 都写过，都不能审。没有别的同事有“发布”权限的，请管理员在“人员与身份”里再授予一位同事“发布”。'
    const writers = (id: string) => [first, id]
    const work = atWork(
      [staff('publish')],
      { [`GET ${path}`]: () => aWholeEntry({ writers: writers(work.me.id) }) },
      { width: 1440, params: { id: entry.id } },
    )
    work.open('desk/pages/exhibition/entry')
    expect(await work.screen.findByText(text)).toBeTruthy()
    expect(work.screen.queryByText(/^这一稿已经有/)).toBeNull()
  })

  it('says to a third that they would be one more', async () => {
    const { screen } = await opened({ [`GET ${path}`]: aWholeEntry({ writers: [first, second] }) })
    expect(
      await screen.findByText(
        '这一稿已经有 0000 000A、0000 000B 写过。你保存以后也不能审，要另一位没写过、有“发布”权限的同事。',
      ),
    ).toBeTruthy()
  })
})

it('that was sent back says why', async () => {
  const returned = { version: 1, by: '0000000000000000000b', at: entry.savedAt, reason: '日期要核对' }
  const { screen } = await opened({}, aWholeEntry({ returned }))
  expect(screen.getByText(/退回：日期要核对/)).toBeTruthy()
})

it('that holds something unknown is not shown as a form, which would lose it', async () => {
  const { screen } = await opened({}, aWholeEntry({ content: { kind: 'other' } }))
  expect(screen.getByText(/这个版本的程序看不全这一条/)).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: /^标题/ })).toBeNull()
})

it('is new without an id, and made once', async () => {
  const made = aWholeEntry({ id: '320800-exhibit-new', revision: 1 })
  const { open, screen, fireEvent, bodies } = atWork(
    [staff('publish')],
    { 'POST /api/staff/exhibition/entries': made },
    { width: 1440 },
  )
  open('desk/pages/exhibition/entry')
  expect(screen.getByRole('heading', { level: 1, name: '新建展品' })).toBeTruthy()
  expect(screen.getByText('先写标题，才能保存。')).toBeTruthy()
  fireEvent.change(screen.getByRole('textbox', { name: /^标题/ }), { target: { value: '新展品' } })
  const [button] = screen.getAllByRole('button', { name: '新建展品' })
  if (!button) throw new Error('there is no button')
  fireEvent.click(button)
  fireEvent.click(button)
  expect(await screen.findByText(/^已保存/)).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: '第一批福利彩票' })).toBeTruthy()
  expect(bodies('POST /api/staff/exhibition/entries')).toEqual([
    {
      region: '320800',
      content: { kind: 'exhibit', gallery: 'history', position: 100, title: '新展品', blocks: [] },
    },
  ])
})

it('points out what the law forbids while it is written, with its article, and leads to the place', async () => {
  const { screen, type, press, within } = await opened({ [`PUT ${path}`]: saved() })
  type(/^正文/, '买十张包中奖，本馆不预测号码。')
  const summary = await screen.findByRole('region', { name: '法规不允许的说法' })
  expect(within(summary).getByText('有 1 处法规不允许的说法，可以保存，改掉才能提交。')).toBeTruthy()
  const card = screen.getByRole('region', { name: '第 2 块，正文' })
  expect(within(card).getByText(/“包中奖”：.*《彩票管理条例》第十八条第一项/)).toBeTruthy()
  press('第 2 块，文字：“包中奖”')
  expect(document.activeElement).toBe(card)
  type(/^标题/, '手机购彩')
  expect(await screen.findByText(/^标题里的“手机购彩”/)).toBeTruthy()
  press('标题：“手机购彩”')
  expect(document.activeElement?.id).toBe('entry-head')
  press('保存')
  expect(await screen.findByText(/^已保存/)).toBeTruthy()
})

it('with forbidden words is not submitted, and says how many', async () => {
  const found = { block: 'b2', at: 1, field: 'text', rule: 'from-a-later-server', words: '某话' }
  const { screen } = await opened({}, aWholeEntry({ wording: [{ ...found, isRefused: true }] }))
  expect(screen.getByText('还有 1 处法规不允许的说法，改掉并保存后才能提交。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '提交审批' })).toHaveProperty('disabled', true)
})

it('that WeChat finds risky says so, and is not submitted', async () => {
  const risky = await opened({}, aWholeEntry({ check: 'risky' }))
  expect(risky.screen.getByText(/^微信检查认为文字不合规/)).toBeTruthy()
  expect(risky.screen.getByRole('button', { name: '提交审批' })).toHaveProperty('disabled', true)
})

it('of the games is for adults alone from the moment that it is chosen, and says so where that was undone', async () => {
  const work = atWork([staff('publish')], {}, { width: 1440, params: { kind: 'gallery' } })
  work.open('desk/pages/exhibition/entry')
  const { screen, fireEvent } = work
  const choice = (name: string) => screen.getByRole('radio', { name }).getAttribute('aria-checked')
  fireEvent.click(await screen.findByRole('button', { name: '展厅：福彩历程' }))
  fireEvent.click(screen.getByRole('radio', { name: '票品与玩法' }))
  expect([choice('只给成年人看'), choice('大家都能看')]).toEqual(['true', 'false'])
  expect(screen.queryByText(/只能给成年人看/)).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '大家都能看' }))
  expect(screen.getByText(/只能给成年人看/)).toBeTruthy()
})

it('can be made of every type of block that there is', async () => {
  const { screen, press } = await opened()
  press('加一块内容')
  const offered = await screen.findAllByRole('button', { name: new RegExp(`^(${names.join('|')})$`) })
  expect(offered.map((button) => button.textContent)).toEqual(names)
})

it('shows a bulletin that was found by its words, by its title, and says where it is not public', async () => {
  const card = {
    id: '320800-bulletin-a',
    category: 'service',
    title: '挂牌',
    date: '2026-11-20',
    summary: '',
    honour: null,
  }
  const ofCity = '/api/exhibition/320800'
  const routes = {
    [`GET ${ofCity}/bulletins`]: { bulletins: [card], cursor: null },
    [`GET ${ofCity}/bulletin-search`]: {
      total: 1,
      found: [
        {
          ...card,
          title: [
            { text: '挂', hit: true },
            { text: '牌', hit: false },
          ],
          excerpt: [],
        },
      ],
    },
    [`GET ${ofCity}/bulletins/${card.id}`]: { ...card, region: '320800', attachments: [], blocks: [] },
    [`GET ${ofCity}/bulletins/320800-bulletin-gone`]: refused('unknown-bulletin', 404),
    [`PUT ${path}`]: saved(),
  }
  const gone = { id: 'b3', type: 'bulletin', bulletin: '320800-bulletin-gone' } as const
  const content = aText({ blocks: [gone] })
  const { screen, fireEvent, within, type, press, bodies } = await opened(routes, aWholeEntry({ content }))
  expect(await screen.findByText(/^这一条还没有公开，或者已经撤下/)).toBeTruthy()
  expect(screen.getByText('有 1 条公益信息没有公开，观众看不到。')).toBeTruthy()
  press('换一条公益信息')
  const list = () => screen.findByRole('list', { name: '可以选的公益信息' })
  expect(within(await list()).getAllByRole('listitem')).toHaveLength(1)
  type(/^找一条已经公开的公益信息/, '挂')
  fireEvent.click(within(await list()).getByRole('button', { name: /挂牌/ }))
  expect(await screen.findAllByText('挂牌')).toHaveLength(2)
  expect(screen.queryByText(/没有公开/)).toBeNull()
  press('保存')
  await screen.findByText(/^已保存/)
  expect(bodies(`PUT ${path}`)).toMatchObject([{ content: { blocks: [{ ...gone, bulletin: card.id }] } }])
})
