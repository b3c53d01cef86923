/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * What stands round every page of the desk: what waits, the search, and the question before something unsaved is left.
 */
import type { ReviewItem } from '@/desk/registration'
import { mergeReviews, waitingItems } from '@/desk/waiting'
import { aGift, anAdjustment, aProposal } from './builders'
import { atWork, outlet, type Routes, refused, region, staff } from './work'

const wide = { width: 1440 }
const gift = aGift({ outlets: [outlet] })
const everything: Routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/proposals': { proposals: [] },
  'GET /api/staff/adjustments': { adjustments: [] },
}

const anItem = (overrides: Partial<ReviewItem>): ReviewItem => ({
  kind: 'proposal',
  id: '320800-pr0p0sa101',
  title: '新的一批积分码',
  by: '00000000000000000009',
  since: 1,
  due: null,
  isWaiting: true,
  decidedAt: null,
  sign: { word: '待复核', tone: 'doubt' },
  ...overrides,
})

const sourceOf = (items: ReviewItem[]) => ({
  powers: [],
  source: {
    want: () => {},
    read: () => ({ value: { items, more: false }, failure: null }),
    subscribe: () => () => {},
  },
})

describe('what waits', () => {
  const at = {
    desk: { me: { id: 'me' }, region, powers: [], cities: [region], name: `me ${region}` },
    now: 0,
  }

  it('comes from every domain, oldest first, and what was decided behind it, newest first', () => {
    const sources = [
      sourceOf([
        anItem({ id: 'new', since: 30 }),
        anItem({ id: 'long-decided', isWaiting: false, decidedAt: 5 }),
        anItem({ id: 'just-decided', isWaiting: false, decidedAt: 50 }),
      ]),
      sourceOf([anItem({ id: 'old', kind: 'report', since: 10, by: null })]),
    ]
    const { items } = mergeReviews(sources, JSON.parse(JSON.stringify(at)))
    expect(items.map(({ id }) => id)).toEqual(['old', 'new', 'just-decided', 'long-decided'])
  })

  it('is not what one proposed oneself', () => {
    expect(waitingItems({ items: [anItem({ by: 'me' })] }, 'me')).toEqual([])
  })

  it('of adjustments and proposals stands in one list, and leads to where it is decided', async () => {
    const { open, screen, fireEvent, phone } = atWork(
      [staff('gifts')],
      {
        ...everything,
        'GET /api/staff/proposals': { proposals: [aProposal({ proposedAt: '2026-03-05T02:00:00.000Z' })] },
        'GET /api/staff/adjustments': { adjustments: [anAdjustment()] },
      },
      wide,
    )
    open('desk/home')
    const [, first, second] = await screen.findAllByRole('row')
    expect(first?.textContent).toContain('积分调整：+20 分')
    expect(second?.textContent).toContain('新的一批积分码')
    if (!first) throw new Error('nothing waits')
    fireEvent.click(first)
    const item = encodeURIComponent(`adjustment:${anAdjustment().id}`)
    expect(phone.did).toEqual([`navigateTo /desk/review/index?item=${item}`])
  })

  it.each(['desk/home', 'desk/review'] as const)(
    'that could not be read is not taken for nothing on %s, and is asked for again',
    async (page) => {
      let isDown = true
      const adjustments = () => (isDown ? refused('unavailable', 503) : { adjustments: [anAdjustment()] })
      const { open, screen, fireEvent } = atWork(
        [staff('gifts')],
        { ...everything, 'GET /api/staff/adjustments': adjustments },
        wide,
      )
      open(page)
      const repeated = await screen.findByRole('button', { name: '再试一次' })
      expect(screen.queryByText(/现在没有等你处理的/)).toBeNull()
      expect(screen.getByRole('link', { name: /待办/ }).textContent).toBe('待办–')
      isDown = false
      fireEvent.click(repeated)
      expect(await screen.findByRole('row', { name: /积分调整/ })).toBeTruthy()
    },
  )

  it('is gone through by keyboard', async () => {
    const { open, screen, fireEvent } = atWork(
      [staff('gifts')],
      {
        ...everything,
        'GET /api/staff/proposals': {
          proposals: [
            aProposal({ label: '先来的' }),
            aProposal({ id: '320800-0ther00001', label: '后来的', proposedAt: '2026-03-09T02:00:00.000Z' }),
          ],
        },
      },
      wide,
    )
    open('desk/review')
    fireEvent.click(await screen.findByRole('button', { name: /先来的/ }))
    expect(screen.getByRole('region', { name: /先来的/ })).toBeTruthy()
    fireEvent.keyDown(document, { key: 'ArrowDown', altKey: true })
    expect(screen.getByRole('region', { name: /后来的/ })).toBeTruthy()
    fireEvent.keyDown(document, { key: 'ArrowUp', altKey: true })
    expect(screen.getByRole('region', { name: /先来的/ })).toBeTruthy()
  })
})

describe('the search', () => {
  it.each([
    [
      '260305 8K3M92QTA1',
      /兑换单 260305-8K3M92QTA1/,
      '/desk/pages/points/ledger/index?order=260305-8K3M92QTA1',
    ],
    ['3e8c a0he', /编号 3E8C A0HE/, '/desk/pages/points/ledger/index?no=3E8CA0HE'],
    ['杂粮', /杂粮礼包/, `/desk/pages/points/gifts/index?id=${gift.id}`],
    ['水渡口', /水渡口福彩站/, '/places/pages/detail/index?id=320800-1'],
  ])('leads from %s to its page', async (typed, name, url) => {
    const { open, screen, fireEvent, phone } = atWork([staff('gifts', 'audit')], everything, wide)
    open('desk/pages/points/batches')
    fireEvent.change(await screen.findByRole('textbox', { name: '搜索工作台' }), {
      target: { value: typed },
    })
    fireEvent.click(await screen.findByRole('link', { name }))
    expect(phone.did).toEqual([`navigateTo ${url}`])
  })

  it('leads on a phone to the page that edits a gift there', async () => {
    const { open, screen, fireEvent, phone } = atWork([staff('gifts')], everything, { width: 390 })
    open('desk/pages/points/batches')
    fireEvent.change(await screen.findByRole('textbox', { name: '搜索工作台' }), {
      target: { value: '杂粮' },
    })
    fireEvent.click(await screen.findByRole('link', { name: /杂粮礼包/ }))
    expect(phone.did).toEqual([`navigateTo /desk/pages/points/gift/index?id=${gift.id}`])
  })
})

describe('the bar', () => {
  it('leads from what waits to the first of it', async () => {
    const { open, screen, fireEvent, phone } = atWork(
      [staff('gifts')],
      { ...everything, 'GET /api/staff/proposals': { proposals: [aProposal()] } },
      wide,
    )
    open('desk/home')
    await screen.findByRole('button', { name: /新的一批积分码/ })
    fireEvent.click(screen.getByRole('link', { name: /^待办/ }))
    const item = encodeURIComponent(`proposal:${aProposal().id}`)
    expect(phone.did).toEqual([`navigateTo /desk/review/index?item=${item}`])
  })

  it('leads to the list of what is decided where nothing waits', async () => {
    const { open, screen, fireEvent, phone } = atWork([staff('gifts')], everything, wide)
    open('desk/home')
    await screen.findByText(/现在没有等你处理的/)
    fireEvent.click(screen.getByRole('link', { name: /^待办/ }))
    expect(phone.did).toEqual(['navigateTo /desk/review/index'])
  })

  it('lies over the row that is open while its sheet or its hits do', async () => {
    const { open, screen, fireEvent } = atWork([staff('gifts')], everything, wide)
    open('desk/pages/points/gifts')
    const search = await screen.findByRole('textbox', { name: '搜索工作台' })
    const isRaised = () => screen.getByRole('banner').className.includes('raised')
    expect(isRaised()).toBe(false)
    fireEvent.change(search, { target: { value: '杂粮' } })
    expect(isRaised()).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: '清空' }))
    expect(search).toHaveProperty('value', '')
    expect(isRaised()).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: '菜单' }))
    expect(isRaised()).toBe(true)
  })

  it('hints at what one’s powers can find', async () => {
    const { open, screen } = atWork([staff('gifts')], everything, wide)
    open('desk/home')
    const search = await screen.findByRole('textbox', { name: '搜索工作台' })
    expect(search.getAttribute('placeholder')).toBe('网点、礼品')
  })
})

it('the page of one gift leads back to all of them by the menu', async () => {
  const { open, screen, fireEvent, phone } = atWork([staff('gifts')], everything, {
    ...wide,
    params: { id: gift.id },
  })
  open('desk/pages/points/gift')
  await screen.findByRole('textbox', { name: /^名称/ })
  fireEvent.click(screen.getByRole('link', { name: '礼品' }))
  expect(phone.did).toEqual(['navigateTo /desk/pages/points/gifts/index'])
})

it('a gift that was made says that nobody sees it yet', async () => {
  const made = aGift({ id: '320800-9999999999', name: '热水袋', isPublished: false, outlets: [outlet] })
  const { open, screen, fireEvent } = atWork(
    [staff('gifts')],
    { ...everything, 'POST /api/staff/gifts': made },
    wide,
  )
  open('desk/pages/points/gifts')
  fireEvent.click(await screen.findByRole('button', { name: '新建礼品' }))
  const write = (name: RegExp, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
  write(/^名称/, '热水袋')
  write(/^说明/, '一个热水袋')
  write(/^积分/, '30')
  write(/能取的网点/, '健康')
  fireEvent.keyDown(screen.getByRole('textbox', { name: /能取的网点/ }), { key: 'Enter' })
  const buttons = screen.getAllByRole('button', { name: '新建礼品' })
  fireEvent.click(buttons[buttons.length - 1] ?? document.body)
  expect(await screen.findByText('已保存。还没有上架，市民看不到。')).toBeTruthy()
})

describe('something unsaved', () => {
  async function written() {
    const work = atWork([staff('gifts', 'audit')], everything, wide)
    work.open('desk/pages/points/gifts')
    work.fireEvent.click(await work.screen.findByRole('button', { name: /杂粮礼包/ }))
    work.fireEvent.change(work.screen.getByRole('textbox', { name: /^名称/ }), { target: { value: '别的' } })
    return work
  }

  it('is not left for another page of the desk without a question', async () => {
    const { screen, fireEvent, phone } = await written()
    fireEvent.click(screen.getByRole('link', { name: '积分规则' }))
    expect(phone.did).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: '不要了，离开' }))
    expect(phone.did).toEqual(['navigateTo /desk/pages/points/rules/index'])
  })

  it('is asked about again when one comes back to it and leaves once more', async () => {
    const { act, screen, fireEvent, phone } = await written()
    fireEvent.click(screen.getByRole('link', { name: '积分规则' }))
    fireEvent.click(screen.getByRole('button', { name: '不要了，离开' }))
    act(() => phone.hide())
    act(() => phone.show())
    expect(screen.getByRole('textbox', { name: /^名称/ })).toHaveProperty('value', '别的')
    fireEvent.click(screen.getByRole('link', { name: '积分规则' }))
    expect(screen.getByRole('dialog', { name: '有没保存的修改' })).toBeTruthy()
    expect(phone.did).toEqual(['navigateTo /desk/pages/points/rules/index'])
  })

  it('makes the browser ask before its window closes', async () => {
    await written()
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  })
})
