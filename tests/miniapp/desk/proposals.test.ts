/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * What takes two people, as both of them meet it at the desk.
 */

import type { Proposal } from '@contract/points'
import { changeLines, proposalTitle } from '@/points/desk/proposals/view'
import { categoryNames } from '@/points/words'
import { aBatch, aGift, anAdjustment, aProposal, someRules } from './builders'
import { atWork, outlet, type Routes, refused, region, staff } from './work'

const wide = { width: 1440 }
const gift = aGift({ outlets: [outlet] })
const everything: Routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/code-batches': { batches: [aBatch()] },
  [`GET /api/staff/rules/${region}`]: someRules(),
  'GET /api/staff/adjustments': { adjustments: [anAdjustment()] },
  'GET /api/staff/proposals': { proposals: [] },
}
const post = 'POST /api/staff/proposals'

describe('what is proposed', () => {
  it('is a batch that waits, and no batch', async () => {
    const { open, screen, fireEvent, bodies, me } = atWork(
      [staff('gifts')],
      { ...everything, [post]: () => aProposal({ proposedBy: me.id, label: '敬老院' }) },
      wide,
    )
    open('desk/pages/points/batches')
    fireEvent.click(await screen.findByRole('button', { name: '新的一批' }))
    const write = (name: RegExp, value: string) =>
      fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
    write(/^用在哪里/, '敬老院')
    write(/^几个码/, '100')
    write(/^每个几分/, '10')
    fireEvent.change(screen.getByLabelText(/最后有效的一天/), { target: { value: '2036-12-31' } })
    fireEvent.click(screen.getByRole('button', { name: '提交复核' }))
    expect(await screen.findByText(/新的一批积分码：敬老院。我/)).toBeTruthy()
    expect(bodies(post)).toEqual([
      {
        operation: 'createBatch',
        request: { region, label: '敬老院', count: 100, points: 10, until: '2036-12-31' },
      },
    ])
    expect(screen.queryByRole('button', { name: /敬老院.*使用中/ })).toBeNull()
  })

  it('is a lower price, while a higher one is saved at once', async () => {
    const { open, screen, fireEvent, bodies, me } = atWork(
      [staff('gifts')],
      {
        ...everything,
        [post]: () =>
          aProposal({ operation: 'changeGift', subject: gift.id, label: gift.name, proposedBy: me.id }),
        [`PUT /api/staff/gifts/${gift.id}`]: (body: unknown) => ({ ...gift, ...Object(body), version: 4 }),
      },
      wide,
    )
    open('desk/pages/points/gifts')
    fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
    const price = screen.getByRole('textbox', { name: /^积分/ })
    fireEvent.change(price, { target: { value: '90' } })
    expect(screen.getByText(/要另一位同事复核/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '提交复核' }))
    expect(await screen.findByText(/已提交，等另一位同事复核/)).toBeTruthy()
    expect(bodies(post)).toMatchObject([
      { operation: 'changeGift', gift: gift.id, request: { price: 90, version: 3 } },
    ])
    fireEvent.change(price, { target: { value: '150' } })
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }))
    expect(await screen.findByText(/已保存/)).toBeTruthy()
    expect(bodies(`PUT /api/staff/gifts/${gift.id}`)).toHaveLength(1)
  })

  it('are rules that give more, while tighter ones are saved at once', async () => {
    const { open, screen, fireEvent, bodies } = atWork(
      [staff('gifts')],
      { ...everything, [post]: aProposal({ operation: 'changeRules', subject: region, label: '' }) },
      wide,
    )
    open('desk/pages/points/rules')
    const cap = await screen.findByRole('textbox', { name: /一个人一个月最多得到/ })
    fireEvent.change(cap, { target: { value: '900' } })
    expect(screen.getByRole('button', { name: '保存规则' })).toBeTruthy()
    fireEvent.change(cap, { target: { value: '2000' } })
    fireEvent.click(screen.getByRole('button', { name: '提交复核' }))
    expect(await screen.findByText(/已提交，等另一位同事复核。规则现在没有变/)).toBeTruthy()
    expect(bodies(post)).toMatchObject([
      { operation: 'changeRules', region, request: { limits: { monthlyEarning: 2000 }, version: 4 } },
    ])
  })

  it('says who is missing where nobody else could approve it', async () => {
    const { open, screen, fireEvent } = atWork(
      [staff('gifts')],
      { ...everything, [post]: refused('second-person-missing', 409) },
      wide,
    )
    open('desk/pages/points/rules')
    const cap = await screen.findByRole('textbox', { name: /一个人一个月最多得到/ })
    fireEvent.change(cap, { target: { value: '2000' } })
    fireEvent.click(screen.getByRole('button', { name: '提交复核' }))
    expect(await screen.findByText(/本市还没有第二个人能复核/)).toBeTruthy()
    expect(screen.getByRole('textbox', { name: /一个人一个月最多得到/ })).toHaveProperty('value', '2000')
  })
})

describe('the second person', () => {
  const path = `POST /api/staff/proposals/${aProposal().id}/decision`

  it('sees what would change, and approves it after one more question', async () => {
    const { open, screen, fireEvent, bodies, me } = atWork(
      [staff('gifts')],
      {
        ...everything,
        'GET /api/staff/proposals': { proposals: [aProposal()] },
        [path]: () =>
          aProposal({ state: 'approved', decidedBy: me.id, decidedAt: '2026-03-02T02:00:00.000Z' }),
      },
      wide,
    )
    open('desk/review')
    fireEvent.click(await screen.findByRole('button', { name: /新的一批积分码：社区义诊现场/ }))
    expect(screen.getByText('几个码')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '通过' }))
    expect(bodies(path)).toEqual([])
    const buttons = screen.getAllByRole('button', { name: '通过' })
    fireEvent.click(buttons[buttons.length - 1] ?? document.body)
    expect(await screen.findByText('已通过：新的一批积分码“社区义诊现场”。')).toBeTruthy()
    expect(bodies(path)).toEqual([{ approve: true }])
  })

  it('sees the whole offer of a gift that comes on sale, and nothing that it was before', async () => {
    const changes = [
      { field: 'name', before: '', after: '杂粮礼包' },
      { field: 'price', before: '', after: '120' },
      { field: 'perPerson', before: '', after: '' },
      { field: 'onSaleFrom', before: '', after: '' },
      { field: 'isPublished', before: '', after: 'true' },
    ]
    const proposal = aProposal({ operation: 'changeGift', subject: gift.id, label: gift.name, changes })
    const { open, screen } = atWork(
      [staff('gifts')],
      { ...everything, 'GET /api/staff/proposals': { proposals: [proposal] } },
      { ...wide, params: { id: proposal.id } },
    )
    open('desk/review')
    expect(await screen.findByText('新上架')).toBeTruthy()
    expect(screen.getByText('120')).toBeTruthy()
    expect(screen.getAllByText('不限')).toHaveLength(2)
    expect(screen.queryByText(/^原来/)).toBeNull()
    expect(screen.getByText('现在的库存还能兑换 38 件。')).toBeTruthy()
    expect(screen.getByText(/^还没有图片/)).toBeTruthy()
  })

  it('meets a state that a later server knows as 其他, and the rest as ever', async () => {
    const later = { ...aProposal({ id: '320800-0ther00001', label: '敬老院' }), state: 'postponed' }
    const { open, screen, fireEvent } = atWork(
      [staff('gifts')],
      { ...everything, 'GET /api/staff/proposals': { proposals: [aProposal(), later] } },
      wide,
    )
    open('desk/review')
    expect(await screen.findByRole('row', { name: /社区义诊现场.*待复核/ })).toBeTruthy()
    fireEvent.click(screen.getByRole('tab', { name: '已办' }))
    expect(await screen.findByRole('row', { name: /敬老院.*其他/ })).toBeTruthy()
  })

  it('finds under 已办 what was decided long ago, page by page', async () => {
    const decided = { state: 'approved', decidedAt: '2026-03-02T02:00:00.000Z' } as const
    const { open, screen, fireEvent } = atWork(
      [staff('gifts')],
      {
        ...everything,
        'GET /api/staff/proposals': (_: unknown, { url }: { url: string }) =>
          url.includes('cursor=')
            ? {
                proposals: [aProposal({ ...decided, id: '320800-0ther00001', label: '敬老院' })],
                cursor: null,
              }
            : { proposals: [aProposal(decided)], cursor: 'older', open: 0 },
      },
      wide,
    )
    open('desk/review')
    fireEvent.click(await screen.findByRole('tab', { name: '已办' }))
    expect(screen.queryByRole('row', { name: /敬老院/ })).toBeNull()
    fireEvent.click(await screen.findByRole('button', { name: '再看更早的复核' }))
    expect(await screen.findByRole('row', { name: /敬老院/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '再看更早的复核' })).toBeNull()
  })

  it('refuses with a reason', async () => {
    const { open, screen, fireEvent, bodies, me } = atWork(
      [staff('gifts')],
      {
        ...everything,
        'GET /api/staff/proposals': { proposals: [aProposal()] },
        [path]: () =>
          aProposal({
            state: 'rejected',
            decidedBy: me.id,
            decidedAt: '2026-03-02T02:00:00.000Z',
            why: '分值写错了',
          }),
      },
      { ...wide, params: { id: aProposal().id } },
    )
    open('desk/review')
    fireEvent.click(await screen.findByRole('button', { name: '不通过' }))
    fireEvent.change(screen.getByRole('textbox', { name: /原因/ }), { target: { value: '分值写错了' } })
    const buttons = screen.getAllByRole('button', { name: '不通过' })
    fireEvent.click(buttons[buttons.length - 1] ?? document.body)
    expect(await screen.findByText(/^未通过：新的一批积分码/)).toBeTruthy()
    expect(bodies(path)).toEqual([{ approve: false, why: '分值写错了' }])
    fireEvent.click(screen.getByRole('tab', { name: '已办' }))
    fireEvent.click(await screen.findByRole('button', { name: /社区义诊现场/ }))
    expect(await screen.findByText('分值写错了')).toBeTruthy()
  })

  it('is never whoever proposed it: they can only take it back', async () => {
    const withdrawal = `POST /api/staff/proposals/${aProposal().id}/withdrawal`
    const { open, screen, fireEvent, sent, me } = atWork(
      [staff('gifts', 'admin', 'audit')],
      {
        ...everything,
        'GET /api/staff/proposals': () => ({ proposals: [aProposal({ proposedBy: me.id })] }),
        [withdrawal]: () =>
          aProposal({
            proposedBy: me.id,
            state: 'withdrawn',
            decidedBy: me.id,
            decidedAt: '2026-03-02T02:00:00.000Z',
          }),
      },
      { ...wide, params: { id: aProposal().id } },
    )
    open('desk/review')
    expect(await screen.findByText(/你提出的，要另一位/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '通过' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '撤回' }))
    expect(await screen.findByText(/^已撤回：新的一批积分码/)).toBeTruthy()
    expect(sent(withdrawal)).toHaveLength(1)
    fireEvent.click(screen.getByRole('tab', { name: '已办' }))
    fireEvent.click(await screen.findByRole('button', { name: /社区义诊现场/ }))
    const shown = await screen.findByRole('region', { name: /社区义诊现场/ })
    expect(shown.textContent).toContain('已撤回')
  })

  it('finds the number of what waits for them on the first page of the desk', async () => {
    const { open, screen } = atWork(
      [staff('gifts')],
      {
        ...everything,
        'GET /api/staff/proposals': { proposals: [aProposal(), aProposal({ id: '320800-0ther00001' })] },
      },
      wide,
    )
    open('desk/home')
    expect(await screen.findAllByRole('row', { name: /新的一批积分码：社区义诊现场/ })).toHaveLength(2)
    expect(screen.getByRole('link', { name: /^待办/ }).textContent).toBe('待办3')
  })
})

describe('a proposal in words', () => {
  it('names a change of a rule field by field', () => {
    const before = JSON.stringify(someRules().rules.visit)
    const after = JSON.stringify({ ...someRules().rules.visit, amount: 8, perDay: null })
    const lines = changeLines({ changes: [{ field: 'visit', before, after }] })
    expect(lines.map(({ before, after }) => [before, after])).toEqual([
      ['5 分', '8 分'],
      ['15 分', '不限'],
    ])
    expect(lines[0]?.field).toContain('每次')
  })

  it('says that there was no bonus for days in a row, not that it was unlimited', () => {
    const rule = { ...someRules().rules['check-in'], streak: null }
    const before = JSON.stringify(rule)
    const after = JSON.stringify({ ...rule, streak: { every: 7, points: 20 } })
    const lines = changeLines({ changes: [{ field: 'check-in', before, after }] })
    expect(lines.map(({ before, after }) => [before, after])).toEqual([
      ['没有连续奖励', '每 7 天'],
      ['没有', '20 分'],
    ])
  })

  it('names what a gift has no limit of', () => {
    const changes = [
      { field: 'perPerson', before: '2', after: '' },
      { field: 'onSaleUntil', before: '', after: '2026-12-31T16:00:00.000Z' },
      { field: 'category', before: 'charity-goods', after: 'service' },
    ]
    expect(changeLines({ changes })).toEqual([
      { field: '每人最多', before: '2', after: '不限' },
      { field: '结束', before: '不限', after: '2027-01-01 00:00' },
      { field: '类别', before: categoryNames['charity-goods'], after: categoryNames.service },
    ])
  })

  it('of a kind that a later server knows has a name of its own', () => {
    expect(proposalTitle({ operation: 'drawLots', label: '', changes: [] })).toBe('其他')
  })

  it('is distinct by its title: a gift that comes before citizens, and one that is changed', () => {
    const published = (before: string, after: string) => [{ field: 'isPublished', before, after }]
    const titleOf = (changes: Proposal['changes']) =>
      proposalTitle({ operation: 'changeGift', label: '大米', changes })
    expect(titleOf(published('false', 'true'))).toBe('上架礼品：大米')
    expect(titleOf(published('true', 'false'))).toBe('修改礼品：大米')
    expect(titleOf([{ field: 'price', before: '1', after: '2' }])).toBe('修改礼品：大米')
  })
})
