/** What staff of a city keep and see. */
import { mediaIdSchema } from '../../shared/blocks/block'
import { shownMediaSchema } from '../../shared/blocks/shown'
import {
  adcodeSchema,
  cursorSchema,
  daySchema,
  instantSchema,
  noPersonalNumber,
  personIdSchema,
} from '../../shared/contract'
import { openEnum, orAbsent } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import {
  adjustmentIdSchema,
  amountSchema,
  batchIdSchema,
  giftIdSchema,
  orderIdSchema,
  pointsSchema,
  textSchema,
} from './fields'
import { giftCategories, giftFields, giftTexts, orderSchema } from './gifts'
import { earningRuleIdSchema, entrySchema } from './ledger'

/** A gift as staff keep it. */
export const staffGiftSchema = z.object({
  id: giftIdSchema,
  region: adcodeSchema,
  ...giftFields,
  category: openEnum(giftCategories),
  picture: z.nullable(z.string()),
  /** Absent where the picture was given before there were sizes of it. Nothing lies at its addresses before it is approved. */
  media: orAbsent(shownMediaSchema),
  isPublished: z.boolean(),
  /** Pieces there ever were, and of those ordered, handed over or kept for someone. */
  total: z.int(),
  taken: z.int(),
  handedOver: z.int(),
  waiting: z.int(),
  /** True: more than `waiting` do. They are counted as far as a hundred. */
  moreWaiting: z.optional(z.boolean()),
  /** Of those taken, kept for people who waited and have not ordered yet. Optional: servers before 0.3 say nothing. */
  held: z.optional(z.int()),
  /** For `If-Match` in the body: rises with every change, so that two editors do not overwrite each other. */
  version: z.int(),
  demo: z.boolean(),
})
export type StaffGift = z.infer<typeof staffGiftSchema>
export const staffGiftsResponseSchema = z.object({ gifts: z.array(staffGiftSchema) })
export const newGiftRequestSchema = z.strictObject({ region: adcodeSchema, ...giftFields, ...giftTexts })
export const giftRequestSchema = z.strictObject({
  ...giftFields,
  ...giftTexts,
  isPublished: z.boolean(),
  version: z.int(),
})
/** Pieces added, or, if negative, taken away from what is left. */
export const stockRequestSchema = z.strictObject({
  change: z.int().check(
    z.minimum(-10_000),
    z.maximum(10_000),
    z.refine((change) => change !== 0, { error: 'must not be 0' }),
  ),
  version: z.int(),
})
/** An uploaded picture of the same city. */
const uploadedPictureSchema = z.strictObject({ media: mediaIdSchema })
/** A JPEG, PNG or WebP of at most 200 KB, in base64: as desks send it that know no uploads. */
const wholePictureSchema = z.strictObject({
  image: z.string().check(z.minLength(1), z.maxLength(280_000)),
})
export const pictureRequestSchema = z.union([uploadedPictureSchema, wholePictureSchema])
/** As it is stored: an uploaded one, or the name of one whose bytes are apart. */
export const storedPictureRequestSchema = z.union([
  uploadedPictureSchema,
  z.strictObject({ picture: z.string() }),
])

const streakSchema = z.strictObject({
  every: z.int().check(z.minimum(2), z.maximum(366)),
  points: z.int().check(z.minimum(1), z.maximum(10_000)),
})
export const earningRuleSchema = z.strictObject({
  /** Points each time; ignored for `code`, where each batch has its own. */
  amount: z.int().check(z.minimum(0), z.maximum(10_000)),
  perDay: z.nullable(z.int().check(z.minimum(0), z.maximum(100_000))),
  perMonth: z.nullable(z.int().check(z.minimum(0), z.maximum(100_000))),
  lifetime: z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000))),
  /** First and last day in force, both included; null: open. */
  from: z.nullable(daySchema),
  until: z.nullable(daySchema),
  /** For `check-in`: every so many days in a row, so many points more. */
  streak: z.nullable(streakSchema),
})
export type EarningRule = z.infer<typeof earningRuleSchema>
export const limitsSchema = z.strictObject({
  /** Points one person can earn in a calendar month, all rules together. */
  monthlyEarning: z.int().check(z.minimum(0), z.maximum(100_000)),
  /** Points one person can spend in a calendar year. */
  yearlyRedemption: z.int().check(z.minimum(0), z.maximum(1_000_000)),
})
export type Limits = z.infer<typeof limitsSchema>
export const rulesResponseSchema = z.object({
  /** Loose: a rule that this build does not know stays among them, so that whoever saves the others does not lose it. */
  rules: z.looseRecord(
    earningRuleIdSchema,
    z.object({ ...earningRuleSchema.shape, streak: z.nullable(z.object(streakSchema.shape)) }),
  ),
  limits: z.object(limitsSchema.shape),
  version: z.int(),
})
export type RulesOfCity = z.infer<typeof rulesResponseSchema>
/** All rules of a city at once: they are read together, and judged together. */
export const rulesRequestSchema = z.strictObject({
  rules: z.record(earningRuleIdSchema, earningRuleSchema),
  limits: limitsSchema,
  version: z.int(),
})

export const batchSchema = z.object({
  id: batchIdSchema,
  region: adcodeSchema,
  label: textSchema(40),
  count: z.int(),
  used: z.int(),
  points: amountSchema,
  /** The last day a code is good. */
  until: daySchema,
  at: instantSchema,
  /** No code of it is good any more. */
  isStopped: z.boolean(),
  /** Absent of batches from before this was kept. */
  proposedBy: z.optional(personIdSchema),
  approvedBy: z.optional(personIdSchema),
})
export type Batch = z.infer<typeof batchSchema>
/** Pages of 15, newest first. */
export const batchesQuerySchema = z.object({ region: adcodeSchema, cursor: z.optional(cursorSchema) })
export const batchesResponseSchema = z.object({
  batches: z.array(batchSchema),
  /** Optional: servers before 0.4 say none. */
  cursor: z.optional(z.nullable(cursorSchema)),
})
export const batchRequestSchema = z.strictObject({
  region: adcodeSchema,
  label: textSchema(40).check(noPersonalNumber()),
  count: z.int().check(z.minimum(1), z.maximum(1000)),
  points: z.int().check(z.minimum(1), z.maximum(1000)),
  until: daySchema,
})
/** The codes themselves, for printing; every look is on record. Formatted `XXXX-XXXX-XXXX`. */
export const batchCodesSchema = z.object({
  batch: batchSchema,
  codes: z.array(z.object({ code: z.string(), used: z.boolean() })),
})

/** Days for which an adjustment can be approved. */
export const adjustmentDays = 14

/** `expired`: nobody decided in time. */
export const adjustmentStates = ['proposed', 'approved', 'rejected', 'withdrawn', 'expired'] as const
export const adjustmentSchema = z.object({
  id: adjustmentIdSchema,
  region: adcodeSchema,
  person: personIdSchema,
  points: pointsSchema,
  text: z.string(),
  state: openEnum(adjustmentStates),
  proposedBy: personIdSchema,
  proposedAt: instantSchema,
  /** Until when it can be approved. Optional: servers before 0.4 say nothing. */
  until: z.optional(instantSchema),
  decidedBy: z.nullable(personIdSchema),
  decidedAt: z.nullable(instantSchema),
})
export type Adjustment = z.infer<typeof adjustmentSchema>
/** As it is kept: whatever is written is known. */
export const storedAdjustmentSchema = z.extend(adjustmentSchema, { state: z.enum(adjustmentStates) })
/** Pages of 15, newest first; with `waiting` those alone that wait, and its cursors lead on among them. */
export const adjustmentsQuerySchema = z.object({
  region: adcodeSchema,
  cursor: z.optional(cursorSchema),
  state: z.optional(z.enum(['waiting'])),
})
export const adjustmentsResponseSchema = z.object({
  adjustments: z.array(adjustmentSchema),
  /** How many wait in the city, on this page or not. Optional, like the cursor: servers before 0.4 say neither. */
  open: z.optional(z.int()),
  cursor: z.optional(z.nullable(cursorSchema)),
})
export const adjustmentRequestSchema = z.strictObject({
  region: adcodeSchema,
  person: personIdSchema,
  /** Not 0. */
  points: z.int().check(
    z.minimum(-100_000),
    z.maximum(100_000),
    z.refine((points) => points !== 0, { error: 'must not be 0' }),
  ),
  text: textSchema(200).check(noPersonalNumber()),
})
export const decisionRequestSchema = z.strictObject({ approve: z.boolean() })

type LedgerWays = Partial<Record<'order' | 'person' | 'region', string>>
const isOneWay = ({ order, person, region }: LedgerWays): boolean =>
  order === undefined ? person !== undefined && region !== undefined : (person ?? region) === undefined
/** A person's ledger, found by the number of one of their orders; or, of whoever has none, by person and city. */
export const ledgerQuerySchema = z
  .object({
    order: z.optional(orderIdSchema),
    person: z.optional(personIdSchema),
    region: z.optional(adcodeSchema),
    cursor: z.optional(cursorSchema),
  })
  .check(
    z.refine(isOneWay, {
      path: ['order'],
      error: 'must be given alone, or else person and region, both of them',
    }),
  )
export const ledgerResponseSchema = z.object({
  person: personIdSchema,
  region: adcodeSchema,
  isClosed: z.boolean(),
  balance: amountSchema,
  /** The one it was found by; of one found by person, their last; null while they have none. */
  order: z.nullable(orderSchema),
  entries: z.array(entrySchema),
  cursor: z.nullable(cursorSchema),
})

/** Somebody who earns much faster than people do. */
export const outlierSchema = z.object({
  person: personIdSchema,
  /** Earned in the month so far, and how often. */
  points: amountSchema,
  entries: z.int(),
  /** An order of theirs to search by; null while they have none. */
  order: z.nullable(orderIdSchema),
  lastAt: instantSchema,
})
export type Outlier = z.infer<typeof outlierSchema>
const monthSchema = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
export const monthQuerySchema = z.object({ region: adcodeSchema, month: monthSchema })
export const outliersResponseSchema = z.object({ outliers: z.array(outlierSchema) })
