/** Special days of the whole country. */
import { daySchema } from '../../shared/contract'
import * as z from '../../shared/zod'

/** One calendar day that differs from the plain week, for the whole country. */
export const calendarDaySchema = z.object({
  date: daySchema,
  /** `holiday`: a public holiday; `workday`: a weekend worked in lieu (调休); `market-closure`: no lottery sales (休市). */
  type: z.enum(['holiday', 'workday', 'market-closure']),
  name: z.string(),
})

export type CalendarDay = z.infer<typeof calendarDaySchema>

/** Special days known for `from`..`until` (both included); outside that span every day counts as a plain one. */
export const calendarSchema = z.object({
  from: daySchema,
  until: daySchema,
  days: z.array(calendarDaySchema),
})

export type Calendar = z.infer<typeof calendarSchema>
