/**
 * What the points API promises: the account and its ledger, the ways to earn, the gifts, the orders and how they are
 * handed over, and what staff do with all of it. Points are whole numbers; they are never bought, never cash, never
 * lottery tickets and never part in a draw.
 */
import { personIdSchema } from '../identity/contract'
import { adcodeSchema, daySchema, instantSchema, manyLines, oneLine, placeIdSchema } from '../shared/contract'
import * as z from '../shared/zod'

const pointsSchema = z.int().check(z.minimum(-1_000_000), z.maximum(1_000_000))
const amountSchema = z.int().check(z.minimum(0), z.maximum(1_000_000))
const textSchema = (longest: number, lines = oneLine) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), lines)
/** Ends where there is nothing more: null. Opaque to callers. */
const cursorSchema = z.string().check(z.regex(/^[\w-]{1,200}$/))

// ---- the ledger ------------------------------------------------------------------------------------------------

/** The ways to earn. `quiz` and `event` are awarded by other domains inside their own transactions. */
export const earningRules = ['check-in', 'visit', 'report', 'code', 'quiz', 'event'] as const
export const earningRuleIdSchema = z.enum(earningRules)
export type EarningRuleId = z.infer<typeof earningRuleIdSchema>

export const entryKinds = ['earn', 'spend', 'refund', 'expire', 'adjust'] as const
export const entryKindSchema = z.enum(entryKinds)

export const orderIdSchema = z.string().check(z.regex(/^\d{6}-[0-9A-HJKMNP-TV-Z]{10}$/))
/** What belongs to a city says so in its id: `{adcode}-{10 characters}`. */
const cityThingSchema = z.string().check(z.regex(/^[1-9]\d{5}-[0-9a-hjkmnp-tv-z]{10}$/))
export const giftIdSchema = cityThingSchema
export const batchIdSchema = cityThingSchema
export const adjustmentIdSchema = cityThingSchema

/** Why an entry is there, in a form that every screen can put into words. */
export const reasonSchema = z.discriminatedUnion('type', [
  /** `streak`: days in a row with this one; `bonus`: what of the points is for the streak. */
  z.object({ type: z.literal('check-in'), streak: z.int(), bonus: z.int() }),
  z.object({ type: z.literal('visit'), place: placeIdSchema }),
  z.object({ type: z.literal('report'), place: placeIdSchema }),
  z.object({ type: z.literal('code'), batch: batchIdSchema, label: z.string() }),
  /** `subject` names the exhibit or the event in its own domain. */
  z.object({ type: z.literal('quiz'), subject: z.string(), label: z.string() }),
  z.object({ type: z.literal('event'), subject: z.string(), label: z.string() }),
  z.object({ type: z.literal('order'), order: orderIdSchema, gift: z.string() }),
  /** `lapsed`: points of the order whose lot had run out meanwhile, and which therefore did not come back. */
  z.object({ type: z.literal('cancelled'), order: orderIdSchema, gift: z.string(), lapsed: z.int() }),
  z.object({ type: z.literal('not-picked-up'), order: orderIdSchema, gift: z.string(), lapsed: z.int() }),
  /** The lot of the points earned in `year`. */
  z.object({ type: z.literal('lapsed'), year: z.int() }),
  z.object({ type: z.literal('closed') }),
  z.object({ type: z.literal('adjustment'), adjustment: adjustmentIdSchema, text: z.string() }),
])
export type Reason = z.infer<typeof reasonSchema>

/** One line of the ledger; never changed, never taken away. */
export const entrySchema = z.object({
  /** 1 for the account's first entry, then one more each. */
  seq: z.int(),
  kind: entryKindSchema,
  /** Signed. */
  points: pointsSchema,
  /** After this entry. */
  balance: amountSchema,
  at: instantSchema,
  reason: reasonSchema,
})
export type Entry = z.infer<typeof entrySchema>

export const wayCodes = ['open', 'done-today', 'cap-reached', 'not-in-force'] as const

/** A way to earn, as it stands for this person today. Caps are in points; null is no cap. */
export const waySchema = z.object({
  rule: earningRuleIdSchema,
  /** Points each time; null where each code says its own. */
  amount: z.nullable(amountSchema),
  today: amountSchema,
  perDay: z.nullable(amountSchema),
  thisMonth: amountSchema,
  perMonth: z.nullable(amountSchema),
  state: z.enum(wayCodes),
})

export const accountSchema = z.object({
  region: adcodeSchema,
  /** What can be spent now. */
  balance: amountSchema,
  /** Lots in the order in which they run out; `on` is the last day they can be spent. Spending takes the oldest first. */
  lots: z.array(z.object({ points: amountSchema, on: daySchema })),
  /** Points that run out within 31 days: what the person is to be told. Null: none. */
  expiring: z.nullable(z.object({ points: amountSchema, on: daySchema })),
  checkIn: z.object({
    doneToday: z.boolean(),
    /** Days in a row up to today, or up to yesterday while today is not done. */
    streak: z.int(),
    /** Days in a row that bring the bonus, and the bonus; null while no streak is rewarded. */
    bonus: z.nullable(z.object({ every: z.int(), points: amountSchema })),
  }),
  ways: z.array(waySchema),
  earnedThisMonth: amountSchema,
  monthlyCap: amountSchema,
  redeemedThisYear: amountSchema,
  yearlyCap: amountSchema,
  /** Orders waiting to be picked up. */
  reserved: z.int(),
})
export type Account = z.infer<typeof accountSchema>

export const ofRegionSchema = z.object({ region: adcodeSchema })
export const entriesQuerySchema = z.object({ region: adcodeSchema, cursor: z.optional(cursorSchema) })
/** Newest first, 30 a page. */
export const entriesResponseSchema = z.object({
  entries: z.array(entrySchema),
  cursor: z.nullable(cursorSchema),
})

export const checkInRequestSchema = z.strictObject({ region: adcodeSchema })
/** Eight digits of a counter, or of an order; the QR codes carry them, see `rules/rolling-code.ts`. */
export const digitsSchema = z.string().check(z.regex(/^\d{8}$/))
export const visitRequestSchema = z.strictObject({ place: placeIdSchema, digits: digitsSchema })
/** Twelve characters of Crockford's base 32; hyphens, blanks and small letters are forgiven, O reads as 0, I and L as 1. */
export const codeRequestSchema = z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(40)) })

export const earnedSchema = z.object({
  /** The entry that was written, or the one of the first time. */
  entry: entrySchema,
  /** Which city's account. */
  region: adcodeSchema,
  /** True: it had been done before, and nothing was added. */
  repeated: z.boolean(),
})
export type Earned = z.infer<typeof earnedSchema>

// ---- gifts and orders ------------------------------------------------------------------------------------------

export const giftCategories = ['charity-goods', 'service', 'coupon'] as const
export const giftCategorySchema = z.enum(giftCategories)
export type GiftCategory = z.infer<typeof giftCategorySchema>

const giftFields = {
  name: textSchema(40),
  category: giftCategorySchema,
  about: textSchema(500, manyLines),
  price: z.int().check(z.minimum(1), z.maximum(100_000)),
  /** How many one person may have, ever; cancelled and expired ones do not count. Null: no limit. */
  perPerson: z.nullable(z.int().check(z.minimum(1), z.maximum(100))),
  onSaleFrom: z.nullable(instantSchema),
  onSaleUntil: z.nullable(instantSchema),
  /** Where it can be picked up. */
  outlets: z.array(placeIdSchema).check(z.minLength(1), z.maxLength(200)),
}
export const giftSchema = z.object({
  id: giftIdSchema,
  region: adcodeSchema,
  ...giftFields,
  /** Path of the picture under the API's origin; null while there is none. Its content never changes under one path. */
  picture: z.nullable(z.string()),
  /** Pieces that can be ordered now, at most a few seconds old. */
  left: z.int(),
  /** `sold-out`: one may ask to be told in turn. */
  state: z.enum(['on-sale', 'sold-out', 'not-yet', 'ended']),
  demo: z.boolean(),
})
export type Gift = z.infer<typeof giftSchema>
/** On sale, sold out or not yet: what has ended is left out. */
export const giftsResponseSchema = z.object({ gifts: z.array(giftSchema) })

/** What the person has to do with a gift, asked for apart because the gift itself is the same for everyone. */
export const waitingSchema = z.object({
  state: z.enum(['none', 'waiting', 'offered']),
  /** How many asked before; 0 is next. Only while waiting. */
  ahead: z.nullable(z.int()),
  /** Until when the piece is kept for this person. Only while offered. */
  until: z.nullable(instantSchema),
})
export type Waiting = z.infer<typeof waitingSchema>

export const orderRequestSchema = z.strictObject({
  gift: giftIdSchema,
  outlet: placeIdSchema,
  /** What was agreed to: refused if the price is another by now. Absent takes it as it is. */
  points: z.optional(amountSchema),
})

export type OrderRequest = z.infer<typeof orderRequestSchema>

export const orderStates = ['reserved', 'picked-up', 'cancelled', 'expired'] as const
export const orderStateSchema = z.enum(orderStates)
export type OrderState = z.infer<typeof orderStateSchema>

export const orderSchema = z.object({
  id: orderIdSchema,
  region: adcodeSchema,
  /** As it was when ordered. */
  gift: z.object({
    id: giftIdSchema,
    name: z.string(),
    category: giftCategorySchema,
    picture: z.nullable(z.string()),
  }),
  points: amountSchema,
  outlet: placeIdSchema,
  state: orderStateSchema,
  reservedAt: instantSchema,
  /** The last day it can be picked up. */
  pickUpBy: daySchema,
  /** When it was picked up, cancelled or expired; null while reserved. */
  endedAt: z.nullable(instantSchema),
  /** Points that would not come back if it were cancelled now, because their lot has run out. 0 for an ended order. */
  wouldLapse: amountSchema,
})
export type Order = z.infer<typeof orderSchema>
export const ordersResponseSchema = z.object({
  orders: z.array(orderSchema),
  cursor: z.nullable(cursorSchema),
})

/** What the phone needs to show a code that changes every 30 seconds, without a network, for one day. */
export const pickupCodeSchema = z.object({
  order: orderIdSchema,
  /** The day in China for which it is good. */
  day: daySchema,
  /** Base64url; the code of each 30 seconds is made of it, see `rules/rolling-code.ts`. */
  key: z.string(),
  /** The order's number at its outlet for the day: the first four of the eight digits. */
  slot: z.string().check(z.regex(/^\d{4}$/)),
  /** The server's clock, by which the phone sets its own: ISO 8601. */
  now: instantSchema,
})
export type PickupCode = z.infer<typeof pickupCodeSchema>

// ---- outlets ---------------------------------------------------------------------------------------------------

export const counterCodeSchema = z.object({
  place: placeIdSchema,
  day: daySchema,
  key: z.string(),
  now: instantSchema,
})
export type CounterCode = z.infer<typeof counterCodeSchema>

/**
 * What the outlet's staff sees before handing over. Nothing tells who the person is. Where it cannot be handed over,
 * the problem's `about` says more: `at` when it was picked up, cancelled or expired (`order-picked-up`,
 * `order-cancelled`, `order-expired`), `place` where it belongs (`not-picked-up-here`).
 */
export const pickupCheckRequestSchema = z.strictObject({ place: placeIdSchema, digits: digitsSchema })
export const pickupCheckSchema = z.object({ order: orderSchema, ticket: z.string(), expiresIn: z.int() })
export const pickupRequestSchema = z.strictObject({
  place: placeIdSchema,
  ticket: z.string().check(z.minLength(1), z.maxLength(2048)),
})
export const handoverSchema = z.object({
  order: orderIdSchema,
  gift: orderSchema.shape.gift,
  points: amountSchema,
  at: instantSchema,
})
export type Handover = z.infer<typeof handoverSchema>
export const pickupResponseSchema = z.object({
  handover: handoverSchema,
  /** True: it had been handed over by this same confirmation before. */
  repeated: z.boolean(),
})
export type PickupResponse = z.infer<typeof pickupResponseSchema>
export const handoversQuerySchema = z.object({ day: z.optional(daySchema) })
export const handoversResponseSchema = z.object({ day: daySchema, handovers: z.array(handoverSchema) })

// ---- staff -----------------------------------------------------------------------------------------------------

/** A gift as staff keep it. */
export const staffGiftSchema = z.object({
  id: giftIdSchema,
  region: adcodeSchema,
  ...giftFields,
  picture: z.nullable(z.string()),
  isPublished: z.boolean(),
  /** Pieces there ever were, and of those ordered, handed over or kept for someone. */
  total: z.int(),
  taken: z.int(),
  handedOver: z.int(),
  waiting: z.int(),
  /** For `If-Match` in the body: rises with every change, so that two editors do not overwrite each other. */
  version: z.int(),
  demo: z.boolean(),
})
export type StaffGift = z.infer<typeof staffGiftSchema>
export const staffGiftsResponseSchema = z.object({ gifts: z.array(staffGiftSchema) })
export const newGiftRequestSchema = z.strictObject({ region: adcodeSchema, ...giftFields })
export const giftRequestSchema = z.strictObject({
  ...giftFields,
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
/** A JPEG, PNG or WebP of at most 200 KB, in base64. */
export const pictureRequestSchema = z.strictObject({
  image: z.string().check(z.minLength(1), z.maxLength(280_000)),
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
  streak: z.nullable(
    z.strictObject({
      every: z.int().check(z.minimum(2), z.maximum(366)),
      points: z.int().check(z.minimum(1), z.maximum(10_000)),
    }),
  ),
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
  rules: z.record(earningRuleIdSchema, earningRuleSchema),
  limits: limitsSchema,
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
})
export type Batch = z.infer<typeof batchSchema>
export const batchesResponseSchema = z.object({ batches: z.array(batchSchema) })
export const batchRequestSchema = z.strictObject({
  region: adcodeSchema,
  label: textSchema(40),
  count: z.int().check(z.minimum(1), z.maximum(1000)),
  points: z.int().check(z.minimum(1), z.maximum(1000)),
  until: daySchema,
})
/** The codes themselves, for printing; every look is on record. Formatted `XXXX-XXXX-XXXX`. */
export const batchCodesSchema = z.object({
  batch: batchSchema,
  codes: z.array(z.object({ code: z.string(), used: z.boolean() })),
})

export const adjustmentStates = ['proposed', 'approved', 'rejected'] as const
export const adjustmentSchema = z.object({
  id: adjustmentIdSchema,
  region: adcodeSchema,
  person: personIdSchema,
  points: pointsSchema,
  text: z.string(),
  state: z.enum(adjustmentStates),
  proposedBy: personIdSchema,
  proposedAt: instantSchema,
  decidedBy: z.nullable(personIdSchema),
  decidedAt: z.nullable(instantSchema),
})
export type Adjustment = z.infer<typeof adjustmentSchema>
export const adjustmentsResponseSchema = z.object({ adjustments: z.array(adjustmentSchema) })
export const adjustmentRequestSchema = z.strictObject({
  region: adcodeSchema,
  person: personIdSchema,
  /** Not 0. */
  points: z.int().check(
    z.minimum(-100_000),
    z.maximum(100_000),
    z.refine((points) => points !== 0, { error: 'must not be 0' }),
  ),
  text: textSchema(200),
})
export const decisionRequestSchema = z.strictObject({ approve: z.boolean() })

/** A person's ledger, found by the number of one of their orders. */
export const ledgerQuerySchema = z.object({
  order: orderIdSchema,
  cursor: z.optional(cursorSchema),
})
export const ledgerResponseSchema = z.object({
  person: personIdSchema,
  region: adcodeSchema,
  isClosed: z.boolean(),
  balance: amountSchema,
  order: orderSchema,
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

export const auditActions = [
  'gift-created',
  'gift-changed',
  'picture-changed',
  'stock-changed',
  'rules-changed',
  'batch-created',
  'batch-stopped',
  'codes-read',
  'adjustment-proposed',
  'adjustment-approved',
  'adjustment-rejected',
  'ledger-read',
] as const
/** What somebody of the staff did, written in the same transaction as the deed. */
export const auditSchema = z.object({
  at: instantSchema,
  by: personIdSchema,
  action: z.enum(auditActions),
  /** Id of what it was done to. */
  subject: z.string(),
  /** What changed, by field: before and after, as text. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
export type Audit = z.infer<typeof auditSchema>
export const auditQuerySchema = z.object({
  region: adcodeSchema,
  month: monthSchema,
  cursor: z.optional(cursorSchema),
})
export const auditResponseSchema = z.object({ audit: z.array(auditSchema), cursor: z.nullable(cursorSchema) })

// ---- errors and paths ------------------------------------------------------------------------------------------

export const pointsCodes = [
  'unknown-gift',
  'unknown-order',
  'unknown-batch',
  'unknown-adjustment',
  'unknown-outlet',
  'idempotency-key-missing',
  'idempotency-key-stale',
  'idempotency-key-reused',
  'account-closed',
  'account-busy',
  'rule-not-in-force',
  'cap-reached',
  'monthly-cap-reached',
  'yearly-cap-reached',
  'own-outlet',
  'code-wrong',
  'code-used',
  'code-expired',
  'too-many-tries',
  'points-short',
  'sold-out',
  'not-on-sale',
  'price-changed',
  'person-limit-reached',
  'not-picked-up-here',
  'order-ended',
  'order-picked-up',
  'order-cancelled',
  'order-expired',
  'pickup-code-wrong',
  'pickup-ticket-old',
  'not-sold-out',
  'edited-meanwhile',
  'stock-taken',
  'picture-unfit',
  'adjustment-decided',
  'own-adjustment',
] as const
export type PointsCode = (typeof pointsCodes)[number]

export const pointsPaths = {
  account: '/api/points/account',
  entries: '/api/points/entries',
  checkIns: '/api/points/check-ins',
  visits: '/api/points/visits',
  codes: '/api/points/codes',
  gifts: '/api/gifts',
  gift: '/api/gifts/:id',
  giftPicture: '/api/gifts/:id/pictures/:hash',
  giftWaiting: '/api/gifts/:id/waiting',
  orders: '/api/orders',
  order: '/api/orders/:id',
  cancel: '/api/orders/:id/cancel',
  pickupCode: '/api/orders/:id/pickup-code',
  pickups: '/api/pickups',
  pickupChecks: '/api/pickups/checks',
  counterCode: '/api/outlets/:place/counter-code',
  handovers: '/api/outlets/:place/handovers',
  staffGifts: '/api/staff/gifts',
  staffGift: '/api/staff/gifts/:id',
  staffStock: '/api/staff/gifts/:id/stock',
  staffPicture: '/api/staff/gifts/:id/picture',
  staffRules: '/api/staff/rules/:region',
  staffBatches: '/api/staff/code-batches',
  staffBatchCodes: '/api/staff/code-batches/:id/codes',
  staffBatchStop: '/api/staff/code-batches/:id/stop',
  staffAdjustments: '/api/staff/adjustments',
  staffAdjustment: '/api/staff/adjustments/:id/decision',
  staffLedger: '/api/staff/ledger',
  staffOutliers: '/api/staff/outliers',
  staffAudit: '/api/staff/audit',
} as const
