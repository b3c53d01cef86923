/** What waits for staff, as the desk reads it. */
import { adcodeSchema, cursorSchema, instantSchema, personIdSchema } from '../shared/contract'
import * as z from '../shared/zod'

export const taskSchema = z.object({
  /** What is to be decided, in a word of the domain that it belongs to; screens have words for those that they know. */
  kind: z.string(),
  /** Id of what is to be decided. */
  subject: z.string(),
  /** The power that it takes. */
  power: z.string(),
  /** Who made it wait; null where that is nobody's business. */
  by: z.nullable(personIdSchema),
  at: instantSchema,
  due: instantSchema,
  /** What a row of the list says of it, by the field. */
  facts: z.record(z.string(), z.string()),
})
export type Task = z.infer<typeof taskSchema>

export const tasksQuerySchema = z.object({ region: adcodeSchema, cursor: z.optional(cursorSchema) })
export const tasksResponseSchema = z.object({
  /** A page may hold fewer than others: what nobody decided in time is left out. */
  tasks: z.array(taskSchema),
  /** How many wait, by kind: with the first page alone. `more`: there are more than were counted. */
  counts: z.nullable(z.object({ byKind: z.record(z.string(), z.int()), more: z.boolean() })),
  cursor: z.nullable(cursorSchema),
})
