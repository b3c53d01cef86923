/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Under each object of the desk stands what staff did to it, asked for when somebody wants to see it.
 */
import { type AuditRecord, operatorId } from '@contract/audit'
import { aBatch, aGift, anAdjustment, someRules } from './builders'
import { atWork, outlet, type Routes, refused, region, staff } from './work'

const wide = { width: 1440 }
const gift = aGift({ outlets: [outlet] })
const report = {
  id: '320800-1772582400000-r000000001',
  place: { id: outlet, name: '水渡口福彩站', outletNo: null },
  fact: 'gone',
  amenity: null,
  note: null,
  at: '2026-03-03T16:00:00.000Z',
  credit: false,
  doubted: false,
}
const everything: Routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/code-batches': { batches: [aBatch()] },
  [`GET /api/staff/rules/${region}`]: someRules(),
  'GET /api/staff/adjustments': { adjustments: [anAdjustment()] },
  'GET /api/staff/proposals': { proposals: [] },
  'GET /api/staff/reports': { reports: [report], more: false, cursor: null },
}
const record: AuditRecord = {
  at: '2026-03-04T02:00:00.000Z',
  by: '00000000000000000009',
  action: 'gift-changed',
  subject: gift.id,
  changes: [{ field: 'price', before: '120', after: '150' }],
}
const historyOf = (subject: string) => `GET /api/staff/audit/subjects/${subject}`

it.each([
  ['desk/pages/points/gifts', /杂粮礼包/, gift.id],
  ['desk/pages/points/batches', /社区义诊现场/, aBatch().id],
  ['desk/pages/points/adjustments', /活动现场网络中断/, anAdjustment().id],
  ['desk/pages/places/reports', /水渡口/, outlet],
  ['desk/pages/points/rules', null, region],
] as const)('is that of what is open on %s', async (page, row, subject) => {
  const work = atWork(
    [staff('gifts', 'review')],
    { ...everything, [historyOf(subject)]: { audit: [record], more: false } },
    wide,
  )
  const { open, screen, fireEvent, sent } = work
  open(page)
  if (row) fireEvent.click(await screen.findByRole('button', { name: row }))
  const fold = await screen.findByRole('button', { name: '变更记录' })
  expect(sent(historyOf(subject))).toEqual([])
  fireEvent.click(fold)
  expect(await screen.findByText('修改礼品：积分')).toBeTruthy()
  expect(screen.getByText('改前：120')).toBeTruthy()
  expect(screen.getByText('改后：150')).toBeTruthy()
  expect(sent(historyOf(subject)).map(({ url }) => url)).toEqual([
    expect.stringContaining(`region=${region}`),
  ])
})

async function unfolded(answer: Routes[string]) {
  const work = atWork([staff('gifts')], { ...everything, [historyOf(gift.id)]: answer }, wide)
  work.open('desk/pages/points/gifts')
  work.fireEvent.click(await work.screen.findByRole('button', { name: /杂粮礼包/ }))
  work.fireEvent.click(await work.screen.findByRole('button', { name: '变更记录' }))
  return work
}

it('that could not be read is asked for again', async () => {
  let isDown = true
  const { screen, fireEvent } = await unfolded(() =>
    isDown ? refused('unavailable', 503) : { audit: [], more: false },
  )
  const repeated = await screen.findByRole('button', { name: '再试一次' })
  isDown = false
  fireEvent.click(repeated)
  expect(await screen.findByText('还没有记录。')).toBeTruthy()
})

it('calls the operator by name, who is none of the persons that the server knows', async () => {
  const { screen, sent } = await unfolded({ audit: [{ ...record, by: operatorId }], more: false })
  expect(await screen.findByText(/^运维人员，/)).toBeTruthy()
  expect(JSON.stringify(sent('POST /api/staff/persons/resolve'))).not.toContain(operatorId)
})

it('shows what a colleague did meanwhile when the window is looked at again', async () => {
  let audit: AuditRecord[] = []
  const { act, screen } = await unfolded(() => ({ audit, more: false }))
  await screen.findByText('还没有记录。')
  audit = [record]
  act(() => void window.dispatchEvent(new Event('focus')))
  expect(await screen.findByText('修改礼品：积分')).toBeTruthy()
})

it('of the city is read anew when the window is looked at again', async () => {
  let audit: AuditRecord[] = []
  const { act, open, screen } = atWork(
    [staff('audit')],
    {
      'GET /api/staff/audit': () => ({ audit, cursor: null }),
      'GET /api/staff/roles/changes': { changes: [] },
      'GET /api/gifts': { gifts: [] },
    },
    wide,
  )
  open('desk/pages/points/audit')
  await screen.findByText(/没有操作。/)
  audit = [record]
  act(() => void window.dispatchEvent(new Event('focus')))
  expect(await screen.findByRole('button', { name: '修改礼品：积分' })).toBeTruthy()
})
