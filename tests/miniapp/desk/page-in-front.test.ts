/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The address, the keys and the city are those of the page in front, and of what it has open.
 */
import type { Role } from '@contract/identity'
import { aGift, aProposal } from './builders'
import { heldAnswers } from './held-answers'
import { atWork, outlet, type Routes, refused, region, staff } from './work'

const wide = { width: 1440 }
const phoneSize = { width: 390 }
const gift = aGift({ outlets: [outlet] })
const everything: Routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/proposals': { proposals: [] },
  'GET /api/staff/adjustments': { adjustments: [] },
}
const proposals = [
  aProposal({ label: '先来的' }),
  aProposal({ id: '320800-0ther00001', label: '后来的', proposedAt: '2026-03-09T02:00:00.000Z' }),
]
const withProposals: Routes = { ...everything, 'GET /api/staff/proposals': { proposals } }

afterEach(() => window.history.replaceState(null, '', '#'))

it('an answer that comes while another page is in front is written into the address when one comes back', async () => {
  const { hold, answer } = heldAnswers()
  const [one] = proposals
  const work = atWork(
    [staff('gifts')],
    { ...withProposals, [`POST /api/staff/proposals/${one?.id}/decision`]: hold('decision') },
    wide,
  )
  const { act, screen, fireEvent, phone } = work
  work.open('desk/review')
  fireEvent.click(await screen.findByRole('button', { name: /先来的/ }))
  fireEvent.click(screen.getByRole('button', { name: '通过' }))
  const [, confirm] = screen.getAllByRole('button', { name: '通过' })
  if (!confirm) throw new Error('nothing asks whether it is meant')
  fireEvent.click(confirm)
  act(() => phone.hide())
  window.history.replaceState(null, '', '#/places/pages/detail/index?id=320800-1')
  const decided = { state: 'approved', decidedBy: work.me.id, decidedAt: '2026-03-10T02:00:00.000Z' }
  await answer('decision', { ...one, ...decided }, work)
  expect(await screen.findByText(/已通过：/)).toBeTruthy()
  expect(window.location.hash).toBe('#/places/pages/detail/index?id=320800-1')
  window.history.replaceState(null, '', '#/desk/review/index')
  act(() => phone.show())
  expect(window.location.hash).toContain(encodeURIComponent('proposal:320800-0ther00001'))
})

describe('an address that names what is no longer listed', () => {
  it.each([
    ['desk/review', { item: 'proposal:320800-9999999999' }],
    ['desk/pages/points/gifts', { id: '320800-9999999999' }],
    ['desk/pages/points/adjustments', { id: '320800-9999999999' }],
  ] as const)('of %s says so, and holds no step back', async (page, params) => {
    const { open, screen, layers } = withLayers([staff('gifts')], withProposals, { ...phoneSize, params })
    open(page)
    expect(await screen.findByText('要看的这一条已处理，或者不在这一页。')).toBeTruthy()
    expect(layers()).toBe(0)
  })

  it('is silent about it once something else is opened', async () => {
    const { open, screen, fireEvent } = atWork([staff('gifts')], everything, {
      ...wide,
      params: { id: '320800-9999999999' },
    })
    open('desk/pages/points/gifts')
    await screen.findByText('要看的这一条已处理，或者不在这一页。')
    fireEvent.click(screen.getByRole('button', { name: /杂粮礼包/ }))
    expect(screen.queryByText('要看的这一条已处理，或者不在这一页。')).toBeNull()
    expect(window.location.hash).toContain(gift.id)
  })
})

it('a link to a gift leads on a phone to the page that edits it, and leaves no step back behind', async () => {
  const { open, waitFor, phone, layers } = withLayers([staff('gifts')], everything, {
    ...phoneSize,
    params: { id: gift.id },
  })
  open('desk/pages/points/gifts')
  await waitFor(() => expect(phone.did).toEqual([`navigateTo /desk/pages/points/gift/index?id=${gift.id}`]))
  expect(layers()).toBe(0)
})

function withLayers(...args: Parameters<typeof atWork>) {
  const work = atWork(...args)
  const { layerCount }: typeof import('@/shared/navigation/layers') = require('@/shared/navigation/layers')
  return { ...work, layers: () => layerCount.get() }
}

describe('keys', () => {
  it('go from row to row in a table that is drawn anew', async () => {
    const other = aGift({ id: '320800-9999999999', name: '热水袋' })
    const { open, screen, fireEvent } = atWork(
      [staff('gifts')],
      { ...everything, 'GET /api/staff/gifts': { gifts: [gift, other] } },
      wide,
    )
    open('desk/pages/points/gifts')
    const search = await screen.findByRole('textbox', { name: '找名称' })
    fireEvent.change(search, { target: { value: '没有这样的' } })
    fireEvent.change(search, { target: { value: '' } })
    const first = screen.getByRole('button', { name: '杂粮礼包' })
    first.focus()
    fireEvent.keyDown(first, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '热水袋' }))
  })

  it('typed into a field that is no part of the detail do not go to the next', async () => {
    const { open, screen, fireEvent } = atWork([staff('gifts')], withProposals, wide)
    open('desk/review')
    fireEvent.click(await screen.findByRole('button', { name: /先来的/ }))
    fireEvent.keyDown(screen.getByRole('textbox', { name: '搜索工作台' }), { key: 'ArrowDown', altKey: true })
    expect(screen.getByRole('region', { name: /先来的/ })).toBeTruthy()
  })

  it('put away what the search found before the row that is open', async () => {
    const { open, screen, fireEvent } = atWork([staff('gifts')], everything, wide)
    open('desk/pages/points/gifts')
    fireEvent.click(await screen.findByRole('button', { name: '杂粮礼包' }))
    const search = screen.getByRole('textbox', { name: '搜索工作台' })
    fireEvent.change(search, { target: { value: '杂粮' } })
    fireEvent.keyDown(search, { key: 'Escape' })
    expect(screen.queryByRole('group', { name: '搜到的' })).toBeNull()
    expect(screen.getByRole('region', { name: '杂粮礼包' })).toBeTruthy()
    fireEvent.keyDown(search, { key: 'Escape' })
    expect(screen.queryByRole('region', { name: '杂粮礼包' })).toBeNull()
  })
})

it('whoever works for several cities sits at the desk of the one they chose while that is on its way', async () => {
  const elsewhere: Role = { kind: 'staff', region: '320100', powers: ['audit'] }
  const { open, phone, waitFor, sent } = atWork(
    [staff('audit'), elsewhere],
    {
      'GET /api/regions/320100/places': () => new Promise(() => {}),
      'GET /api/staff/outliers': { outliers: [] },
    },
    wide,
  )
  phone.storage.set('fuyi.city', '{"v":1,"value":"320100"}')
  open('desk/pages/points/ledger')
  await waitFor(() => expect(sent('GET /api/staff/outliers')).toHaveLength(1))
  const regions = phone.sent.map(({ url }) => new URL(url, 'http://phone').searchParams.get('region'))
  expect(regions).toContain('320100')
  expect(regions).not.toContain(region)
})

describe('the bar', () => {
  afterEach(() => jest.restoreAllMocks())

  it('asks what waits every half minute at most, and hears of what one does oneself at once', async () => {
    const real = Date.now
    let passed = 0
    jest.spyOn(Date, 'now').mockImplementation(() => real() + passed)
    const work = atWork(
      [staff('gifts', 'audit')],
      { ...withProposals, 'GET /api/staff/outliers': { outliers: [] } },
      wide,
    )
    const { act, open, phone, screen, sent, waitFor } = work
    open('desk/pages/points/ledger')
    await waitFor(() => expect(screen.getByRole('link', { name: /^待办/ }).textContent).toBe('待办2'))
    passed = 20_000
    act(() => phone.show())
    expect(sent('GET /api/staff/proposals')).toHaveLength(1)
    const { proposalList }: typeof import('@/points/desk/stores') = require('@/points/desk/stores')
    act(() => proposalList.put(`${work.me.id} ${region}`, { items: [] }))
    expect(screen.getByRole('link', { name: /^待办/ }).textContent).toBe('待办0')
    passed = 60_000
    act(() => phone.show())
    await waitFor(() => expect(sent('GET /api/staff/proposals')).toHaveLength(2))
  })
})

it('what waits keeps its heading where it could not be read', async () => {
  const { open, screen } = atWork(
    [staff('gifts')],
    {
      ...everything,
      'GET /api/staff/proposals': refused('unavailable', 503),
      'GET /api/staff/adjustments': refused('unavailable', 503),
    },
    wide,
  )
  open('desk/home')
  expect(await screen.findByRole('button', { name: '再试一次' })).toBeTruthy()
  expect(screen.getByRole('heading', { level: 2, name: '待我处理' })).toBeTruthy()
})
