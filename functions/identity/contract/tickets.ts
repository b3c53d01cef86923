/** A desktop that a phone lets in, and what a desktop asks its phone to confirm. */
import { roleKindSchema } from '../../shared/access/access'
import { openUnion } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { powerSchema, powers } from './held-roles'
import { personNoSchema } from './person-no'
import { deviceSchema, sessionResponseSchema } from './sessions'

/** A login on a desktop: it shows `id` as a QR code and the digits, a phone that is logged in types them, `secret` collects it. */
export const ticketIdSchema = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{20}$/))
export const ticketDigitsSchema = z.string().check(z.regex(/^\d{4}$/))
export const ticketResponseSchema = z.object({
  id: ticketIdSchema,
  secret: z.string(),
  /** Four digits that the phone's person has to type: whoever does not see this screen lets nobody in. */
  digits: ticketDigitsSchema,
  /** The same, for pages from before 0.4. */
  pair: z.string(),
  /** Seconds. */
  expiresIn: z.int(),
})
export type TicketResponse = z.infer<typeof ticketResponseSchema>

/**
 * What a logged-in desktop asks the phone to approve: fixed words, numbers of people and figures only, so that nobody can put a
 * sentence of their own on the screen of another person.
 */
export const ticketPurposeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('grant'),
    role: roleKindSchema,
    powers: z.optional(z.array(powerSchema).check(z.minLength(1), z.maxLength(powers.length))),
    no: personNoSchema,
  }),
  z.strictObject({ kind: z.literal('revoke'), role: roleKindSchema, no: personNoSchema }),
  z.strictObject({ kind: z.literal('decideAdjustment'), approve: z.boolean(), points: z.int() }),
  z.strictObject({
    kind: z.literal('decideProposal'),
    approve: z.boolean(),
    operation: z.enum(['createBatch', 'changeRules', 'changeGift', 'changePicture']),
  }),
  /** Something that needs confirming, and nothing more is known of it. */
  z.strictObject({ kind: z.literal('other') }),
])
export type TicketPurpose = z.infer<typeof ticketPurposeSchema>
/** Without a purpose it is a login; with one it takes a session of the desktop's own, which the collected one replaces. */
export const ticketRequestSchema = z.strictObject({ purpose: z.optional(ticketPurposeSchema) })
/** What the phone shows before one approves: who asks, and since when. Never the digits. */
export const ticketViewSchema = z.object({
  device: deviceSchema,
  /** Where the network of the request is, as CloudFront has it; null where it does not say. */
  city: z.nullable(z.string()),
  /** Seconds since the screen asked. */
  age: z.int(),
  /** Seconds left. */
  expiresIn: z.int(),
  /** Absent: a login. One that this program does not know is `other`. */
  purpose: z.optional(openUnion(ticketPurposeSchema, { kind: 'other' })),
})
export type TicketView = z.infer<typeof ticketViewSchema>
export const approveRequestSchema = z.strictObject({ digits: ticketDigitsSchema })
export const collectRequestSchema = z.strictObject({
  secret: z.string().check(z.minLength(1), z.maxLength(128)),
})
const collectedSchema = z.discriminatedUnion('state', [
  /** `byAnother`: a phone on which somebody else is logged in than on this desktop was at it. */
  z.object({ state: z.literal('waiting'), byAnother: z.optional(z.boolean()) }),
  z.object({ state: z.literal('approved'), session: sessionResponseSchema }),
])
/** Whatever else may come: there is no session yet. */
const waiting: z.infer<typeof collectedSchema> = { state: 'waiting' }
export const collectResponseSchema = openUnion(collectedSchema, waiting)
export type CollectResponse = z.infer<typeof collectResponseSchema>
