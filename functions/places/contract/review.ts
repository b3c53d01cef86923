/** What staff see and decide of reports. */
import { adcodeSchema, cursorSchema, instantSchema, placeIdSchema } from '../../shared/contract'
import { openEnum, orNull } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { reportFacts } from './doubt'
import { amenitySchema } from './words'

/** `{adcode}-{when, ms since 1970}-{10 characters}`. */
export const reportIdSchema = z.string().check(z.regex(/^[1-9]\d{5}-\d{13}-[0-9a-hjkmnp-tv-z]{10}$/))

/** A report that staff have not decided on. Nothing tells who sent it. */
export const openReportSchema = z.object({
  id: reportIdSchema,
  place: z.object({ id: placeIdSchema, name: z.string(), outletNo: z.nullable(z.string()) }),
  fact: openEnum(reportFacts),
  amenity: orNull(amenitySchema),
  note: z.nullable(z.string()),
  /** The beginning of the day, in China, on which it came: the time is not kept. */
  at: instantSchema,
  /** Whether its reporter is to have points if it is accepted. */
  credit: z.boolean(),
  /** Whether the place is shown as doubtful in this. */
  doubted: z.boolean(),
})

export type OpenReport = z.infer<typeof openReportSchema>

export const openReportsQuerySchema = z.object({ region: adcodeSchema, cursor: z.optional(cursorSchema) })

/** Pages of 15, oldest first; `more`: there are others behind them. */
export const openReportsResponseSchema = z.object({
  reports: z.array(openReportSchema),
  more: z.boolean(),
  /** Optional: servers before 0.4 say none. */
  cursor: z.optional(z.nullable(cursorSchema)),
})

export const reportDecisionRequestSchema = z.strictObject({
  /** True: the report was right, and its reporter has earned the points asked for. */
  accept: z.boolean(),
  /**
   * True: what the report is about is in order now, because it was put right or was right all along. The doubt goes, the
   * reports of it no longer count, and the day is noted as the one somebody looked.
   */
  settled: z.boolean(),
})

export const awardOutcomes = [
  'given',
  /** Nobody asked for points, the report was rejected, or whoever accepted it had made it. */
  'none',
  'cap-reached',
  'monthly-cap-reached',
  'rule-not-in-force',
  'account-closed',
] as const

export const reportDecisionSchema = z.object({
  id: reportIdSchema,
  accept: z.boolean(),
  settled: z.boolean(),
  at: instantSchema,
  /** What became of the points; beside `given` and `none` it is why there were none. */
  award: openEnum(awardOutcomes),
})

export type ReportDecision = z.infer<typeof reportDecisionSchema>
