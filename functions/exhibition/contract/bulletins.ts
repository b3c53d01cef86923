/** Bulletins as visitors read them: lists, one bulletin, and what a search finds. */
import { bulletinIdSchema } from '../../shared/blocks/block'
import { shownBlocksSchema } from '../../shared/blocks/shown'
import { adcodeSchema, cursorSchema, daySchema } from '../../shared/contract'
import { listOfKnown, openEnum, orAbsent, orNull } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { bulletinCategories } from './categories'

/** Who was honoured with what, and in which year. */
export const honourSchema = z.object({ who: z.string(), award: z.string(), year: z.int() })

export const bulletinCardSchema = z.object({
  id: z.string(),
  category: openEnum(bulletinCategories),
  title: z.string(),
  /** The day that it bears. */
  date: daySchema,
  summary: z.string(),
  /** Of the category `honour`; null for others. */
  honour: orNull(honourSchema),
})
export type BulletinCard = z.infer<typeof bulletinCardSchema>

export const bulletinParamsSchema = z.object({ region: adcodeSchema, id: bulletinIdSchema })

export const bulletinsQuerySchema = z.object({
  category: z.optional(z.enum(bulletinCategories)),
  cursor: z.optional(cursorSchema),
})
/** The newest day first. */
export const bulletinsResponseSchema = z.object({
  bulletins: listOfKnown(bulletinCardSchema),
  cursor: z.nullable(cursorSchema),
})

/** `address`: where it lies, https; of an uploaded file, which has `file`, a path on our own origin. */
export const shownAttachmentSchema = z.object({
  title: z.string(),
  address: z.string(),
  file: orAbsent(z.object({ type: z.string(), bytes: z.int() })),
})
export type ShownAttachment = z.infer<typeof shownAttachmentSchema>

export const bulletinSchema = z.object({
  region: adcodeSchema,
  ...bulletinCardSchema.shape,
  attachments: listOfKnown(shownAttachmentSchema),
  blocks: shownBlocksSchema,
})
export type Bulletin = z.infer<typeof bulletinSchema>

/** A text in its pieces; `hit`: one of the words that were looked for. */
const piecesSchema = z.array(z.object({ text: z.string(), hit: z.boolean() }))
export type Pieces = z.infer<typeof piecesSchema>

export const bulletinSearchQuerySchema = z.object({
  q: z.string().check(z.minLength(1), z.maxLength(40)),
})
export const bulletinSearchResponseSchema = z.object({
  /** How many there are; of them the best stand in `found`. */
  total: z.int(),
  found: listOfKnown(
    z.object({
      id: z.string(),
      category: openEnum(bulletinCategories),
      date: daySchema,
      title: piecesSchema,
      /** Of what follows the title, where a word stands. */
      excerpt: piecesSchema,
    }),
  ),
})
export type BulletinSearch = z.infer<typeof bulletinSearchResponseSchema>
