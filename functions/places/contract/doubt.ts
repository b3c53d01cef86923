/** What passers-by say is wrong with a place. */
import { daySchema } from '../../shared/contract'
import * as z from '../../shared/zod'
import { amenitySchema } from './words'

/** What a passer-by can say is wrong with a place. */
export const reportFacts = ['locked', 'moved', 'gone', 'wrong-hours', 'out-of-stock'] as const

export const reportFactSchema = z.enum(reportFacts)

export type ReportFact = z.infer<typeof reportFactSchema>

/** A fact that three independent passers-by reported and nobody has confirmed since. */
export const doubtSchema = z.object({
  fact: reportFactSchema,
  /** What ran out; only with `out-of-stock`, and absent where the reporters did not say. */
  amenity: z.optional(amenitySchema),
  since: daySchema,
})

export type Doubt = z.infer<typeof doubtSchema>
