/** What is done at an outlet’s counter. */
import { daySchema, instantSchema, placeIdSchema } from '../../shared/contract'
import * as z from '../../shared/zod'
import { amountSchema, orderIdSchema } from './fields'
import { orderSchema } from './gifts'
import { digitsSchema } from './ledger'

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
export type PickupCheck = z.infer<typeof pickupCheckSchema>
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
export type Handovers = z.infer<typeof handoversResponseSchema>
