/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The desk as people use it: by role and by word, on a wide window by default.
 */
import { aBatch, aGift, anAdjustment, someRules } from './builders'
import { atWork, outlet, type Routes, region, staff } from './work'

const wide = { width: 1440 }

describe('who may come in', () => {
  it.each([
    ['desk/pages/points/gifts', [], '这里给市福彩中心的同事用'],
    ['desk/pages/points/ledger', [staff('gifts')], '这一页要有“查账”权限'],
    ['desk/review', [staff('audit')], '这一页要有“审核”或“发布”或“礼品与积分”或“人员与身份”权限'],
    ['desk/pages/identity/roles', [staff('audit')], '这一页要有“人员与身份”权限'],
  ] as const)('%s says who can let somebody in who may not', (page, roles, words) => {
    const { open, screen, me, phone } = atWork([...roles], {}, wide)
    open(page)
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText(`${me.no.slice(0, 4)} ${me.no.slice(4)}`)).toBeTruthy()
    expect(phone.sent.filter(({ url }) => url.includes('/staff/'))).toEqual([])
  })

  it('shows only the pages that one’s powers open, each with its number', async () => {
    const { open, screen } = atWork([staff('gifts')], everything, wide)
    open('desk/home')
    expect(await screen.findByText(/批能用，还有 63 个码没用/)).toBeTruthy()
    expect(screen.queryAllByRole('link', { name: /查账|操作记录|人员/ })).toEqual([])
  })
})

const gift = aGift({ outlets: [outlet] })
const everything: Routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/code-batches': { batches: [aBatch()] },
  [`GET /api/staff/rules/${region}`]: someRules(),
  'GET /api/staff/adjustments': { adjustments: [anAdjustment()] },
}

describe('the rules', () => {
  it('are saved all at once, and what changes for people is said first', async () => {
    const { open, screen, fireEvent, bodies } = atWork(
      [staff('gifts')],
      {
        ...everything,
        [`PUT /api/staff/rules/${region}`]: (body: unknown) => ({ ...Object(body), version: 5 }),
      },
      wide,
    )
    open('desk/pages/points/rules')
    const cell = await screen.findByRole('textbox', { name: '签到 · 每次' })
    fireEvent.change(cell, { target: { value: '3' } })
    expect(screen.getByText('签到，每次：5 分 → 3 分。已经得到的不变。')).toBeTruthy()
    fireEvent.keyDown(cell, { key: 'Enter' })
    expect(await screen.findByText('已保存，马上生效。')).toBeTruthy()
    expect(bodies(`PUT /api/staff/rules/${region}`)).toEqual([
      expect.objectContaining({ version: 4, limits: { monthlyEarning: 1000, yearlyRedemption: 5000 } }),
    ])
  })
})

describe('a ledger', () => {
  const person = '0000000000000000000c'
  const hoarder = { person, points: 480, entries: 4, order: null, lastAt: '2026-03-04T02:00:00.000Z' }
  const entry = {
    seq: 2,
    at: '2026-03-04T02:00:00.000Z',
    kind: 'adjust',
    points: 480,
    balance: 480,
    reason: { type: 'adjustment', adjustment: '320800-9k2m9qxa4t', text: '补记' },
  }
  const ledger = {
    person,
    region,
    isClosed: false,
    balance: 480,
    order: null,
    entries: [entry],
    cursor: 'e2',
  }
  const earlier = {
    ...ledger,
    entries: [{ ...entry, seq: 1, reason: { ...entry.reason, text: '更早的' } }],
    cursor: null,
  }

  it('of somebody who never ordered opens by the line of those who are fast, and goes on by person', async () => {
    const { open, screen, fireEvent, sent } = atWork(
      [staff('audit', 'gifts')],
      {
        'GET /api/staff/outliers': { outliers: [hoarder] },
        'GET /api/staff/ledger': (_body: unknown, { url }: { url: string }) =>
          url.includes('cursor') ? earlier : ledger,
      },
      wide,
    )
    open('desk/pages/points/ledger')
    fireEvent.click(await screen.findByRole('row', { name: /还没有兑换/ }))
    expect(await screen.findByText('还没有兑换过')).toBeTruthy()
    expect(screen.getByText('这一次查看已经记在操作记录里。')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '再看更早的' }))
    expect(await screen.findByText('更早的')).toBeTruthy()
    const asked = sent('GET /api/staff/ledger').map(({ url }) => url.split('?')[1])
    expect(asked).toEqual([
      `person=${person}&region=${region}`,
      `person=${person}&region=${region}&cursor=e2`,
    ])
  })

  it('leads to an adjustment for that very person', async () => {
    const { open, screen, fireEvent, phone } = atWork(
      [staff('audit', 'gifts')],
      { 'GET /api/staff/outliers': { outliers: [hoarder] }, 'GET /api/staff/ledger': ledger },
      wide,
    )
    open('desk/pages/points/ledger')
    fireEvent.click(await screen.findByRole('row', { name: /还没有兑换/ }))
    fireEvent.click(await screen.findByRole('button', { name: '提出调整' }))
    expect(phone.did).toEqual([`navigateTo /desk/pages/points/adjustments/index?person=${person}`])
  })

  it('that was looked into gives its person to an adjustment', async () => {
    const { open, screen } = atWork([staff('audit', 'gifts')], everything, { ...wide, params: { person } })
    open('desk/pages/points/adjustments')
    expect(await screen.findByText('0000 000C')).toBeTruthy()
    expect(screen.getByRole('textbox', { name: /加减几分/ })).toBeTruthy()
  })
})

it('the record of what was done names gifts and batches of codes, not their ids', async () => {
  const records = [
    { action: 'stock-changed', subject: gift.id },
    { action: 'codes-read', subject: aBatch().id },
  ].map((one) => ({ ...one, at: '2026-03-04T02:00:00.000Z', by: '0000000000000000000b', changes: [] }))
  const { open, screen } = atWork(
    [staff('audit', 'gifts')],
    {
      ...everything,
      'GET /api/gifts': { gifts: [] },
      'GET /api/staff/audit': { audit: records, cursor: null },
      'GET /api/staff/roles/changes': { changes: [] },
    },
    wide,
  )
  open('desk/pages/points/audit')
  expect(await screen.findByText('杂粮礼包')).toBeTruthy()
  expect(await screen.findByText('社区义诊现场')).toBeTruthy()
  expect(screen.queryByText(/320800-/)).toBeNull()
})

describe('codes', () => {
  it('are stopped only after one has read what that means', async () => {
    const batch = aBatch()
    const { open, screen, fireEvent, sent } = atWork(
      [staff('gifts')],
      { ...everything, [`POST /api/staff/code-batches/${batch.id}/stop`]: { ...batch, isStopped: true } },
      wide,
    )
    open('desk/pages/points/batches')
    fireEvent.click(await screen.findByRole('button', { name: /社区义诊现场/ }))
    fireEvent.click(screen.getByRole('button', { name: '停用这一批' }))
    expect(screen.getByText(/还没用的 63 个码马上作废/)).toBeTruthy()
    fireEvent.keyDown(document, { key: 'Escape' })
    expect(sent(`POST /api/staff/code-batches/${batch.id}/stop`)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: '停用这一批' }))
    fireEvent.click(screen.getByRole('button', { name: '停用' }))
    expect(await screen.findAllByText('已停用')).not.toEqual([])
  })
})

describe('roles', () => {
  const holder = {
    id: '00000000000000000002',
    no: '8K3M92QT',
    roles: [{ kind: 'salesperson', region, outlets: [outlet] }],
    changedAt: '2026-03-04T02:00:00.000Z',
  }

  it('are granted by the number somebody reads out', async () => {
    const { open, screen, fireEvent, bodies } = atWork(
      [staff('admin')],
      { 'GET /api/staff/roles': { people: [] }, 'POST /api/staff/roles': holder },
      wide,
    )
    open('desk/pages/identity/roles')
    fireEvent.click(await screen.findByRole('button', { name: '授予身份' }))
    fireEvent.change(screen.getByRole('textbox', { name: /对方的编号/ }), { target: { value: '8k3m 92qt' } })
    fireEvent.click(screen.getByRole('radio', { name: /^销售员/ }))
    const search = screen.getByRole('textbox', { name: /^网点/ })
    fireEvent.change(search, { target: { value: '水渡口' } })
    fireEvent.keyDown(search, { key: 'Enter' })
    expect(screen.getByText(/编号 8K3M 92QT 的人成为销售员/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '授予' }))
    expect(await screen.findByRole('row', { name: /8K3M 92QT.*水渡口福彩站/ })).toBeTruthy()
    expect(bodies('POST /api/staff/roles')).toEqual([
      { no: '8K3M92QT', role: { kind: 'salesperson', region, outlets: [outlet] } },
    ])
  })

  it('are taken away after one has read what is lost', async () => {
    const path = `DELETE /api/staff/roles/${holder.id}/salesperson`
    const { open, screen, fireEvent, sent } = atWork(
      [staff('admin')],
      { 'GET /api/staff/roles': { people: [holder] }, [path]: { ok: true } },
      wide,
    )
    open('desk/pages/identity/roles')
    fireEvent.click(await screen.findByRole('button', { name: /8K3M 92QT/ }))
    fireEvent.click(screen.getByRole('button', { name: '收回' }))
    expect(screen.getByText(/马上不能再交付礼品/)).toBeTruthy()
    fireEvent.click(screen.getAllByRole('button', { name: '收回' })[1] ?? document.body)
    expect(await screen.findByText(/还没有已授权的人/)).toBeTruthy()
    expect(sent(path)).toHaveLength(1)
  })

  it('within a part of the city are shown in words, those of a later version as well, and taken away alone', async () => {
    const within = (kind: string, id: string, powers: string[]) => ({ region, scope: { kind, id }, powers })
    const scopedRoles = [within('outlet', outlet, ['review']), within('street', `${region}-1`, ['sweep'])]
    const path = `DELETE /api/staff/roles/${holder.id}/staff`
    const { open, screen, fireEvent, sent } = atWork(
      [staff('admin')],
      { 'GET /api/staff/roles': { people: [{ ...holder, scopedRoles }] }, [path]: { ok: true } },
      wide,
    )
    open('desk/pages/identity/roles')
    const all = /市中心工作人员，只在水渡口福彩站：审核；市中心工作人员，只在其他范围：其他/
    expect(await screen.findByText(all)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /8K3M 92QT/ }))
    fireEvent.click(screen.getAllByRole('button', { name: '收回' })[1] ?? document.body)
    expect(screen.getByRole('dialog', { name: '收回“市中心工作人员，只在水渡口福彩站”吗？' })).toBeTruthy()
    expect(screen.getByText(/马上失去“只在水渡口福彩站”的权限，其余身份和权限不变/)).toBeTruthy()
    // Its sheet stands between it and that of the other.
    fireEvent.click(screen.getAllByRole('button', { name: '收回' })[2] ?? document.body)
    const left = '销售员：水渡口福彩站；市中心工作人员，只在其他范围：其他'
    expect(await screen.findByText(left)).toBeTruthy()
    expect(sent(path).map(({ url }) => url.split('?')[1])).toEqual([
      `region=${region}&scope=outlet.${outlet}`,
    ])
  })
})
