/** What the operations that take two people would do, and how it is done (functions/shared/access/approval.ts). */

import { changesOf, wholeOf } from '../../../audit/fragments'
import { dayOf } from '../../../shared/day'
import { err, ok } from '../../../shared/result'
import { earningRules, type RulesOfCity, type StoredProposalRequest } from '../../contract'
import { isMoreGenerous, needsSecondPerson } from '../../rules/generosity'
import type { GiftItem, giftReader } from '../../store/gift/gifts'
import type { pictureReader } from '../../store/gift/pictures'
import type { BatchItem, batchService } from '../code/batches'
import type { giftDesk } from '../gift/changes'
import type { PictureCode, Uploads } from '../gift/uploads'
import type { ruleDesk } from '../rules'
import { picturePlanner } from './picture-plans'
import type { Asking, GiftCode, PlanCode, Planned, Request, Unplanned } from './planned'

type Dependencies = {
  batches: Pick<ReturnType<typeof batchService>, 'createBatch'>
  gifts: ReturnType<typeof giftDesk> & Pick<ReturnType<typeof giftReader>, 'readGift'>
  rules: ReturnType<typeof ruleDesk>
  pictures: Pick<ReturnType<typeof pictureReader>, 'readProposedPicture'>
  uploads: Uploads
  clock: () => number
}
export type Plans = ReturnType<typeof createPlans>

export const createPlans = ({ batches, gifts, rules, pictures, uploads, clock }: Dependencies) => {
  const planBatch = (
    { request }: Request<'createBatch'>,
    { id, asked: requestDigest, by, approval }: Asking,
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
          { ...request, id, asked: requestDigest, by, approvedBy: approval.by },
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
  ): Promise<Planned<GiftItem, GiftCode, GiftCode | PictureCode>> => {
    const before = await gifts.readGift(id, { consistent: true })
    if (!before) return err({ code: 'unknown-gift' })
    const comesOnSale = !before.isPublished && request.isPublished
    const shown = comesOnSale ? before.media : undefined
    const found = shown ? await uploads.find(before.region, shown.id, approval !== null) : ok(null)
    if (!found.ok) return err({ code: found.error })
    const base = baseOf(before, comesOnSale)
    if (approval ? approval.base !== base : before.version !== request.version)
      return err({ code: 'edited-meanwhile' })
    const after = { ...fieldsOf(request), outlets: [...new Set(request.outlets)] }
    return ok({
      region: before.region,
      subject: id,
      label: before.name,
      changes: changesOfGift(before, after, comesOnSale),
      media: shown?.id,
      base,
      needsApproval: needsSecondPerson(before, request),
      run: async (also) => {
        const changed = await gifts.changeGift(id, { ...after, version: before.version, by }, also)
        return changed.ok ? changed : err({ code: changed.error })
      },
    })
  }

  const planPicture = picturePlanner({ gifts, pictures, uploads, clock })

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

/** Pieces may come and go while it waits, and give the gift another version. Whoever approves what comes on sale approves its picture too. */
const baseOf = (before: GiftItem, comesOnSale: boolean) =>
  JSON.stringify({ ...fieldsOf(before), ...(comesOnSale && { picture: before.picture }) })

/** What stood in a gift that nobody could have was approved by nobody: of what comes on sale all is shown. */
const changesOfGift = (before: GiftItem, after: Fields, comesOnSale: boolean) =>
  comesOnSale
    ? wholeOf({ ...after, ...(before.picture !== null && { picture: before.picture }) })
    : changesOf(fieldsOf(before), after)

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
