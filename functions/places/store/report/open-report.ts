/** A report as staff find it: open, or decided and kept for a while. */
import * as z from '../../../shared/zod'
import { amenitySchema, awardOutcomes, reportFactSchema, reportIdSchema } from '../../contract'

/** A report that nobody decides. */
export const daysKept = 180

const decisionSchema = z.object({
  accept: z.boolean(),
  settled: z.boolean(),
  at: z.iso.datetime(),
  by: z.string(),
  award: z.enum(awardOutcomes),
})
export const openReportSchema = z.object({
  id: reportIdSchema,
  placeId: z.string(),
  fact: reportFactSchema,
  amenity: z.optional(amenitySchema),
  note: z.optional(z.string()),
  at: z.iso.datetime(),
  /** Person id; gone with the decision, or with the person. */
  creditTo: z.optional(z.string()),
  decision: z.optional(decisionSchema),
  expiresAt: z.int(),
})
export type OpenReportItem = z.infer<typeof openReportSchema>
export type Decision = z.infer<typeof decisionSchema>
