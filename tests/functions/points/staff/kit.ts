/** What the tests of staff's work share. */
import { type AuditRecord, auditResponseSchema } from '../../../../functions/audit/contract'
import {
  type Batch,
  batchCodesSchema,
  batchesResponseSchema,
  giftCategorySchema,
  type Proposal,
  type ProposalRequest,
  proposalSchema,
  proposalsResponseSchema,
  type StaffGift,
  staffGiftSchema,
} from '../../../../functions/points/contract'
import * as z from '../../../../functions/shared/zod'
import type { Answer } from '../../../support/worlds/api'
import { city, outlets, type Person, type PointsWorld, parsed } from '../../../support/worlds/points-world'

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

/** Nothing is read here that is not known: what stands in it can be sent back. */
const knownGiftsSchema = z.object({
  gifts: z.array(z.extend(staffGiftSchema, { category: giftCategorySchema })),
})

export const giftOf = async (staff: Person, id: string) => {
  const answer = await staff.get(`/api/staff/gifts?region=${city}`)
  const { gifts } = parsed(knownGiftsSchema, answer)
  const gift = gifts.find((one) => one.id === id)
  if (!gift) throw new Error(`no gift ${id}`)
  return gift
}

export const addStock = (staff: Person, { id, version }: { id: string; version: number }, change: number) =>
  staff.post(`/api/staff/gifts/${id}/stock`, { change, version })

export const propose = (by: Person, request: ProposalRequest, key: string): Promise<Answer> =>
  by.post('/api/staff/proposals', request, { key })
export const decide = (by: Person, { id }: { id: string }, approve = true): Promise<Answer> =>
  by.post(`/api/staff/proposals/${id}/decision`, { approve })
export const withdraw = (by: Person, { id }: { id: string }): Promise<Answer> =>
  by.post(`/api/staff/proposals/${id}/withdrawal`)
export const proposalsOf = async (by: Person): Promise<Proposal[]> =>
  parsed(proposalsResponseSchema, await by.get(`/api/staff/proposals?region=${city}`)).proposals

type BatchOverrides = { key?: string; label?: string; count?: number; points?: number; until?: string }

export const proposedBatch = async (
  world: PointsWorld,
  staff: Person,
  { key = world.key(), ...overrides }: BatchOverrides = {},
): Promise<Proposal> => {
  const request = { region: city, label: '冬季活动', count: 5, points: 30, until: '2026-12-31', ...overrides }
  return parsed(proposalSchema, await propose(staff, { operation: 'createBatch', request }, key))
}

export const batchOf = async (staff: Person, id: string): Promise<Batch> => {
  const answer = await staff.get(`/api/staff/code-batches?region=${city}`)
  const batch = parsed(batchesResponseSchema, answer).batches.find((one) => one.id === id)
  if (!batch) throw new Error(`no batch ${id}`)
  return batch
}

/** Proposed by `staff`, approved by a colleague. */
export const newBatch = async (
  world: PointsWorld,
  staff: Person,
  overrides: BatchOverrides = {},
): Promise<Batch> => {
  const proposal = await proposedBatch(world, staff, overrides)
  const { subject } = parsed(proposalSchema, await decide(world.staff('colleague'), proposal))
  return batchOf(staff, subject)
}

/** That it comes on sale, as one person proposes it. */
export const proposedSale = async (
  world: PointsWorld,
  staff: Person,
  gift: StaffGift,
  overrides = {},
): Promise<Proposal> => {
  const category = z.parse(giftCategorySchema, gift.category)
  const { name, about, price, perPerson, onSaleFrom, onSaleUntil, outlets: at, version } = gift
  const fields = { name, category, about, price, perPerson, onSaleFrom, onSaleUntil, outlets: at }
  const request = { ...fields, isPublished: true, version, ...overrides }
  const asked = { operation: 'changeGift' as const, gift: gift.id, request }
  return parsed(proposalSchema, await propose(staff, asked, world.key()))
}

/** Publishes it by both people. */
export const publish = async (world: PointsWorld, staff: Person, gift: StaffGift, overrides = {}) => {
  const proposal = await proposedSale(world, staff, gift, overrides)
  parsed(proposalSchema, await decide(world.staff('colleague'), proposal))
  return giftOf(staff, gift.id)
}

export const codesOf = async (staff: Person, batch: { id: string }) =>
  parsed(batchCodesSchema, await staff.get(`/api/staff/code-batches/${batch.id}/codes`)).codes

export const firstCode = async (staff: Person, batch: { id: string }): Promise<string> =>
  (await codesOf(staff, batch))[0]?.code ?? ''

export const enter = (person: Person, code: string): Promise<Answer> =>
  person.post('/api/points/codes', { code })

export const auditOf = async (auditor: Person, month = '2026-11'): Promise<AuditRecord[]> =>
  parsed(auditResponseSchema, await auditor.get(`/api/staff/audit?region=${city}&month=${month}`)).audit
