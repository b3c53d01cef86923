/** The account, its entries, and the ways to earn. */
import { adcodeSchema, cursorSchema, daySchema, instantSchema, placeIdSchema } from '../../shared/contract'
import { listOfKnown, openEnum, openUnion, orAbsent } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { adjustmentIdSchema, amountSchema, batchIdSchema, orderIdSchema, pointsSchema } from './fields'
import { waitingGiftSchema } from './gifts'

/** The ways to earn. `quiz` and `event` are awarded by other domains inside their own transactions. */
export const earningRules = ['check-in', 'visit', 'report', 'code', 'quiz', 'event'] as const
export const earningRuleIdSchema = z.enum(earningRules)
export type EarningRuleId = z.infer<typeof earningRuleIdSchema>

export const entryKinds = ['earn', 'spend', 'refund', 'expire', 'adjust'] as const
export const entryKindSchema = z.enum(entryKinds)

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
const readReasonSchema = openUnion(reasonSchema, { type: 'other' })

/** One line of the ledger; never changed, never taken away. */
export const entrySchema = z.object({
  /** 1 for the account's first entry, then one more each. */
  seq: z.int(),
  kind: openEnum(entryKinds),
  /** Signed. */
  points: pointsSchema,
  /** After this entry. */
  balance: amountSchema,
  at: instantSchema,
  reason: readReasonSchema,
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
  /** Points that run out within 31 days: what the person is warned of. Null: none. */
  expiring: z.nullable(z.object({ points: amountSchema, on: daySchema })),
  checkIn: z.object({
    doneToday: z.boolean(),
    /** Days in a row up to today, or up to yesterday while today is not done. */
    streak: z.int(),
    /** Days in a row that bring the bonus, and the bonus; null while no streak is rewarded. */
    bonus: z.nullable(z.object({ every: z.int(), points: amountSchema })),
  }),
  /** A way that this build does not know is left out: it could not be followed. */
  ways: listOfKnown(waySchema),
  earnedThisMonth: amountSchema,
  monthlyCap: amountSchema,
  redeemedThisYear: amountSchema,
  yearlyCap: amountSchema,
  /** Orders waiting to be picked up. */
  reserved: z.int(),
  /** Gifts that the person waits for; what is kept for them comes first. Optional: servers before 0.3 say nothing. */
  waiting: orAbsent(listOfKnown(waitingGiftSchema)),
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
