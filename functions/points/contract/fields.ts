/** Of what all parts of the points contract are made. */
import { oneLine } from '../../shared/contract'
import * as z from '../../shared/zod'

/** Without an upper bound: what is stored must be readable. How much an account may hold, the rules say. */
export const pointsSchema = z.int()
export const amountSchema = z.int().check(z.minimum(0))
export const textSchema = (longest: number, lines = oneLine) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), lines)

export const orderIdSchema = z.string().check(z.regex(/^\d{6}-[0-9A-HJKMNP-TV-Z]{10}$/))
/** What belongs to a city says so in its id: `{adcode}-{10 characters}`. */
const cityThingSchema = z.string().check(z.regex(/^[1-9]\d{5}-[0-9a-hjkmnp-tv-z]{10}$/))
export const giftIdSchema = cityThingSchema
export const batchIdSchema = cityThingSchema
export const adjustmentIdSchema = cityThingSchema
export const proposalIdSchema = cityThingSchema
