/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * One number for a person, wherever staff meet them: eight characters, with the name that colleagues use.
 */
import { personNoText } from '@/shared/session/person-no'
import { aMe } from '../points/builders'
import { aBatch, anAdjustment, someRules } from './builders'
import { atWork, type Routes, refused, region, staff } from './work'

const wide = { width: 1440 }
const resolve = 'POST /api/staff/persons/resolve'
const citizen = { id: '7k2m9qxa4t7k2m9qxa4t', no: '3E8CA0HE' }
const wang = { id: '0000000000000000000a', no: '7K2M9QXA', name: '王老师' }
const chen = { id: '0000000000000000000b', no: '5T6V7W8X' }
const everybody = [citizen, wang, chen]
const known: Routes = {
  [resolve]: (body: unknown) => {
    const { ids = [], nos = [] } = Object(body)
    return { persons: everybody.filter(({ id, no }) => ids.includes(id) || nos.includes(no)) }
  },
}

const ledger = {
  person: citizen.id,
  region,
  isClosed: false,
  balance: 480,
  order: null,
  entries: [],
  cursor: null,
}
const audited: Routes = {
  ...known,
  'GET /api/staff/outliers': { outliers: [] },
  'GET /api/staff/ledger': ledger,
  'GET /api/staff/adjustments': { adjustments: [] },
}

/** The answer to a request that speaks of `word` waits until it is let go. */
function holdBack({ phone }: ReturnType<typeof atWork>, route: string, word: string): () => void {
  const { server } = phone
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  phone.server = async (sent) => {
    if (sent.url.endsWith(route.slice(route.indexOf('/'))) && sent.data?.includes(word)) await gate
    return server(sent)
  }
  return () => letGo()
}

describe('a ledger', () => {
  const look = async (typed: string, routes: Routes = audited) => {
    const work = atWork([staff('audit', 'gifts')], routes, wide)
    work.open('desk/pages/points/ledger')
    const field = await work.screen.findByRole('textbox', { name: /人员编号/ })
    work.fireEvent.change(field, { target: { value: typed } })
    work.fireEvent.click(work.screen.getByRole('button', { name: '查流水' }))
    return work
  }
  const askedFor = ({ sent }: Awaited<ReturnType<typeof look>>) =>
    sent('GET /api/staff/ledger').map(({ url }) => url.split('?')[1])

  it.each(['3E8CA0HE', '3E8C A0HE', '3e8c a0he', '3e8c-aohe', ' ３Ｅ８Ｃ ＡＯＨＥ '])(
    'is found by the number that a citizen reads out, typed as %j',
    async (typed) => {
      const work = await look(typed)
      expect(await work.screen.findByText('3E8C A0HE')).toBeTruthy()
      expect(work.bodies(resolve)).toEqual([{ region, nos: [citizen.no] }])
      expect(askedFor(work)).toEqual([`person=${citizen.id}&region=${region}`])
    },
  )

  it('is found by a whole id too, and shows its number', async () => {
    const work = await look(citizen.id.toUpperCase())
    expect(await work.screen.findByText('3E8C A0HE')).toBeTruthy()
    expect(askedFor(work)).toEqual([`person=${citizen.id}&region=${region}`])
  })

  it('of a number that nobody has is not looked into', async () => {
    const work = await look('0000 0000')
    expect(await work.screen.findByText(/没有找到这个人/)).toBeTruthy()
    expect(askedFor(work)).toEqual([])
  })

  it('of somebody who has left says so', async () => {
    const gone = { ...audited, [resolve]: { persons: [] } }
    const { screen } = await look(citizen.id, gone)
    expect(await screen.findByText('已注销')).toBeTruthy()
  })
})

describe('a new adjustment', () => {
  const proposed = anAdjustment({ person: citizen.id, proposedBy: chen.id, text: '补记打卡' })
  const propose = 'POST /api/staff/adjustments'
  const fill = async ({ screen, fireEvent }: ReturnType<typeof atWork>, typed: string) => {
    fireEvent.click(await screen.findByRole('button', { name: '提出调整' }))
    fireEvent.change(screen.getByRole('textbox', { name: /^人员编号/ }), { target: { value: typed } })
    fireEvent.click(screen.getByRole('button', { name: '查这个人' }))
    fireEvent.change(await screen.findByRole('textbox', { name: /加减几分/ }), { target: { value: '20' } })
    fireEvent.change(screen.getByRole('textbox', { name: /事由/ }), { target: { value: '补记打卡' } })
    fireEvent.click(screen.getByRole('button', { name: '提交审批' }))
  }

  it('is for whoever read out their number, also where one may not look into ledgers', async () => {
    const work = atWork([staff('gifts')], { ...audited, [propose]: proposed }, wide)
    work.open('desk/pages/points/adjustments')
    await fill(work, '3e8c aohe')
    expect(await work.screen.findByRole('row', { name: /补记打卡.*3E8C A0HE/ })).toBeTruthy()
    expect(work.bodies(propose)).toEqual([{ region, person: citizen.id, points: 20, text: '补记打卡' }])
    expect(work.sent('GET /api/staff/ledger')).toEqual([])
  })

  it('shows the balance to whoever may look into ledgers', async () => {
    const work = atWork([staff('gifts', 'audit')], { ...audited, [propose]: proposed }, wide)
    work.open('desk/pages/points/adjustments')
    await fill(work, '3E8C A0HE')
    expect(await work.screen.findByRole('row', { name: /补记打卡.*3E8C A0HE/ })).toBeTruthy()
    expect(work.sent('GET /api/staff/ledger')).toHaveLength(1)
  })

  it('is not for whoever was typed before: a late answer about them is not shown', async () => {
    const work = atWork([staff('gifts', 'audit')], audited, wide)
    const { screen, fireEvent, open } = work
    const answerNow = holdBack(work, resolve, citizen.no)
    open('desk/pages/points/adjustments')
    fireEvent.click(await screen.findByRole('button', { name: '提出调整' }))
    const field = screen.getByRole('textbox', { name: /^人员编号/ })
    fireEvent.change(field, { target: { value: citizen.no } })
    fireEvent.click(screen.getByRole('button', { name: '查这个人' }))
    fireEvent.change(field, { target: { value: chen.no } })
    answerNow()
    expect(await screen.findByRole('button', { name: '查这个人' })).toBeTruthy()
    expect(screen.queryByRole('textbox', { name: /加减几分/ })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '查这个人' }))
    expect(await screen.findByRole('textbox', { name: /加减几分/ })).toBeTruthy()
  })

  it('begun from a ledger names its person by number', async () => {
    const params = { person: citizen.id }
    const { open, screen } = atWork([staff('gifts', 'audit')], audited, { ...wide, params })
    open('desk/pages/points/adjustments')
    expect(await screen.findByText('3E8C A0HE')).toBeTruthy()
    expect(screen.queryByText(citizen.id)).toBeNull()
  })
})

describe('a list', () => {
  const decided = anAdjustment({
    person: citizen.id,
    state: 'approved',
    proposedBy: wang.id,
    decidedBy: chen.id,
    decidedAt: '2026-03-04T03:00:00.000Z',
  })
  const routes = { ...known, 'GET /api/staff/adjustments': { adjustments: [decided] } }

  it('names everyone in it by name and number, and asks for them at once', async () => {
    const { open, screen, bodies } = atWork([staff('gifts')], routes, wide)
    open('desk/pages/points/adjustments')
    const row = await screen.findByRole('row', { name: /王老师 · 7K2M 9QXA/ })
    expect(row.textContent).toContain('给谁3E8C A0HE')
    expect(row.textContent).toContain('审批5T6V 7W8X')
    expect(bodies(resolve)).toEqual([{ region, ids: expect.arrayContaining([citizen.id, wang.id, chen.id]) }])
  })

  it('says of whoever has left that they have', async () => {
    const { open, screen } = atWork([staff('gifts')], { ...routes, [resolve]: { persons: [wang] } }, wide)
    open('desk/pages/points/adjustments')
    const row = await screen.findByRole('row', { name: /王老师/ })
    expect(row.textContent).toContain('给谁已注销')
  })

  it('says so where the numbers did not come', async () => {
    const failing = { ...routes, [resolve]: refused('unavailable', 503) }
    const { open, screen } = atWork([staff('gifts')], failing, wide)
    open('desk/pages/points/adjustments')
    expect(await screen.findByRole('row', { name: /编号没有取到/ })).toBeTruthy()
  })
})

it('the record of what was done names everyone: who did it, to whom, and whose ledger was read', async () => {
  const records = [
    { action: 'ledger-read', subject: citizen.id, by: chen.id, changes: [] },
    {
      action: 'adjustment-proposed',
      subject: '320800-9k2m9qxa4t',
      by: wang.id,
      changes: [{ field: 'person', before: '', after: citizen.id }],
    },
  ].map((one, n) => ({ ...one, at: `2026-03-04T0${n + 1}:00:00.000Z` }))
  const change = {
    at: '2026-03-04T02:00:00.000Z',
    by: wang.id,
    person: chen.id,
    deed: 'granted',
    before: [],
    after: [],
  }
  const { open, screen, fireEvent } = atWork(
    [staff('audit')],
    {
      ...known,
      'GET /api/gifts': { gifts: [] },
      'GET /api/staff/audit': { audit: records, cursor: null },
      'GET /api/staff/roles/changes': {
        changes: [change],
        names: [{ at: '2026-03-04T03:00:00.000Z', by: wang.id, person: chen.id, isSet: true }],
      },
    },
    wide,
  )
  open('desk/pages/points/audit')
  const read = await screen.findByRole('row', { name: /查看流水.*5T6V 7W8X/ })
  expect(read.textContent).toContain('3E8C A0HE')
  fireEvent.click(screen.getByRole('row', { name: /提出调整积分.*王老师/ }))
  expect(screen.getAllByText(/3E8C A0HE/)).not.toEqual([])
  expect(screen.queryByText(new RegExp(citizen.id))).toBeNull()
  expect(await screen.findByText('设置了内部称呼')).toBeTruthy()
})

describe('an internal name', () => {
  const holder = {
    ...wang,
    roles: [{ kind: 'staff', region, powers: ['gifts'] }],
    changedAt: '2026-03-04T02:00:00.000Z',
  }
  const path = `PUT /api/staff/persons/${wang.id}/name`

  it('stands beside the number under roles, finds its bearer, and is changed there', async () => {
    const { open, screen, fireEvent, bodies } = atWork(
      [staff('admin')],
      { ...known, 'GET /api/staff/roles': { people: [holder] }, [path]: { ...wang, name: '王科长' } },
      wide,
    )
    open('desk/pages/identity/roles')
    fireEvent.change(await screen.findByRole('textbox', { name: /^找/ }), { target: { value: '王老' } })
    fireEvent.click(await screen.findByRole('button', { name: /王老师.*7K2M 9QXA/ }))
    fireEvent.change(screen.getByRole('textbox', { name: /^内部称呼/ }), { target: { value: ' 王科长 ' } })
    fireEvent.click(screen.getByRole('button', { name: '保存称呼' }))
    expect(await screen.findByRole('heading', { name: '王科长 · 7K2M 9QXA' })).toBeTruthy()
    expect(bodies(path)).toEqual([{ region, name: '王科长' }])
  })

  it('holds no telephone number', async () => {
    const { open, screen, fireEvent } = atWork(
      [staff('admin')],
      { ...known, 'GET /api/staff/roles': { people: [holder] } },
      wide,
    )
    open('desk/pages/identity/roles')
    fireEvent.click(await screen.findByRole('button', { name: /王老师/ }))
    const field = screen.getByRole('textbox', { name: /^内部称呼/ })
    fireEvent.change(field, { target: { value: '王 13800138000' } })
    expect(screen.getByRole('button', { name: '保存称呼' })).toHaveProperty('disabled', true)
  })

  it('is taken away by emptying it', async () => {
    const { name: _, ...nameless } = wang
    const { open, screen, fireEvent, bodies } = atWork(
      [staff('admin')],
      { ...known, 'GET /api/staff/roles': { people: [holder] }, [path]: nameless },
      wide,
    )
    open('desk/pages/identity/roles')
    fireEvent.click(await screen.findByRole('button', { name: /王老师/ }))
    fireEvent.change(screen.getByRole('textbox', { name: /^内部称呼/ }), { target: { value: '' } })
    fireEvent.click(screen.getByRole('button', { name: '保存称呼' }))
    expect(await screen.findByRole('heading', { name: '编号 7K2M 9QXA' })).toBeTruthy()
    expect(bodies(path)).toEqual([{ region, name: null }])
  })

  it('is one that staff give themselves at their desk', async () => {
    const { open, screen, fireEvent, me, sent } = atWork(
      [staff('gifts')],
      {
        ...known,
        'GET /api/staff/gifts': { gifts: [] },
        'GET /api/staff/code-batches': { batches: [aBatch()] },
        [`GET /api/staff/rules/${region}`]: someRules(),
        'GET /api/staff/adjustments': { adjustments: [] },
        'GET /api/staff/proposals': { proposals: [] },
        'GET /api/me': () => ({ ...me, names: { [region]: '小林' } }),
        [`PUT /api/staff/persons/${aMe().id}/name`]: { id: aMe().id, no: aMe().no, name: '小林' },
      },
      wide,
    )
    open('desk/home')
    fireEvent.click(await screen.findByRole('button', { name: personNoText(me.no) }))
    fireEvent.click(screen.getByRole('button', { name: '起个内部称呼' }))
    fireEvent.change(screen.getByRole('textbox', { name: /^内部称呼/ }), { target: { value: '小林' } })
    fireEvent.click(screen.getByRole('button', { name: '保存称呼' }))
    expect(await screen.findByRole('button', { name: /^小林 · / })).toBeTruthy()
    expect(sent(`PUT /api/staff/persons/${me.id}/name`)).toHaveLength(1)
  })
})

it('a batch of codes says by whom it was proposed and approved', async () => {
  const batch = aBatch({ proposedBy: wang.id, approvedBy: chen.id })
  const { open, screen, fireEvent } = atWork(
    [staff('gifts')],
    {
      ...known,
      'GET /api/staff/code-batches': { batches: [batch] },
      'GET /api/staff/proposals': { proposals: [] },
    },
    wide,
  )
  open('desk/pages/points/batches')
  fireEvent.click(await screen.findByRole('button', { name: /社区义诊现场/ }))
  expect(await screen.findByText('王老师 · 7K2M 9QXA')).toBeTruthy()
  expect(screen.getByText('5T6V 7W8X')).toBeTruthy()
})

it('a role is granted by the whole id of older records too', async () => {
  const { open, screen, fireEvent } = atWork(
    [staff('admin')],
    { ...known, 'GET /api/staff/roles': { people: [] } },
    wide,
  )
  open('desk/pages/identity/roles')
  fireEvent.click(await screen.findByRole('button', { name: '授予身份' }))
  fireEvent.change(screen.getByRole('textbox', { name: /对方的编号/ }), { target: { value: citizen.id } })
  expect(await screen.findByDisplayValue('3E8C A0HE')).toBeTruthy()
})

it('a role is for whoever is typed last, though the answer about somebody before comes late', async () => {
  const work = atWork([staff('admin')], { ...known, 'GET /api/staff/roles': { people: [] } }, wide)
  const { screen, fireEvent, open } = work
  const answerNow = holdBack(work, resolve, citizen.id)
  open('desk/pages/identity/roles')
  fireEvent.click(await screen.findByRole('button', { name: '授予身份' }))
  const field = screen.getByRole('textbox', { name: /对方的编号/ })
  fireEvent.change(field, { target: { value: citizen.id } })
  fireEvent.change(field, { target: { value: chen.id } })
  answerNow()
  expect(await screen.findByDisplayValue('5T6V 7W8X')).toBeTruthy()
  expect(screen.queryByDisplayValue('3E8C A0HE')).toBeNull()
})

it('what was chosen of a role while its person was looked up stays', async () => {
  const work = atWork([staff('admin')], { ...known, 'GET /api/staff/roles': { people: [] } }, wide)
  const { screen, fireEvent, open } = work
  const answerNow = holdBack(work, resolve, citizen.id)
  open('desk/pages/identity/roles')
  fireEvent.click(await screen.findByRole('button', { name: '授予身份' }))
  fireEvent.change(screen.getByRole('textbox', { name: /对方的编号/ }), { target: { value: citizen.id } })
  fireEvent.click(screen.getByRole('radio', { name: /市中心工作人员/ }))
  answerNow()
  expect(await screen.findByDisplayValue('3E8C A0HE')).toBeTruthy()
  expect(screen.getByText('权限')).toBeTruthy()
})
