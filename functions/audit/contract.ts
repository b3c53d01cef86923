/** What staff did, as auditors and the desk read it. */
import { adcodeSchema, cursorSchema, instantSchema, personIdSchema } from '../shared/contract'
import * as z from '../shared/zod'

/** What changed in a field: before and after, as text. */
export const changeSchema = z.object({ field: z.string(), before: z.string(), after: z.string() })
export type Change = z.infer<typeof changeSchema>

/** Who ran a command of the operator's: an id of the form of a person's, which is nobody's. */
export const operatorId = '0'.repeat(20)

/** What WeChat's check and our schedules did: an id of that form as well. */
export const systemId = 'z'.repeat(20)

export const auditRecordSchema = z.object({
  at: instantSchema,
  /** `operatorId` where it was done by the operator's command, `systemId` where nobody did it. */
  by: personIdSchema,
  /** A name that a domain declares in its `auditActions`; the screen has words for those that it knows. */
  action: z.string(),
  /** Id of what it was done to. */
  subject: z.string(),
  changes: z.array(changeSchema),
})
export type AuditRecord = z.infer<typeof auditRecordSchema>

/** `YYYY-MM`, in China. */
const monthSchema = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
export const auditQuerySchema = z.object({
  region: adcodeSchema,
  month: monthSchema,
  cursor: z.optional(cursorSchema),
})
export const auditResponseSchema = z.object({
  audit: z.array(auditRecordSchema),
  cursor: z.nullable(cursorSchema),
})

/** `{adcode}-{10 characters}`: what all pages of one export are on record under. */
export const exportIdSchema = z.string().check(z.regex(/^[1-9]\d{5}-[0-9a-hjkmnp-tv-z]{10}$/))
export const exportAuditRequestSchema = z.strictObject({
  region: adcodeSchema,
  month: monthSchema,
  /** Of the page before; absent: the export begins. */
  export: z.optional(exportIdSchema),
  cursor: z.optional(cursorSchema),
})
export const exportAuditResponseSchema = z.object({ export: exportIdSchema, ...auditResponseSchema.shape })

/** An id of any domain: of a gift, a batch, a place, an order, a city, a person. */
export const subjectSchema = z.string().check(z.regex(/^[0-9A-Za-z-]{1,60}$/))
export const historyQuerySchema = z.object({ region: adcodeSchema })
export const historyResponseSchema = z.object({
  audit: z.array(auditRecordSchema),
  /** There are older ones. */
  more: z.boolean(),
})
