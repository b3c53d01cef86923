/** What the media API promises: an editor uploads a file, and another person decides whether the public may see it. */
import { mediaIdSchema } from '../shared/blocks/block'
import { renditionSchema } from '../shared/blocks/shown'
import {
  adcodeSchema,
  cursorSchema,
  instantSchema,
  manyLines,
  noPersonalNumber,
  oneLine,
  personIdSchema,
} from '../shared/contract'
import { listOfKnown, openEnum, orAbsent, orNull } from '../shared/tolerant'
import * as z from '../shared/zod'
import { checkStands } from './contract/checks'
import { mostUploadBytes, uploadTypeSchema } from './contract/fields'
import { kindOfType, mostBytesOf } from './contract/kinds'

export * from './contract/codes'
export { ofMediaSchema } from './contract/fields'

/**
 * `waiting`: for the file, at most a day. `ready`: checked, with its renditions; waits for a second person. `approved`: anybody may see
 * it. `refused`: nobody will, by a person's decision or by WeChat's (`check` is `risky`). `removed`: nobody used it for a long time.
 */
export const mediaStates = ['waiting', 'ready', 'approved', 'refused', 'removed'] as const
export type MediaState = (typeof mediaStates)[number]

const wordsSchema = z.string().check(z.minLength(1), z.maxLength(300), noPersonalNumber())

/** Whose texts or gifts a file is for: whoever uploads it and whoever decides about it holds this power. */
export const mediaPowers = ['publish', 'gifts'] as const
export type MediaPower = (typeof mediaPowers)[number]
const powerSchema = z._default(z.enum(mediaPowers), 'publish')

/** Characters of what is said in a recording or a film. */
export const mostSpoken = 10_000

/**
 * `description`: what is to be seen or heard, for whoever looks at it before it is approved. `words`: all that is said in it, for them to
 * read along.
 */
const uploadShape = {
  region: adcodeSchema,
  power: powerSchema,
  type: uploadTypeSchema,
  description: z.optional(wordsSchema.check(oneLine)),
  words: z.optional(z.string().check(z.minLength(1), z.maxLength(mostSpoken), manyLines, noPersonalNumber())),
}

/** `bytes`: of the file, exactly. */
export const uploadRequestSchema = z.strictObject({
  ...uploadShape,
  bytes: z.int().check(z.minimum(1), z.maximum(mostUploadBytes)),
})

/** `src` of its renditions: signed addresses that last ten minutes, or, once it is approved, paths that never change. */
export const mediaSchema = z.object({
  id: mediaIdSchema,
  region: adcodeSchema,
  /** Absent of servers that knew one power alone: `publish`. */
  power: orAbsent(z.enum(mediaPowers)),
  state: openEnum(mediaStates),
  type: z.string(),
  bytes: z.int(),
  /** Absent where whoever uploaded it said none. */
  description: orAbsent(z.string()),
  /** As of the request, of a file that is shown alone and is not decided long ago. */
  words: orAbsent(z.string()),
  /** What uses it by now, of a file that is shown alone: by its domain, the id of an entry of the exhibition or of a gift. */
  usedBy: orAbsent(listOfKnown(z.object({ domain: z.string(), subject: z.string() }))),
  by: personIdSchema,
  at: instantSchema,
  /** Pixels as it is seen, turned as the camera says; null while it waits for the file. */
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  /** How long it plays; null of what does not. */
  seconds: orNull(z.number()),
  /** From the narrowest to the widest; of equal width, WebP first. */
  renditions: z.array(renditionSchema),
  /** How WeChat's check stands; absent while it waits for the file. */
  check: z.optional(openEnum(checkStands)),
  /** Who decided, and when; null of what WeChat says is risky, too. `reason`: absent where nobody said. */
  decided: z.nullable(z.object({ by: personIdSchema, at: instantSchema, reason: orAbsent(z.string()) })),
})
export type Media = z.infer<typeof mediaSchema>

/** `form`: to be sent to `url` as multipart/form-data within 15 minutes, its fields in order, then the file as `file`. */
export const uploadResponseSchema = z.object({
  media: mediaSchema,
  form: z.object({ url: z.url(), fields: z.record(z.string(), z.string()) }),
})

/** As `uploadRequestSchema`, of what is too large for a form; how large it may be depends on what it is. */
export const partsRequestSchema = z
  .strictObject({
    ...uploadShape,
    bytes: z.int().check(z.minimum(mostUploadBytes + 1)),
  })
  .check(
    z.refine(({ type, bytes }) => bytes <= mostBytesOf[kindOfType(type)], {
      error: 'must not be larger than a file of its kind may be',
      path: ['bytes'],
    }),
  )

/**
 * `missing`: the parts that are not there, each to be put to its address as it is, within 15 minutes; part `number` begins at byte
 * (`number` - 1) × `partBytes`. Once none is missing the upload can be finished.
 */
export const partsResponseSchema = z.object({
  media: mediaSchema,
  partBytes: z.int(),
  missing: z.array(z.object({ number: z.int(), bytes: z.int(), url: z.url() })),
})
export type PartsResponse = z.infer<typeof partsResponseSchema>

/** `reason`: whoever refuses says why. */
export const decisionRequestSchema = z
  .strictObject({ approve: z.boolean(), reason: z.optional(wordsSchema.check(manyLines)) })
  .check(
    z.refine(({ approve, reason }) => approve || reason !== undefined, {
      error: 'must say why it is refused',
      path: ['reason'],
    }),
  )

/** Files that are shown at once: of a page of a text. */
export const mostShownMedia = 20
export const mediaListRequestSchema = z.strictObject({
  region: adcodeSchema,
  ids: z.array(mediaIdSchema).check(z.maxLength(mostShownMedia)),
})
/** In no order; those that are not of the city, or are gone, are not among them. */
export const mediaListResponseSchema = z.object({ media: listOfKnown(mediaSchema) })

/** Pages of 15, newest first: what was decided in the last 30 days about files of one power. */
export const decidedMediaQuerySchema = z.object({
  region: adcodeSchema,
  power: z.enum(mediaPowers),
  cursor: z.optional(cursorSchema),
})
export const decidedMediaSchema = z.object({
  id: mediaIdSchema,
  state: openEnum(['approved', 'refused']),
  type: z.string(),
  description: orAbsent(z.string()),
  by: personIdSchema,
  at: instantSchema,
  /** Null of what WeChat says is risky. */
  decidedBy: z.nullable(personIdSchema),
  decidedAt: instantSchema,
})
export type DecidedMedia = z.infer<typeof decidedMediaSchema>
export const decidedMediaResponseSchema = z.object({
  decided: listOfKnown(decidedMediaSchema),
  cursor: z.nullable(cursorSchema),
})
