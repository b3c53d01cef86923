/** Gifts, orders, and waiting for one. */

import { shownMediaSchema } from '../../shared/blocks/shown'
import {
  adcodeSchema,
  cursorSchema,
  daySchema,
  instantSchema,
  manyLines,
  noPersonalNumber,
  placeIdSchema,
} from '../../shared/contract'
import { openEnum, orAbsent } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { amountSchema, giftIdSchema, orderIdSchema, textSchema } from './fields'

export const giftCategories = ['charity-goods', 'service', 'coupon'] as const
export const giftCategorySchema = z.enum(giftCategories)
export type GiftCategory = z.infer<typeof giftCategorySchema>

export const giftFields = {
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
/** In a request. The telephone of an outlet may stand in what a gift says of itself. */
export const giftTexts = {
  name: giftFields.name.check(noPersonalNumber()),
  about: giftFields.about.check(noPersonalNumber(['id-number', 'bank-card'])),
}
export const giftSchema = z.object({
  id: giftIdSchema,
  region: adcodeSchema,
  ...giftFields,
  category: openEnum(giftCategories),
  /** Path of the picture under our origin; null while there is none. Its content never changes under one path. */
  picture: z.nullable(z.string()),
  /** The same picture in its sizes; absent where it was given before there were any. */
  media: orAbsent(shownMediaSchema),
  /** Pieces that can be ordered, a few seconds old at most; none once the sale has ended, whatever is in store. */
  left: z.int(),
  /** `sold-out`: one may wait in turn. */
  state: openEnum(['on-sale', 'sold-out', 'not-yet', 'ended']),
  demo: z.boolean(),
})
export type Gift = z.infer<typeof giftSchema>
/** On sale, sold out or not yet: what has ended is left out. */
export const giftsResponseSchema = z.object({ gifts: z.array(giftSchema) })

/** What a list of somebody's own things shows of a gift. */
export const giftBriefSchema = z.object({
  id: giftIdSchema,
  name: z.string(),
  category: openEnum(giftCategories),
  picture: z.nullable(z.string()),
})

/** What the person has to do with a gift, asked for apart because the gift itself is the same for everyone. */
export const waitingSchema = z.object({
  state: openEnum(['none', 'waiting', 'offered']),
  /** How many asked before; 0 is next. Only while waiting. */
  ahead: z.nullable(z.int()),
  /** True: more than `ahead` did. They are counted as far as a hundred. */
  moreAhead: z.optional(z.boolean()),
  /** Until when the piece is kept for this person. Only while offered. */
  until: z.nullable(instantSchema),
})
export type Waiting = z.infer<typeof waitingSchema>

/** A gift that the person waits for, as their account names it. */
export const waitingGiftSchema = z.object({
  gift: giftBriefSchema,
  price: amountSchema,
  state: openEnum(['waiting', 'offered']),
  /** Until when a piece is kept for this person. Only while offered. */
  until: z.nullable(instantSchema),
})
export type WaitingGift = z.infer<typeof waitingGiftSchema>

export const orderRequestSchema = z.strictObject({
  gift: giftIdSchema,
  outlet: placeIdSchema,
  /** What was agreed to: refused if the price is another by now. Absent takes it as it is. */
  points: z.optional(amountSchema),
})

export type OrderRequest = z.infer<typeof orderRequestSchema>

/** Days after the one it was ordered on, on which an order can be picked up. */
export const pickUpDays = 14

export const orderStates = ['reserved', 'picked-up', 'cancelled', 'expired'] as const
export const orderStateSchema = z.enum(orderStates)
export type OrderState = z.infer<typeof orderStateSchema>

export const orderSchema = z.object({
  id: orderIdSchema,
  region: adcodeSchema,
  /** As it was when ordered. */
  gift: giftBriefSchema,
  points: amountSchema,
  outlet: placeIdSchema,
  state: openEnum(orderStates),
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
  /** Base64url; the code of each 30 seconds is made of it, see `shared/rolling-code.ts`. */
  key: z.string(),
  /** The order's number at its outlet for the day: the first four of the eight digits. */
  slot: z.string().check(z.regex(/^\d{4}$/)),
  /** The server's clock, by which the phone sets its own: ISO 8601. */
  now: instantSchema,
})
export type PickupCode = z.infer<typeof pickupCodeSchema>
