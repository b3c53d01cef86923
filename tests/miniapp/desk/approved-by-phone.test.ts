/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * What a desktop does only once the phone has said yes a moment ago: it is asked on the page, and what was pressed is done.
 */
import { aSession } from '../identity/builders'
import { anAdjustment, aProposal } from './builders'
import { atWork, outlet, type Routes, refused, region, staff } from './work'

const wide = { width: 1440 }
/** jsdom lays nothing out. */
const broughtInSight = jest.fn()
beforeEach(() => {
  broughtInSight.mockClear()
  Element.prototype.scrollIntoView = broughtInSight
})
const slow = { timeout: 60_000 }
const ticket = { id: '0123456789abcdefghjk', secret: 's', digits: '4821', pair: '4821', expiresIn: 300 }
const tickets = 'POST /api/sessions/tickets'
const collecting = `${tickets}/${ticket.id}/session`
const holder = {
  id: '00000000000000000009',
  no: '8K3M92QT',
  roles: [{ kind: 'salesperson', region, outlets: [outlet] }],
  changedAt: '2026-03-04T02:00:00.000Z',
}
type Work = ReturnType<typeof atWork>

const last = (work: Work, name: string) => {
  const buttons = work.screen.getAllByRole('button', { name })
  work.fireEvent.click(buttons[buttons.length - 1] ?? document.body)
}

/** Each thing that the phone has to approve: how it is pressed, what is sent, and what the phone shows of it. */
const actions: {
  name: string
  route: string
  routes: Routes
  answer: unknown
  press: (work: Work) => Promise<void>
  purpose: unknown
  words: string
  after: RegExp
}[] = [
  {
    name: 'granting a role',
    route: 'POST /api/staff/roles',
    routes: { 'GET /api/staff/roles': { people: [] } },
    answer: holder,
    async press({ open, screen, fireEvent }) {
      open('desk/pages/identity/roles')
      fireEvent.click(await screen.findByRole('button', { name: '授予身份' }))
      fireEvent.change(screen.getByRole('textbox', { name: /对方的编号/ }), {
        target: { value: '8k3m 92qt' },
      })
      fireEvent.click(screen.getByRole('radio', { name: /^销售员/ }))
      const search = screen.getByRole('textbox', { name: /^网点/ })
      fireEvent.change(search, { target: { value: '水渡口' } })
      fireEvent.keyDown(search, { key: 'Enter' })
      fireEvent.click(screen.getByRole('button', { name: '授予' }))
    },
    purpose: { kind: 'grant', role: 'salesperson', no: holder.no },
    words: '授予“销售员”给 8K3M 92QT',
    after: /^编号 8K3M 92QT$/,
  },
  {
    name: 'taking a role',
    route: `DELETE /api/staff/roles/${holder.id}/salesperson`,
    routes: { 'GET /api/staff/roles': { people: [holder] } },
    answer: { ok: true },
    async press(work) {
      work.open('desk/pages/identity/roles')
      work.fireEvent.click(await work.screen.findByRole('button', { name: /8K3M 92QT/ }))
      work.fireEvent.click(work.screen.getByRole('button', { name: '收回' }))
      last(work, '收回')
    },
    purpose: { kind: 'revoke', role: 'salesperson', no: holder.no },
    words: '收回 8K3M 92QT 的“销售员”',
    after: /还没有已授权的人/,
  },
  {
    name: 'approving an adjustment',
    route: `POST /api/staff/adjustments/${anAdjustment().id}/decision`,
    routes: { 'GET /api/staff/adjustments': { adjustments: [anAdjustment()] } },
    answer: anAdjustment({
      state: 'approved',
      decidedBy: '00000000000000000008',
      decidedAt: '2026-03-04T03:00:00.000Z',
    }),
    async press(work) {
      work.open('desk/pages/points/adjustments')
      work.fireEvent.click(await work.screen.findByRole('button', { name: /补记/ }))
      work.fireEvent.click(work.screen.getByRole('button', { name: '批准' }))
      last(work, '批准')
    },
    purpose: { kind: 'decideAdjustment', approve: true, points: 20 },
    words: '批准一次积分调整：+20 分',
    after: /已批准/,
  },
  {
    name: 'approving a proposal',
    route: `POST /api/staff/proposals/${aProposal().id}/decision`,
    routes: { 'GET /api/staff/proposals': { proposals: [aProposal()] } },
    answer: aProposal({
      state: 'approved',
      decidedBy: '00000000000000000008',
      decidedAt: '2026-03-02T02:00:00.000Z',
    }),
    async press(work) {
      work.open('desk/review')
      work.fireEvent.click(await work.screen.findByRole('button', { name: /社区义诊现场/ }))
      work.fireEvent.click(work.screen.getByRole('button', { name: '通过' }))
      last(work, '通过')
    },
    purpose: { kind: 'decideProposal', approve: true, operation: 'createBatch' },
    words: '通过一批积分码',
    after: /已通过/,
  },
]
const [granting] = actions
if (!granting) throw new Error('there are actions')

/** Refused until the phone has approved `times` times; the phone approves when `phone` answers so. */
function pressed(action: (typeof actions)[number], phone: (me: Work['me']) => unknown, times = 1) {
  let approved = 0
  const work: Work = atWork(
    [staff('admin', 'gifts')],
    {
      ...action.routes,
      [tickets]: ticket,
      [collecting]: () => {
        const answer = phone(work.me)
        if (answer instanceof Object && 'session' in answer) approved += 1
        return answer
      },
      [action.route]: () => (approved >= times ? action.answer : refused('fresh-approval-needed', 403)),
    },
    wide,
  )
  return work
}
const approves = (me: Work['me']) => ({ state: 'approved', session: aSession(me) })
const waits = () => ({ state: 'waiting' })

describe.each(actions.map((action) => [action.name, action] as const))('%s', (_, action) => {
  it('asks the phone, says what for, and once it has said yes does what was pressed, once', async () => {
    const work = pressed(action, approves)
    const { screen, sent, bodies } = work
    await action.press(work)
    expect(await screen.findByRole('dialog', { name: '用手机再确认一次' })).toBeTruthy()
    expect(screen.getByText(action.words)).toBeTruthy()
    expect(await screen.findByText('4821')).toBeTruthy()
    expect(bodies(tickets)).toEqual([{ purpose: action.purpose }])
    expect(await screen.findAllByText(action.after, undefined, slow)).not.toEqual([])
    expect(screen.queryByRole('dialog')).toBeNull()
    const [first, second, ...more] = sent(action.route).map(({ data }) => data)
    expect(more).toEqual([])
    expect(sent(action.route)).toHaveLength(2)
    expect(second).toEqual(first)
  })

  it('does nothing when that is put away, says so, and can ask again', async () => {
    const work = pressed(action, waits)
    const { screen, fireEvent, sent } = work
    await action.press(work)
    await screen.findByRole('dialog', { name: '用手机再确认一次' })
    fireEvent.click(screen.getByRole('button', { name: '先不做' }))
    expect(await screen.findByText(/没有确认，什么也没有提交/)).toBeTruthy()
    expect(screen.queryByText('4821')).toBeNull()
    const ask = screen.getByRole('button', { name: '用手机确认' })
    expect(broughtInSight).toHaveBeenCalled()
    // The question itself, where that is asked again around it.
    expect(document.activeElement).toBe(ask.closest('[role="dialog"]') ?? ask)
    fireEvent.click(ask)
    expect(await screen.findByText('4821')).toBeTruthy()
    expect(sent(action.route)).toHaveLength(1)
  })
})

it('asks with the session of the desktop, so that only its own person can say yes', async () => {
  const work = pressed(granting, waits)
  await granting.press(work)
  await work.screen.findByText('4821')
  const [asked] = work.sent(tickets)
  expect(asked?.header).toMatchObject({ authorization: expect.stringMatching(/^Bearer /) })
})

it('keeps what was typed where nobody says yes', async () => {
  const work = pressed(granting, () => refused('ticket-ended', 410))
  await granting.press(work)
  expect(await work.screen.findByText('这个码已经失效，什么也没有做', undefined, slow)).toBeTruthy()
  work.fireEvent.click(work.screen.getByRole('button', { name: '关闭' }))
  expect(work.screen.getByDisplayValue(/8k3m 92qt/i)).toBeTruthy()
  expect(work.sent(granting.route)).toHaveLength(1)
})

it('says that another’s phone has confirmed nothing', async () => {
  const work = pressed(granting, () => ({ state: 'waiting', byAnother: true }))
  await granting.press(work)
  expect(await work.screen.findByText(/手机上登录的是另一个人/, undefined, slow)).toBeTruthy()
  expect(work.screen.getByText('4821')).toBeTruthy()
  expect(work.sent(granting.route)).toHaveLength(1)
})

it('asks no second time by itself where the server is not content with the first', async () => {
  const work = pressed(granting, approves, 2)
  await granting.press(work)
  expect(await work.screen.findByText(/没有确认，什么也没有提交/, undefined, slow)).toBeTruthy()
  expect(work.screen.queryByRole('dialog')).toBeNull()
  expect(work.sent(granting.route)).toHaveLength(2)
})

it('does nothing for whoever has left the page meanwhile', async () => {
  const work = pressed(granting, waits)
  await granting.press(work)
  await work.screen.findByText('4821')
  work.cleanup()
  expect(work.sent(granting.route)).toHaveLength(1)
})
