/**
 * @jest-environment jsdom
 *
 * What is kept of an exhibit at the desk: its versions on the server, and on the device what was typed and not saved.
 */

import { atWork, lost, type Routes, refused, staff } from '../../desk/work'
import { aText, author, aVersion as aVersionOf, aWholeEntry, someBlocks } from './builders'

const entry = aWholeEntry({
  returned: { version: 2, by: author, at: '2026-03-04T03:00:00.000Z', reason: '日期' },
})
const path = `/api/staff/exhibition/entries/${entry.id}`
const [heading] = someBlocks
const older = aText({ title: '老标题', blocks: heading ? [heading] : [] })
const { content: _, ...summary } = aVersionOf()
const versions = [
  { ...summary, version: 3, isKept: true },
  { ...summary, version: 2 },
  { ...summary, version: 1, title: '老标题' },
]
const everything: Routes = {
  [`GET ${path}`]: entry,
  [`GET ${path}/versions`]: { versions, cursor: null },
  [`GET ${path}/versions/1`]: { ...aVersionOf(older), version: 1 },
  [`GET ${path}/versions/2`]: aVersionOf(),
}

const asDraft = { ...aText(), position: '10', about: '', adultsOnly: false }
/** As an earlier visit of this person left it, from revision 3. */
const keptTitle = (person: string): [string, string][] => [
  [
    `fuyi.writing.${person}.${entry.id}`,
    JSON.stringify({ v: 1, value: { at: 1, base: asDraft, draft: { ...asDraft, title: '没保存的标题' } } }),
  ],
]

async function opened(more: Routes = {}, stored: (person: string) => [string, string][] = () => []) {
  const work = atWork(
    [staff('publish')],
    { ...everything, ...more },
    { width: 1440, params: { id: entry.id } },
  )
  for (const [name, text] of stored(work.me.id)) work.phone.storage.set(name, text)
  work.open('desk/pages/exhibition/entry')
  await work.screen.findByRole('list', { name: '发布进度' })
  const { screen, fireEvent } = work
  const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
  const type = (name: RegExp, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
  return { ...work, press, type, nameOf: () => `fuyi.writing.${work.me.id}.${entry.id}` }
}
async function unfolded(more: Routes = {}) {
  const work = await opened(more)
  work.press('历史版本')
  await work.screen.findByRole('list', { name: '历史版本' })
  return work
}

describe('versions', () => {
  it('open where whoever opened them looks, and so does each comparison', async () => {
    const { screen, press, waitFor } = await unfolded()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: '历史版本' })))
    for (const version of [1, 2]) {
      press(`第 ${version} 版，和现在的文字比较`)
      await waitFor(() =>
        expect(document.activeElement).toBe(screen.getByRole('region', { name: '比较两版' })),
      )
      screen.getByRole('button', { name: '历史版本' }).focus()
    }
  })

  it('are listed with who, when and where they stand', async () => {
    const { screen, within } = await unfolded()
    const rows = within(screen.getByRole('list', { name: '历史版本' })).getAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/第 3 版　第一批福利彩票没提交的草稿.*3月4日 10:00 保存/),
      expect.stringMatching(/第 2 版　第一批福利彩票已退回.*3月4日 10:00 提交/),
      expect.stringMatching(/第 1 版　老标题以前的版本/),
    ])
  })

  it('are compared field by field and block by block, any two of them', async () => {
    const { screen, press, within, fireEvent } = await unfolded()
    press('第 1 版，和现在的文字比较')
    const compared = () => within(screen.getByRole('region', { name: '比较两版' }))
    const title = await compared().findByRole('region', { name: '标题' })
    expect(title.textContent).toBe('标题第 1 版老标题现在的文字第一批福利彩票')
    expect(compared().getByRole('region', { name: '正文，新加的' }).textContent).toMatch(/（没有这一块）/)
    expect(compared().getByText('另外 1 块两边一样，没有列出。')).toBeTruthy()
    fireEvent.click(compared().getByRole('button', { name: /^比较/ }))
    fireEvent.click(screen.getByRole('radio', { name: '第 2 版' }))
    expect(await compared().findByText('两边一字不差。')).toBeTruthy()
  })

  it('are restored as a draft after a question that says what becomes of the one that stands', async () => {
    const restored = { ...entry, revision: 4, content: older, returned: null }
    const { screen, press, bodies } = await unfolded({ [`POST ${path}/restoration`]: restored })
    press('第 1 版，恢复成草稿')
    expect(screen.getByText(/现在的草稿会自动存成一版/)).toBeTruthy()
    expect(screen.getByText(/^这一稿已经有 .*你恢复以后，你们两位都不能审/)).toBeTruthy()
    press('恢复成草稿')
    expect(await screen.findByText(/^第 1 版已经成了草稿/)).toBeTruthy()
    expect(screen.getByRole('textbox', { name: /^标题/ })).toHaveProperty('value', '老标题')
    expect(bodies(`POST ${path}/restoration`)).toEqual([{ version: 1, base: 3 }])
  })

  it('are not restored over what somebody saved meanwhile, which then stands beside', async () => {
    const theirs = { ...entry, revision: 4, content: aText({ title: '同事的标题' }) }
    const { screen, press, within } = await unfolded({
      [`POST ${path}/restoration`]: refused('entry-conflict', 409, undefined, theirs),
    })
    press('第 1 版，恢复成草稿')
    press('恢复成草稿')
    const compared = within(await screen.findByRole('region', { name: '比较两版' }))
    const title = await compared.findByRole('region', { name: '标题' })
    expect(title.textContent).toBe('标题第 1 版老标题现在的文字同事的标题')
    expect(screen.getByText(/别人刚刚改过这条内容/)).toBeTruthy()
    expect(screen.getByRole('textbox', { name: /^标题/ })).toHaveProperty('value', '同事的标题')
  })

  it('are not restored while something is written and not saved', async () => {
    const { screen, type } = await unfolded()
    type(/^标题/, '正在写')
    expect(screen.getByRole('button', { name: '第 1 版，恢复成草稿' })).toHaveProperty('disabled', true)
  })
})

describe('what was typed and not saved', () => {
  it('of captions that cannot be read is said at the field and the save bar, kept, and saved once it is readable', async () => {
    const film = { id: 'v', type: 'video', media: '320800-v', title: '开馆', poster: null } as const
    const cue = { from: 0, until: 4, text: '欢迎来到展馆' }
    const content = aText({ blocks: [{ ...film, captions: [cue] }] })
    const { screen, type, press, bodies, phone, nameOf } = await opened({
      [`GET ${path}`]: { ...entry, content },
      [`PUT ${path}`]: (body: unknown) => ({ ...entry, revision: 4, content: Object(body).content }),
    })
    const typed = '0:00-0:04 欢迎来到展馆\n这是第一批彩票'
    const field = () => screen.getByRole('textbox', { name: /^字幕/ })
    type(/^字幕/, typed)
    expect(screen.getByText(/^第 2 行看不懂.*改好才能保存$/)).toBeTruthy()
    expect(screen.getByText('第 1 块视频的字幕看不懂，改好才能保存。')).toBeTruthy()
    expect(screen.getByText('还没有保存')).toBeTruthy()
    press('保存')
    expect(document.activeElement).toBe(field())
    expect(bodies(`PUT ${path}`)).toEqual([])
    expect(field()).toHaveProperty('value', typed)
    expect(phone.storage.get(nameOf())).toMatch(/这是第一批彩票/)
    press('改回原来的')
    expect(field()).toHaveProperty('value', '0:00-0:04 欢迎来到展馆')
    expect(screen.getByText('没有改动')).toBeTruthy()
    type(/^字幕/, typed)
    type(/^字幕/, typed.replace('这', '0:04-0:08 这'))
    press('保存')
    expect(await screen.findByText(/^已保存/)).toBeTruthy()
    const captions = [cue, { from: 4, until: 8, text: '这是第一批彩票' }]
    expect(bodies(`PUT ${path}`)[0].content.blocks).toEqual([{ ...film, captions }])
  })

  it('of captions that cannot be read is offered again as it was typed', async () => {
    const film = { id: 'v', type: 'video', media: '320800-v', title: '开馆', poster: null } as const
    const content = aText({ blocks: [{ ...film, captions: [] }] })
    const draft = { ...asDraft, blocks: [{ ...film, captions: '欢迎来到展馆\n这是第一批彩票' }] }
    const value = { at: 1, base: { ...asDraft, blocks: [{ ...film, captions: [] }] }, draft }
    const { screen, press } = await opened({ [`GET ${path}`]: { ...entry, content } }, (person) => [
      [`fuyi.writing.${person}.${entry.id}`, JSON.stringify({ v: 1, value })],
    ])
    press('接着写')
    expect(screen.getByRole('textbox', { name: /^字幕/ })).toHaveProperty(
      'value',
      '欢迎来到展馆\n这是第一批彩票',
    )
  })

  it('stays on the device until it is saved, also where the network is dead', async () => {
    let isDead = true
    const { screen, type, press, phone, nameOf } = await opened({
      [`PUT ${path}`]: (body: unknown) =>
        isDead ? lost : { ...entry, revision: 4, content: Object(body).content },
    })
    expect(phone.storage.has(nameOf())).toBe(false)
    type(/^标题/, '断网时写的')
    press('保存')
    expect(phone.storage.get(nameOf())).toMatch(/断网时写的/)
    await screen.findByRole('button', { name: '保存' })
    isDead = false
    await screen.findByText('还没有保存')
    press('保存')
    expect(await screen.findByText(/^已保存/)).toBeTruthy()
    expect(phone.storage.has(nameOf())).toBe(false)
  })

  it('is offered to whoever comes back, brought together with what a colleague saved, and never by itself', async () => {
    const [, text] = someBlocks
    if (text?.type !== 'text' || !heading) throw new Error('the builder changed')
    const theirs = aText({ blocks: [heading, { ...text, text: '同事的正文。' }] })
    const later = { ...entry, revision: 4, content: theirs }
    const { screen, press } = await opened({ [`GET ${path}`]: later }, keptTitle)
    expect(await screen.findByText(/写了还没保存的内容：没保存的标题/)).toBeTruthy()
    expect(screen.queryByRole('textbox', { name: /^标题/ })).toBeNull()
    press('接着写')
    expect(screen.getByRole('textbox', { name: /^标题/ })).toHaveProperty('value', '没保存的标题')
    expect(screen.getByRole('textbox', { name: /^正文/ })).toHaveProperty('value', '同事的正文。')
    expect(screen.getByText('有人先保存了，你写的还没有保存')).toBeTruthy()
  })

  it('is given up by one press, and goes', async () => {
    const { screen, press, phone, nameOf } = await opened({}, keptTitle)
    press('不要了，用已保存的')
    expect(screen.getByRole('textbox', { name: /^标题/ })).toHaveProperty('value', '第一批福利彩票')
    expect(phone.storage.has(nameOf())).toBe(false)
  })

  it('is of at most ten entries, of which the oldest goes', async () => {
    const stored = () =>
      Array.from({ length: 10 }, (_, n): [string, string] => [
        `fuyi.writing.somebody.${n}`,
        JSON.stringify({ v: 1, value: { at: 1_000 - n, base: asDraft, draft: asDraft } }),
      ])
    const { type, phone, nameOf } = await opened({}, stored)
    type(/^标题/, '第十一条')
    expect(phone.storage.has('fuyi.writing.somebody.9')).toBe(false)
    expect(phone.storage.has('fuyi.writing.somebody.8')).toBe(true)
    expect(phone.storage.has(nameOf())).toBe(true)
  })
})
