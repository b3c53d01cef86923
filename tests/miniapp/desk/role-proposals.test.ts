/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * What gives somebody power over points or powers is proposed on the page of roles, and decided by another admin among the reviews.
 */
import { aMe } from '../points/builders'
import { atWork, region, staff } from './work'

const wide = { width: 1440 }
const proposal = {
  id: `${region}-${'0'.repeat(32)}`,
  region,
  person: '0000000000008k3m92qt',
  powers: ['gifts'],
  state: 'proposed',
  proposedBy: '0000000000003e8ca0he',
  proposedAt: '2026-03-04T02:00:00.000Z',
  until: '2026-03-18T02:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
}
const lists = 'GET /api/staff/role-proposals'

it('a power that takes two admins is proposed, said before and after', async () => {
  const propose = 'POST /api/staff/role-proposals'
  const own = { ...proposal, proposedBy: aMe().id }
  const { open, screen, fireEvent, bodies, sent } = atWork(
    [staff('admin')],
    { 'GET /api/staff/roles': { people: [] }, [lists]: { proposals: [] }, [propose]: own },
    wide,
  )
  open('desk/pages/identity/roles')
  fireEvent.click(await screen.findByRole('button', { name: '授予身份' }))
  fireEvent.change(screen.getByRole('textbox', { name: /对方的编号/ }), { target: { value: '8k3m 92qt' } })
  fireEvent.click(screen.getByRole('radio', { name: /^市中心工作人员/ }))
  fireEvent.click(screen.getByRole('checkbox', { name: '审核' }))
  expect(screen.getByRole('button', { name: '授予' })).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: '礼品与积分' }))
  expect(
    screen.getByText(/要另一位管理员在“审批”里同意，14 天内有效；同意之前，这个人的权限都不变/),
  ).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '提交，请另一位管理员同意' }))
  expect(await screen.findByText(/已提交。另一位管理员在“审批”里同意以后/)).toBeTruthy()
  expect(bodies(propose)).toEqual([
    { no: '8K3M92QT', role: { kind: 'staff', region, powers: ['review', 'gifts'] } },
  ])
  expect(sent('POST /api/staff/roles')).toEqual([])
})

it('another admin finds it among the reviews, with what it means, and agrees', async () => {
  const decide = `POST /api/staff/role-proposals/${proposal.id}/decision`
  const decided = { ...proposal, state: 'approved', decidedAt: proposal.until }
  const { open, screen, fireEvent, bodies } = atWork(
    [staff('admin')],
    { [lists]: { proposals: [proposal] }, [decide]: decided },
    wide,
  )
  open('desk/review')
  fireEvent.click(await screen.findByRole('button', { name: /授予身份：8K3M 92QT · 礼品与积分/ }))
  expect(await screen.findByText(/同意后，8K3M 92QT成为市中心工作人员，权限是礼品与积分/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '同意' }))
  fireEvent.click(screen.getAllByRole('button', { name: '同意' })[1] ?? document.body)
  expect(await screen.findByText(/已授予：8K3M 92QT，礼品与积分。/)).toBeTruthy()
  expect(bodies(decide)).toEqual([{ approve: true }])
})

it('a grant of a power that this package does not know cannot be agreed to, for it cannot be seen whole', async () => {
  const newer = { ...proposal, powers: ['gifts', 'draws'] }
  const { open, screen, fireEvent } = atWork([staff('admin')], { [lists]: { proposals: [newer] } }, wide)
  open('desk/review')
  fireEvent.click(
    await screen.findByRole('button', { name: /授予身份：8K3M 92QT · 礼品与积分、其他（这个版本不认识）/ }),
  )
  expect(await screen.findByText(/权限是礼品与积分、其他（这个版本不认识）/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '同意' }).hasAttribute('disabled')).toBe(true)
  expect(screen.getByRole('button', { name: '不同意' }).hasAttribute('disabled')).toBe(false)
})

it('what would be granted to oneself is for another admin', async () => {
  const work = atWork([staff('admin')], { [lists]: () => ({ proposals: [own()] }) }, wide)
  const own = () => ({ ...proposal, person: work.me.id })
  const { open, screen, fireEvent } = work
  open('desk/review')
  fireEvent.click(await screen.findByRole('button', { name: /授予身份：.* · 礼品与积分/ }))
  expect(await screen.findByText('这是授予你自己的，要另一位管理员来定。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '同意' })).toBeNull()
})

it('what would hold in a part of the city alone says so before it is agreed to', async () => {
  const scope = { kind: 'district', id: '320803' }
  const { open, screen, fireEvent } = atWork(
    [staff('admin')],
    { [lists]: { proposals: [{ ...proposal, scope }] } },
    wide,
  )
  open('desk/review')
  fireEvent.click(await screen.findByRole('button', { name: /授予身份：8K3M 92QT · 礼品与积分/ }))
  expect(await screen.findByText(/成为市中心工作人员（只在淮安区），权限是礼品与积分/)).toBeTruthy()
})

const holder = {
  id: proposal.person,
  no: '8K3M92QT',
  name: '陈老师',
  roles: [{ kind: 'staff', region, powers: ['review'] }],
  changedAt: '2026-03-01T00:00:00.000Z',
}
const named = (...persons: { id: string; no: string; name?: string }[]) => ({
  'POST /api/staff/persons/resolve': (body: unknown) => ({
    persons: persons.filter(({ id }) => Object(body).ids.includes(id)),
  }),
})

describe('a grant that waits', () => {
  const routes = {
    'GET /api/staff/roles': { people: [holder] },
    [lists]: { proposals: [proposal, { ...proposal, id: `${region}-${'2'.repeat(32)}`, state: 'rejected' }] },
    ...named(holder, { id: proposal.proposedBy, no: '3E8CA0HE', name: '王老师' }),
  }

  it('stands above the list of persons and at its person, with the way to the decision', async () => {
    const { open, screen, fireEvent, phone } = atWork([staff('admin')], routes, wide)
    open('desk/pages/identity/roles')
    const line = /^授予身份：陈老师 · 礼品与积分。王老师 · 3E8C A0HE，/
    expect(await screen.findByText(line)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: /^陈老师/ }))
    await screen.findByRole('textbox', { name: /^内部称呼/ })
    expect(screen.getAllByText(line)).toHaveLength(2)
    fireEvent.click(screen.getAllByRole('button', { name: '去审批' })[1] ?? document.body)
    const item = encodeURIComponent(`role:${proposal.id}`)
    expect(phone.did).toEqual([`navigateTo /desk/review/index?item=${item}`])
  })

  it('is not at somebody else, and names the part of the city that it is for', async () => {
    const other = { ...holder, id: '0000000000005t6v7w8x', no: '5T6V7W8X', name: '李老师' }
    const scope = { kind: 'district', id: '320803' }
    const { open, screen, fireEvent } = atWork(
      [staff('admin')],
      {
        ...routes,
        'GET /api/staff/roles': { people: [holder, other] },
        [lists]: { proposals: [{ ...proposal, scope }] },
      },
      wide,
    )
    open('desk/pages/identity/roles')
    expect(await screen.findByText(/^授予身份：陈老师 · 礼品与积分，只在淮安区。/)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: /^李老师/ }))
    await screen.findByRole('textbox', { name: /^内部称呼/ })
    expect(screen.getAllByText(/^授予身份：/)).toHaveLength(1)
  })

  it('leads to the reviews where more wait than have room above the list', async () => {
    const many = [0, 1, 2, 3, 4].map((n) => ({ ...proposal, id: `${region}-${String(n).repeat(32)}` }))
    const { open, screen, fireEvent, phone } = atWork(
      [staff('admin')],
      { ...routes, [lists]: { proposals: many } },
      wide,
    )
    open('desk/pages/identity/roles')
    expect(await screen.findAllByText(/^授予身份：/)).toHaveLength(3)
    fireEvent.click(screen.getByRole('button', { name: '还有 2 条等审批' }))
    expect(phone.did).toEqual(['navigateTo /desk/review/index'])
  })

  it('that is proposed again is said to wait already', async () => {
    const { open, screen, fireEvent } = atWork(
      [staff('admin')],
      { ...routes, 'POST /api/staff/role-proposals': proposal },
      wide,
    )
    open('desk/pages/identity/roles')
    fireEvent.click(await screen.findByRole('button', { name: '授予身份' }))
    fireEvent.change(screen.getByRole('textbox', { name: /对方的编号/ }), { target: { value: holder.no } })
    fireEvent.click(screen.getByRole('radio', { name: /^市中心工作人员/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: '礼品与积分' }))
    fireEvent.click(screen.getByRole('button', { name: '提交，请另一位管理员同意' }))
    expect(await screen.findByText('同事已经提交过一样的，你可以在“审批”里同意。')).toBeTruthy()
    expect(screen.getAllByText(/^授予身份：陈老师 · 礼品与积分。/)).toHaveLength(1)
  })

  it('of two persons is titled by the person, here and among what waits', async () => {
    const other = { ...proposal, id: `${region}-${'1'.repeat(32)}`, person: '0000000000005t6v7w8x' }
    const { open, screen } = atWork(
      [staff('admin')],
      {
        ...routes,
        [lists]: { proposals: [proposal, other] },
        ...named(holder, { id: other.person, no: '5T6V7W8X' }),
      },
      wide,
    )
    open('desk/home')
    expect(await screen.findByRole('button', { name: '授予身份：陈老师 · 礼品与积分' })).toBeTruthy()
    expect(await screen.findByRole('button', { name: '授予身份：5T6V 7W8X · 礼品与积分' })).toBeTruthy()
  })
})

it.each([
  ['the person', 'desk/pages/identity/roles', /^陈老师/],
  ['what is proposed', 'desk/review', /授予身份：陈老师/],
] as const)('what was done to somebody’s roles stands under %s', async (_, page, row) => {
  const { open, screen, fireEvent } = atWork(
    [staff('admin')],
    {
      'GET /api/staff/roles': { people: [holder] },
      [lists]: { proposals: [proposal] },
      [`GET /api/staff/audit/subjects/${holder.id}`]: { audit: [], more: false },
      ...named(holder),
    },
    wide,
  )
  open(page)
  fireEvent.click(await screen.findByRole('button', { name: row }))
  fireEvent.click(await screen.findByRole('button', { name: '变更记录' }))
  expect(await screen.findByText('还没有记录。')).toBeTruthy()
})
