/** Everything held about a person. */
import { instantSchema } from '../../shared/contract'
import * as z from '../../shared/zod'
import { meSchema } from './person'
import { ownRoleChangeSchema } from './roles'
import { exportedSessionSchema } from './sessions'

/** What domains add that the page shows. */
const shownParts = {
  /** By city: account, every entry, every order, what is waited for. Shapes are those of the points API. */
  points: z.array(z.record(z.string(), z.unknown())),
  /** Reports that one asked the points for and that nobody has decided yet. From here on absent before 0.4. */
  reports: z.optional(z.array(z.record(z.string(), z.unknown()))),
  /** What one did as staff in the last three years, newest first, 500 at most, each with its `name` in words; `more`: there are older ones. */
  acts: z.optional(z.object({ list: z.array(z.record(z.string(), z.unknown())), more: z.boolean() })),
}

const ownParts = {
  at: instantSchema,
  me: meSchema,
  /** Where one is logged in. */
  sessions: z.array(exportedSessionSchema),
  /** WeChat's id of the person in this mini-program; null for someone who never logged in with it. */
  openid: z.nullable(z.string()),
  /** Of the last three years, newest first: of one's own roles, and those that one made for others; 500 of each at most. */
  roleChanges: z.optional(
    z.object({
      own: z.array(ownRoleChangeSchema),
      made: z.array(ownRoleChangeSchema),
      /** There are older ones. */
      more: z.boolean(),
    }),
  ),
}

/**
 * Everything held about a person: identity, and of each other domain what it holds. A domain that the page does not show adds its part
 * under its own name, without being named here; the file that one takes away has it.
 */
export const exportResponseSchema = z.looseObject({ ...ownParts, ...shownParts })
export type ExportResponse = z.infer<typeof exportResponseSchema>
/** What a domain adds: a part that the page shows, or others; nothing in place of what identity says. */
export type ExportPart = Partial<z.infer<z.ZodMiniObject<typeof shownParts>>> & {
  [own in keyof typeof ownParts]?: never
} & Readonly<Record<string, unknown>>
