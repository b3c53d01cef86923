/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Points given or taken by hand: proposed by one, decided by another.
 */
import { aBatch, aGift, anAdjustment, someRules } from './builders'
import { atWork, outlet, type Routes, region, staff } from './work'

const wide = { width: 1440 }
const gift = aGift({ outlets: [outlet] })
const everything: Routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/code-batches': { batches: [aBatch()] },
  [`GET /api/staff/rules/${region}`]: someRules(),
  'GET /api/staff/adjustments': { adjustments: [anAdjustment()] },
}

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
