/**
 * @jest-environment jsdom
 *
 * What gives somebody power over points or powers is proposed on the page of roles, and decided by another admin among the reviews.
 */
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
  const { open, screen, fireEvent, bodies, sent } = atWork(
    [staff('admin')],
    { 'GET /api/staff/roles': { people: [] }, [lists]: { proposals: [] }, [propose]: proposal },
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
  fireEvent.click(await screen.findByRole('button', { name: /授予身份：礼品与积分/ }))
  expect(await screen.findByText(/同意后，8K3M 92QT成为市中心工作人员，权限是礼品与积分/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '同意' }))
  fireEvent.click(screen.getAllByRole('button', { name: '同意' })[1] ?? document.body)
  expect(await screen.findByText(/已授予：8K3M 92QT，授予身份：礼品与积分。/)).toBeTruthy()
  expect(bodies(decide)).toEqual([{ approve: true }])
})

it('a grant of a power that this package does not know cannot be agreed to, for it cannot be seen whole', async () => {
  const newer = { ...proposal, powers: ['gifts', 'draws'] }
  const { open, screen, fireEvent } = atWork([staff('admin')], { [lists]: { proposals: [newer] } }, wide)
  open('desk/review')
  fireEvent.click(await screen.findByRole('button', { name: /授予身份：礼品与积分、其他（这个版本不认识）/ }))
  expect(await screen.findByText(/权限是礼品与积分、其他（这个版本不认识）/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '同意' }).hasAttribute('disabled')).toBe(true)
  expect(screen.getByRole('button', { name: '不同意' }).hasAttribute('disabled')).toBe(false)
})

it('what would be granted to oneself is for another admin', async () => {
  const work = atWork([staff('admin')], { [lists]: () => ({ proposals: [own()] }) }, wide)
  const own = () => ({ ...proposal, person: work.me.id })
  const { open, screen, fireEvent } = work
  open('desk/review')
  fireEvent.click(await screen.findByRole('button', { name: /授予身份：礼品与积分/ }))
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
  fireEvent.click(await screen.findByRole('button', { name: /授予身份：礼品与积分/ }))
  expect(await screen.findByText(/成为市中心工作人员（只在淮安区），权限是礼品与积分/)).toBeTruthy()
})
