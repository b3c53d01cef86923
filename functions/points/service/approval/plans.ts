/** What the operations that take two people would do, and how it is done (functions/shared/approval.ts). */

import { changesOf, wholeOf } from '../../../audit/fragments'
import type { Plan } from '../../../shared/approval'
import { dayOf } from '../../../shared/day'
import { err, ok, type Result } from '../../../shared/result'
import { earningRules, type RulesOfCity, type StoredProposalRequest } from '../../contract'
import { isMoreGenerous, needsSecondPerson } from '../../rules/generosity'
import type { GiftItem, giftReader } from '../../store/gift/gifts'
import type { Picture, pictureReader } from '../../store/gift/pictures'
import type { BatchItem, batchService } from '../code/batches'
import type { giftDesk } from '../gift/changes'
import type { ruleDesk } from '../rules'

export type PlanCode = 'unknown-gift' | 'edited-meanwhile' | 'idempotency-key-reused' | 'proposal-expired'

/** Why something cannot be planned. */
export type Unplanned = Exclude<PlanCode, 'idempotency-key-reused'>

/** Who asks, and under which id. `approval`: null as long as nobody has approved it. */
export type Asking = {
  id: string
  /** Digest of the request. */
  asked: string
  by: string
  approval: { by: string; base: string } | null
}
type Request<Name extends StoredProposalRequest['operation']> = Extract<
  StoredProposalRequest,
  { operation: Name }
>
type Planned<Done, Code extends PlanCode, Refused extends PlanCode> = Result<
  Plan<Done, Code>,
  { code: Refused }
>

type Dependencies = {
  batches: Pick<ReturnType<typeof batchService>, 'createBatch'>
  gifts: ReturnType<typeof giftDesk> & Pick<ReturnType<typeof giftReader>, 'readGift'>
  rules: ReturnType<typeof ruleDesk>
  pictures: Pick<ReturnType<typeof pictureReader>, 'readProposedPicture'>
  clock: () => number
}
export type Plans = ReturnType<typeof createPlans>

export const createPlans = ({ batches, gifts, rules, pictures, clock }: Dependencies) => {
  const planBatch = (
    { request }: Request<'createBatch'>,
    { id, asked, by, approval }: Asking,
    secret: string,
  ): Planned<BatchItem, 'idempotency-key-reused', 'proposal-expired'> => {
    const { region, label, count, points, until } = request
    // A code that is good for no day would only annoy.
    if (until < dayOf(clock())) return err({ code: 'proposal-expired' })
    return ok({
      region,
      subject: id,
      label,
      changes: changesOf({}, { count, points, until }),
      base: '',
      needsApproval: true,
      run: async (also) => {
        if (!approval) throw new Error('a batch that nobody approved')
        const made = await batches.createBatch(
          { ...request, id, asked, by, approvedBy: approval.by },
          secret,
          also,
        )
        return made.ok ? made : err({ code: made.error })
      },
    })
  }

  const planRules = async (
    { region, request }: Request<'changeRules'>,
    { by, approval }: Asking,
  ): Promise<Planned<RulesOfCity, 'edited-meanwhile', 'edited-meanwhile'>> => {
    const before = await rules.readRulesNow(region)
    const base = JSON.stringify(byName(before))
    if (approval ? approval.base !== base : before.version !== request.version)
      return err({ code: 'edited-meanwhile' })
    return ok({
      region,
      subject: region,
      label: '',
      changes: changesOf(byName(before), byName(request)),
      base,
      needsApproval: isMoreGenerous(before, request),
      run: async (also) => {
        const changed = await rules.changeRules(region, { ...request, version: before.version }, by, also)
        return changed.ok ? changed : err({ code: changed.error })
      },
    })
  }

  const planGift = async (
    { gift: id, request }: Request<'changeGift'>,
    { by, approval }: Asking,
  ): Promise<Planned<GiftItem, 'unknown-gift' | 'edited-meanwhile', 'unknown-gift' | 'edited-meanwhile'>> => {
    const before = await gifts.readGift(id, { consistent: true })
    if (!before) return err({ code: 'unknown-gift' })
    const comesOnSale = !before.isPublished && request.isPublished
    // Whoever approves what comes on sale approves its picture too.
    const seen = comesOnSale ? { picture: before.picture } : {}
    // Pieces may come and go while it waits, and give the gift another version.
    const base = JSON.stringify({ ...fieldsOf(before), ...seen })
    if (approval ? approval.base !== base : before.version !== request.version)
      return err({ code: 'edited-meanwhile' })
    const after = { ...fieldsOf(request), outlets: [...new Set(request.outlets)] }
    return ok({
      region: before.region,
      subject: id,
      label: before.name,
      // What stood in a gift that nobody could have was approved by nobody.
      changes: comesOnSale
        ? wholeOf({ ...after, ...(before.picture !== null && seen) })
        : changesOf(fieldsOf(before), after),
      base,
      needsApproval: needsSecondPerson(before, request),
      run: async (also) => {
        const changed = await gifts.changeGift(id, { ...after, version: before.version, by }, also)
        return changed.ok ? changed : err({ code: changed.error })
      },
    })
  }

  /** @param given the bytes, where one person may do it; else they are those that were proposed */
  const planPicture = async (
    { gift: id, request }: Request<'changePicture'>,
    { id: proposal, by, approval }: Asking,
    given?: Picture,
  ): Promise<Planned<GiftItem, 'unknown-gift' | 'edited-meanwhile', 'unknown-gift' | 'edited-meanwhile'>> => {
    const before = await gifts.readGift(id, { consistent: true })
    if (!before) return err({ code: 'unknown-gift' })
    // Proposed by whoever took it for published: this takes one person, and waits for nobody.
    if (!approval && !given && !before.isPublished) return err({ code: 'edited-meanwhile' })
    const base = before.picture ?? ''
    if (approval && approval.base !== base) return err({ code: 'edited-meanwhile' })
    const isStale = (now: GiftItem) => (approval ? now.picture !== before.picture : now.isPublished)
    return ok({
      region: before.region,
      subject: id,
      label: before.name,
      changes: changesOf({ picture: before.picture }, request),
      base,
      needsApproval: before.isPublished,
      run: async (also) => {
        const picture = given ?? (await pictures.readProposedPicture(proposal, { consistent: true }))
        // Decided by somebody else between two reads.
        if (!picture) return err({ code: 'edited-meanwhile' })
        const changed = await gifts.changePicture(id, { picture, by, isStale }, also)
        return changed.ok ? changed : err({ code: changed.error })
      },
    })
  }

  return {
    planBatch,
    planRules,
    planGift,
    planPicture,
    /** `secret`: what codes are made of. */
    async plan(
      request: StoredProposalRequest,
      asking: Asking,
      secret: string,
    ): Promise<Planned<BatchItem | RulesOfCity | GiftItem, PlanCode, Unplanned>> {
      switch (request.operation) {
        case 'createBatch':
          return planBatch(request, asking, secret)
        case 'changeRules':
          return planRules(request, asking)
        case 'changeGift':
          return planGift(request, asking)
        case 'changePicture':
          return planPicture(request, asking)
      }
    },
  }
}

const byName = ({ rules, limits }: Pick<RulesOfCity, 'rules' | 'limits'>) => ({
  ...Object.fromEntries(earningRules.map((id) => [id, rules[id]])),
  ...limits,
})

type Fields = Pick<
  GiftItem,
  | 'name'
  | 'category'
  | 'about'
  | 'price'
  | 'perPerson'
  | 'onSaleFrom'
  | 'onSaleUntil'
  | 'outlets'
  | 'isPublished'
>
const fieldsOf = (gift: Fields): Fields => {
  const { name, category, about, price, perPerson, onSaleFrom, onSaleUntil, outlets, isPublished } = gift
  return { name, category, about, price, perPerson, onSaleFrom, onSaleUntil, outlets, isPublished }
}
