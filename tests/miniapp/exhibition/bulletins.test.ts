/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Bulletins as a visitor meets them: by category, by their words, and one with what is attached to it.
 */
import { aBrowser } from '../places/browser'
import { start } from '../shell/start'
import type { Sent } from '../support/taro'
import { hallServer } from './builders'

beforeEach(() => void aBrowser())

const id = '320800-bulletin-a1'
const honour = { who: '快乐吧', award: '文明窗口', year: 2026 }
const card = { id, category: 'honour', title: '获奖', date: '2026-11-20', summary: '摘要', honour }
const piece = (text: string, hit = false) => ({ text, hit })

const answers: Record<string, unknown> = {
  '/bulletins': { bulletins: [card], cursor: null },
  [`/bulletins/${id}`]: {
    ...{ region: '320800', ...card, blocks: [{ id: 'a', type: 'text', text: '正文。' }] },
    attachments: [
      { title: '名单', address: 'https://example.org/a.pdf' },
      { title: '公告', address: '/media/a/1.pdf', file: { type: 'application/pdf', bytes: 1_300_000 } },
    ],
  },
  '/bulletin-search': {
    total: 1,
    found: [
      {
        id,
        category: 'honour',
        date: '2026-11-20',
        title: [piece('获奖', true)],
        excerpt: [piece('正文。')],
      },
    ],
  },
}
const visit = (params: Record<string, string>) =>
  start((phone) => {
    phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
    phone.params = params
    const other = hallServer()
    phone.server = (sent: Sent) => {
      const path = new URL(sent.url, 'https://x.example').pathname.replace('/api/exhibition/320800', '')
      const json = answers[path]
      return json === undefined ? other(sent) : { statusCode: 200, header: {}, data: JSON.stringify(json) }
    }
  })

it('hangs honours on a wall, and lists others by their day', async () => {
  const { open, screen, fireEvent, phone } = visit({ region: '320800' })
  open('exhibition/pages/bulletins')
  expect(await screen.findByText('荣誉 · 2026年11月20日')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '荣誉' }))
  expect(await screen.findByText('文明窗口')).toBeTruthy()
  fireEvent.click(screen.getByText('文明窗口'))
  expect(phone.did).toEqual([`navigateTo /exhibition/pages/bulletin/index?id=${id}`])
})

it('are closed by the feeds and the lines of the law once they stand there, so that nothing pushes these away', async () => {
  const { open, screen } = visit({ region: '320800' })
  open('exhibition/pages/bulletins')
  expect(screen.queryByText('订阅')).toBeNull()
  expect(screen.queryByText(/多人少买/)).toBeNull()
  expect(await screen.findByText('订阅')).toBeTruthy()
  expect(screen.getByText(/多人少买/)).toBeTruthy()
})

it('leads back to all of them where nothing was found', async () => {
  const before = answers['/bulletin-search']
  answers['/bulletin-search'] = { total: 0, found: [] }
  const { open, screen, fireEvent } = visit({ region: '320800', category: 'honour' })
  open('exhibition/pages/bulletins')
  const field = await screen.findByLabelText('在公益发布里找')
  fireEvent.input(field, { target: { value: '没有的' } })
  fireEvent.click(screen.getByRole('button', { name: '查找' }))
  await screen.findByText('没有找到“没有的”')
  answers['/bulletin-search'] = before
  expect(screen.queryByRole('radio')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '看全部公益发布' }))
  expect(screen.getByRole('radio', { name: '全部' }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByDisplayValue('')).toBe(screen.getByLabelText('在公益发布里找'))
})

it('goes back from what was found to the list as it was', async () => {
  const { open, screen, fireEvent } = visit({ region: '320800', category: 'honour' })
  open('exhibition/pages/bulletins')
  const field = await screen.findByLabelText('在公益发布里找')
  fireEvent.input(field, { target: { value: '文明' } })
  fireEvent.click(screen.getByRole('button', { name: '查找' }))
  fireEvent.click(await screen.findByRole('button', { name: '清空' }))
  expect(field).toHaveProperty('value', '')
  expect(screen.getByRole('radio', { name: '荣誉' }).getAttribute('aria-checked')).toBe('true')
})

it('shows one with its text and what is attached', async () => {
  const { open, screen } = visit({ id })
  open('exhibition/pages/bulletin')
  expect(await screen.findByText('正文。')).toBeTruthy()
  expect(screen.getByText('名单')).toBeTruthy()
})

it('is chosen from by arrows, and read by feeds of what is chosen', async () => {
  const { open, screen, fireEvent } = visit({ region: '320800' })
  open('exhibition/pages/bulletins')
  const all = await screen.findByRole('radio', { name: '全部' })
  expect(all.getAttribute('aria-checked')).toBe('true')
  all.focus()
  fireEvent.keyDown(all, { key: 'ArrowLeft' })
  const honours = screen.getByRole('radio', { name: '荣誉' })
  expect(honours.getAttribute('aria-checked')).toBe('true')
  expect(document.activeElement).toBe(honours)
  const address = '/api/exhibition/320800/bulletins.rss?category=honour'
  expect((await screen.findByRole('link', { name: 'RSS' })).getAttribute('href')).toBe(address)
  const alternates = [...document.head.querySelectorAll('link[rel=alternate]')]
  expect(alternates.map((link) => link.getAttribute('href'))).toContain(address)
  expect(alternates).toHaveLength(3)
})

it('opens what is attached in a window of its own', async () => {
  const { open, screen, fireEvent } = visit({ id })
  open('exhibition/pages/bulletin')
  const opened: unknown[] = []
  window.open = (...args) => {
    opened.push(args)
    return null
  }
  fireEvent.click(await screen.findByText('名单'))
  expect(screen.getByText('PDF，1.2 MB · 在新窗口打开')).toBeTruthy()
  fireEvent.click(screen.getByText('公告'))
  const beside = ['_blank', 'noopener']
  expect(opened).toEqual([
    ['https://example.org/a.pdf', ...beside],
    ['/media/a/1.pdf', ...beside],
  ])
})
