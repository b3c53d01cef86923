/** What waits for a second person before it is done, and what may be proposed. */

import { changeSchema } from '../../audit/contract'
import { mediaIdSchema } from '../../shared/blocks/block'
import {
  adcodeSchema,
  cursorSchema,
  instantSchema,
  noPersonalNumber,
  personIdSchema,
} from '../../shared/contract'
import { openEnum, orAbsent } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { giftIdSchema, proposalIdSchema, textSchema } from './fields'
import {
  batchRequestSchema,
  giftRequestSchema,
  pictureRequestSchema,
  rulesRequestSchema,
  storedPictureRequestSchema,
} from './staff'

const withoutPicture = [
  z.strictObject({ operation: z.literal('createBatch'), request: batchRequestSchema }),
  z.strictObject({
    operation: z.literal('changeRules'),
    region: adcodeSchema,
    request: rulesRequestSchema,
  }),
  z.strictObject({ operation: z.literal('changeGift'), gift: giftIdSchema, request: giftRequestSchema }),
] as const

/** Of the operations that take two people: `request` is the very body of the operation. */
export const proposalRequestSchema = z.discriminatedUnion('operation', [
  ...withoutPicture,
  z.strictObject({
    operation: z.literal('changePicture'),
    gift: giftIdSchema,
    request: pictureRequestSchema,
  }),
])
export type ProposalRequest = z.infer<typeof proposalRequestSchema>
/** As it is stored: of a picture its name or its id alone. */
export const storedProposalRequestSchema = z.discriminatedUnion('operation', [
  ...withoutPicture,
  z.strictObject({
    operation: z.literal('changePicture'),
    gift: giftIdSchema,
    request: storedPictureRequestSchema,
  }),
])
export type StoredProposalRequest = z.infer<typeof storedProposalRequestSchema>

/** Days for which a proposal can be approved. */
export const proposalDays = 14

/** `expired`: nobody decided in time. */
export const proposalStates = ['proposed', 'approved', 'rejected', 'withdrawn', 'expired'] as const
export const proposalSchema = z.object({
  id: proposalIdSchema,
  region: adcodeSchema,
  /** One of those that can be proposed, or of a later server's. */
  operation: z.string(),
  /** Id of what it is about: a batch, a gift, the city. */
  subject: z.string(),
  /** What that is called. */
  label: z.string(),
  /** Before and after, as text, of what would change. */
  changes: z.array(changeSchema),
  state: openEnum(proposalStates),
  proposedBy: personIdSchema,
  proposedAt: instantSchema,
  /** Until when it can be approved. */
  until: instantSchema,
  decidedBy: z.nullable(personIdSchema),
  decidedAt: z.nullable(instantSchema),
  /** The uploaded picture that people would see; absent where it is about none. */
  media: orAbsent(mediaIdSchema),
  /** Why it was refused; null where nobody said. */
  why: z.nullable(z.string()),
})
export type Proposal = z.infer<typeof proposalSchema>
/** As it is kept: whatever is written is known. */
export const storedProposalSchema = z.extend(proposalSchema, { state: z.enum(proposalStates) })
/** Pages of 15: those that wait first, then those decided in the last 30 days, each newest first. */
export const proposalsQuerySchema = z.object({ region: adcodeSchema, cursor: z.optional(cursorSchema) })
export const proposalsResponseSchema = z.object({
  proposals: z.array(proposalSchema),
  /** How many wait in the city, on this page or not. Optional, like the cursor: servers before 0.4 say neither. */
  open: z.optional(z.int()),
  cursor: z.optional(z.nullable(cursorSchema)),
})
/** The picture, sent as a whole, that a proposal would give a gift, in base64; it is shown to staff alone, as long as nobody has decided. */
export const proposalPictureSchema = z.object({ image: z.string(), mediaType: z.string() })
export const proposalDecisionRequestSchema = z.strictObject({
  approve: z.boolean(),
  /** Shown to whoever proposed. */
  why: z.optional(textSchema(200).check(noPersonalNumber())),
})
