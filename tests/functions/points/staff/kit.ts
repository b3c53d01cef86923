/** What the tests of staff's work share. */
import {
  type Audit,
  auditResponseSchema,
  type Batch,
  batchCodesSchema,
  batchSchema,
  type StaffGift,
  staffGiftSchema,
  staffGiftsResponseSchema,
} from '../../../../functions/points/contract'
import type { Answer } from '../../../support/api'
import { city, outlets, type Person, type PointsWorld, parsed } from '../../../support/points-world'

export const giftFields = {
  name: '慈善超市大米 5 公斤',
  category: 'charity-goods',
  about: '本地新米，真空包装。',
  price: 100,
  perPerson: 2,
  onSaleFrom: null,
  onSaleUntil: null,
  outlets: [outlets.first],
}

/** A gift as staff make it: not published, without pieces. */
export const newGift = async (world: PointsWorld, staff: Person, overrides = {}): Promise<StaffGift> => {
  const body = { region: city, ...giftFields, ...overrides }
  return parsed(staffGiftSchema, await staff.post('/api/staff/gifts', body, { key: world.key() }))
}

export const giftOf = async (staff: Person, id: string): Promise<StaffGift> => {
  const answer = await staff.get(`/api/staff/gifts?region=${city}`)
  const { gifts } = parsed(staffGiftsResponseSchema, answer)
  const gift = gifts.find((one) => one.id === id)
  if (!gift) throw new Error(`no gift ${id}`)
  return gift
}

export const addStock = (staff: Person, { id, version }: { id: string; version: number }, change: number) =>
  staff.post(`/api/staff/gifts/${id}/stock`, { change, version })

export const newBatch = async (
  world: PointsWorld,
  staff: Person,
  { key = world.key(), ...overrides }: { key?: string } & Partial<Batch> = {},
): Promise<Batch> => {
  const body = { region: city, label: '冬季活动', count: 5, points: 30, until: '2026-12-31', ...overrides }
  return parsed(batchSchema, await staff.post('/api/staff/code-batches', body, { key }))
}

export const codesOf = async (staff: Person, batch: { id: string }) =>
  parsed(batchCodesSchema, await staff.get(`/api/staff/code-batches/${batch.id}/codes`)).codes

export const firstCode = async (staff: Person, batch: { id: string }): Promise<string> =>
  (await codesOf(staff, batch))[0]?.code ?? ''

export const enter = (person: Person, code: string): Promise<Answer> =>
  person.post('/api/points/codes', { code })

export const auditOf = async (auditor: Person, month = '2026-11'): Promise<Audit[]> =>
  parsed(auditResponseSchema, await auditor.get(`/api/staff/audit?region=${city}&month=${month}`)).audit
