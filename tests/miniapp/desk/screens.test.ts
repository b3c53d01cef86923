/**
 * @jest-environment jsdom
 *
 * The desk as people use it: by role and by word, on a wide window by default.
 */
import { aBatch, aGift, anAdjustment, someRules } from './builders'
import { atWork, outlet, type Routes, refused, region, staff } from './work'

const wide = { width: 1440 }

describe('who may come in', () => {
  it.each([
    ['desk/pages/points/gifts', [], '这里给市福彩中心的同事用'],
    ['desk/pages/points/ledger', [staff('gifts')], '这一页要有“查账”权限'],
    ['desk/review', [staff('audit')], '这一页要有“礼品与积分”或“审核”权限'],
    ['desk/pages/identity/roles', [staff('audit')], '这一页要有“人员与身份”权限'],
  ] as const)('%s says who can let somebody in who may not', (page, roles, words) => {
    const { open, screen, me, phone } = atWork([...roles], {}, wide)
    open(page)
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText(`${me.no.slice(0, 4)} ${me.no.slice(4)}`)).toBeTruthy()
    expect(phone.sent.filter(({ url }) => url.includes('/staff/'))).toEqual([])
  })

  it('shows only the doors that one’s powers open, each with its number', async () => {
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

describe('a gift', () => {
  async function opened(more: Routes = {}) {
    const work = atWork([staff('gifts')], { ...everything, ...more }, wide)
    work.open('desk/pages/points/gifts')
    work.fireEvent.click(await work.screen.findByRole('button', { name: /杂粮礼包/ }))
    return work
  }

  it('is checked while it is written, and says what saving changes', async () => {
    const { screen, fireEvent } = await opened()
    const price = screen.getByRole('textbox', { name: /^积分/ })
    fireEvent.change(price, { target: { value: '0' } })
    expect(screen.getByText('1 到 100000 之间的整数')).toBeTruthy()
    expect(screen.getByRole('button', { name: '保存修改' })).toHaveProperty('disabled', true)
    fireEvent.change(price, { target: { value: '150' } })
    expect(screen.getByText(/之后兑换要 150 分（原来 120 分）/)).toBeTruthy()
  })

  it('that another saved meanwhile shows both, takes over the rest, and saves what was chosen', async () => {
    const theirs = { ...gift, price: 90, about: '六谷', version: 4 }
    let puts = 0
    const { screen, fireEvent, bodies } = await opened({
      'GET /api/staff/gifts': () => ({ gifts: [puts === 0 ? gift : theirs] }),
      [`PUT /api/staff/gifts/${gift.id}`]: (body: unknown) => {
        puts += 1
        return puts === 1 ? refused('edited-meanwhile', 409) : { ...theirs, ...Object(body), version: 5 }
      },
    })
    fireEvent.change(screen.getByRole('textbox', { name: /^积分/ }), { target: { value: '150' } })
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }))
    expect(await screen.findByText('你写的时候，有人先保存了')).toBeTruthy()
    expect(screen.getByText(/对方改的说明已经带进来/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '对方的：90' }))
    fireEvent.click(screen.getByRole('radio', { name: '我写的：150' }))
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }))
    expect(await screen.findByText(/已保存/)).toBeTruthy()
    expect(bodies(`PUT /api/staff/gifts/${gift.id}`)[1]).toMatchObject({
      price: 150,
      about: '六谷',
      version: 4,
    })
  })

  it('that was not saved is not left without asking', async () => {
    const { screen, fireEvent } = await opened()
    fireEvent.change(screen.getByRole('textbox', { name: /^名称/ }), { target: { value: '别的' } })
    fireEvent.keyDown(document, { key: 'Escape' })
    expect(screen.getByRole('dialog', { name: '有没保存的修改' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '接着写' }))
    expect(screen.getByRole('textbox', { name: /^名称/ })).toHaveProperty('value', '别的')
    fireEvent.keyDown(document, { key: 'Escape' })
    fireEvent.click(screen.getByRole('button', { name: '不要了，离开' }))
    expect(screen.queryByRole('textbox', { name: /^名称/ })).toBeNull()
  })

  it('gets pieces by Enter, and says first who gets them', async () => {
    const { screen, fireEvent, bodies } = await opened({
      'GET /api/staff/gifts': { gifts: [{ ...gift, waiting: 2 }] },
      [`POST /api/staff/gifts/${gift.id}/stock`]: { ...gift, total: 60, version: 4 },
    })
    const field = screen.getByRole('textbox', { name: /加几件/ })
    fireEvent.change(field, { target: { value: '10' } })
    expect(screen.getByText(/2 件为排队的人保留/)).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(await screen.findByText('已改好，现在还能兑换 48 件。')).toBeTruthy()
    expect(bodies(`POST /api/staff/gifts/${gift.id}/stock`)).toEqual([{ change: 10, version: 3 }])
  })

  it('takes outlets of the city by search, and a new one is made once for two presses', async () => {
    const { screen, fireEvent, sent, bodies } = await opened({
      'POST /api/staff/gifts': { ...gift, id: '320800-9999999999', name: '热水袋', isPublished: false },
    })
    fireEvent.click(screen.getByRole('button', { name: '新建礼品' }))
    expect(screen.getByText('请填写带 * 的项目。')).toBeTruthy()
    const type = (name: RegExp, value: string) =>
      fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
    type(/^名称/, '热水袋')
    type(/^说明/, '橡胶，一升')
    type(/^积分/, '90')
    type(/能取的网点/, '健康')
    fireEvent.keyDown(screen.getByRole('textbox', { name: /能取的网点/ }), { key: 'Enter' })
    expect(screen.getByRole('button', { name: '去掉 健康西路福彩站' })).toBeTruthy()
    const [, make] = screen.getAllByRole('button', { name: '新建礼品' })
    if (!make) throw new Error('there is no button to make it')
    fireEvent.click(make)
    fireEvent.click(make)
    expect(await screen.findByRole('row', { name: /热水袋.*未发布/ })).toBeTruthy()
    expect(bodies('POST /api/staff/gifts')).toEqual([
      expect.objectContaining({ region, name: '热水袋', price: 90, outlets: ['320800-2'] }),
    ])
    expect(sent('POST /api/staff/gifts')[0]?.header['idempotency-key']).toMatch(/^[\da-f-]{36}$/)
  })

  it('opens on a page of its own on a phone', async () => {
    const { open, screen, fireEvent, phone } = atWork([staff('gifts')], everything)
    open('desk/pages/points/gifts')
    fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
    expect(phone.did).toEqual([`navigateTo /desk/pages/points/gift/index?id=${gift.id}`])
  })
})

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

describe('an adjustment', () => {
  it('of somebody else is approved after its sentence was read', async () => {
    const decision = 'POST /api/staff/adjustments/320800-9k2m9qxa4t/decision'
    const { open, screen, fireEvent, bodies } = atWork(
      [staff('gifts')],
      {
        ...everything,
        [decision]: anAdjustment({
          state: 'approved',
          decidedBy: '0000000000000000000b',
          decidedAt: '2026-03-04T03:00:00.000Z',
        }),
      },
      wide,
    )
    open('desk/pages/points/adjustments')
    fireEvent.click(await screen.findByRole('button', { name: /网络中断/ }))
    fireEvent.click(screen.getByRole('button', { name: '批准' }))
    expect(screen.getByRole('dialog', { name: '批准 0000 0001 +20 分吗？' })).toBeTruthy()
    fireEvent.click(screen.getAllByRole('button', { name: '批准' })[1] ?? document.body)
    expect(await screen.findAllByText('已批准')).not.toEqual([])
    expect(bodies(decision)).toEqual([{ approve: true }])
  })

  it('of one’s own waits for another', async () => {
    const { open, screen, fireEvent, me } = atWork([staff('gifts')], {
      ...everything,
      'GET /api/staff/adjustments': () => ({ adjustments: [anAdjustment({ proposedBy: me.id })] }),
    })
    open('desk/pages/points/adjustments')
    fireEvent.click(await screen.findByRole('button', { name: /网络中断/ }))
    expect(screen.getByText(/要另一位有“礼品与积分”权限的同事来批/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '批准' })).toBeNull()
  })

  it('of one’s own is taken back', async () => {
    const withdrawal = `POST /api/staff/adjustments/${anAdjustment().id}/withdrawal`
    const { open, screen, fireEvent, bodies, me } = atWork([staff('gifts')], {
      ...everything,
      'GET /api/staff/adjustments': () => ({ adjustments: [anAdjustment({ proposedBy: me.id })] }),
      [withdrawal]: () => anAdjustment({ proposedBy: me.id, state: 'withdrawn', decidedBy: me.id }),
    })
    open('desk/pages/points/adjustments')
    fireEvent.click(await screen.findByRole('button', { name: /网络中断/ }))
    fireEvent.click(screen.getByRole('button', { name: '撤回' }))
    expect(await screen.findAllByText('已撤回')).not.toEqual([])
    expect(bodies(withdrawal)).toEqual([{}])
  })

  it('older ones come page by page', async () => {
    const later = anAdjustment({ id: '320800-9k2m9qxa4v', text: '补记上月', state: 'approved' })
    let asked = 0
    const { open, screen, fireEvent } = atWork([staff('gifts')], {
      ...everything,
      'GET /api/staff/adjustments': () =>
        asked++ === 0
          ? { adjustments: [anAdjustment()], open: 1, cursor: 'later' }
          : { adjustments: [later], open: 1, cursor: null },
    })
    open('desk/pages/points/adjustments')
    await screen.findByRole('button', { name: /网络中断/ })
    expect(screen.queryByRole('button', { name: /补记上月/ })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '再看更早的' }))
    expect(await screen.findByRole('button', { name: /补记上月/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '再看更早的' })).toBeNull()
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

it('an adjustment that waits behind everything decided since is shown first', async () => {
  const waits = anAdjustment({ text: '十三天前漏记的' })
  const since = anAdjustment({ id: '320800-9zzzzzzzzz', text: '今天批的', state: 'approved' })
  const { open, screen } = atWork(
    [staff('gifts')],
    {
      ...everything,
      'GET /api/staff/adjustments': (_: unknown, { url }: { url: string }) =>
        url.includes('state=waiting')
          ? { adjustments: [waits], open: 1, cursor: null }
          : { adjustments: [since], open: 1, cursor: 'next' },
    },
    wide,
  )
  open('desk/pages/points/adjustments')
  const rows = await screen.findAllByRole('button', { name: /十三天前漏记的|今天批的/ })
  expect(rows.map(({ textContent }) => /十三天前|今天批的/.exec(textContent ?? '')?.[0])).toEqual([
    '十三天前',
    '今天批的',
  ])
})

it('adjustments say in their list who approved each', async () => {
  const decided = anAdjustment({
    state: 'approved',
    decidedBy: '0000000000000000000b',
    decidedAt: '2026-03-04T03:00:00.000Z',
  })
  const { open, screen } = atWork(
    [staff('gifts')],
    { ...everything, 'GET /api/staff/adjustments': { adjustments: [decided] } },
    wide,
  )
  open('desk/pages/points/adjustments')
  const row = await screen.findByRole('row', { name: /补记/ })
  expect(row.textContent).toContain('审批0000 000B')
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
    // Its sheet stands between it and that of the other.
    fireEvent.click(screen.getAllByRole('button', { name: '收回' })[2] ?? document.body)
    const left = '销售员：水渡口福彩站；市中心工作人员，只在其他范围：其他'
    expect(await screen.findByText(left)).toBeTruthy()
    expect(sent(path).map(({ url }) => url.split('?')[1])).toEqual([
      `region=${region}&scope=outlet.${outlet}`,
    ])
  })
})
