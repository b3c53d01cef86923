/** What the media API promises: an editor uploads a picture, and another person decides whether the public may see it. */
import { mediaIdSchema } from '../shared/blocks/block'
import { renditionSchema } from '../shared/blocks/shown'
import { adcodeSchema, instantSchema, personIdSchema } from '../shared/contract'
import { openEnum } from '../shared/tolerant'
import * as z from '../shared/zod'
import { mostUploadBytes, uploadTypeSchema } from './contract/fields'

export * from './contract/codes'
export { ofMediaSchema } from './contract/fields'

/**
 * `waiting`: for the file, at most a day. `ready`: checked, with its renditions; waits for a second person. `approved`: anybody may see
 * it. `refused`: nobody will.
 */
export const mediaStates = ['waiting', 'ready', 'approved', 'refused'] as const
export type MediaState = (typeof mediaStates)[number]

/** `bytes`: of the file, exactly. */
export const uploadRequestSchema = z.strictObject({
  region: adcodeSchema,
  type: uploadTypeSchema,
  bytes: z.int().check(z.minimum(1), z.maximum(mostUploadBytes)),
})

/** `src` of its renditions: signed addresses that last ten minutes, or, once it is approved, paths that never change. */
export const mediaSchema = z.object({
  id: mediaIdSchema,
  region: adcodeSchema,
  state: openEnum(mediaStates),
  type: z.string(),
  bytes: z.int(),
  by: personIdSchema,
  at: instantSchema,
  /** Pixels as it is seen, turned as the camera says; null while it waits for the file. */
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  /** From the narrowest to the widest; of equal width, WebP first. */
  renditions: z.array(renditionSchema),
  /** Who decided, and when. */
  decided: z.nullable(z.object({ by: personIdSchema, at: instantSchema })),
})
export type Media = z.infer<typeof mediaSchema>

/** `form`: to be sent to `url` as multipart/form-data within 15 minutes, its fields in order, then the file as `file`. */
export const uploadResponseSchema = z.object({
  media: mediaSchema,
  form: z.object({ url: z.url(), fields: z.record(z.string(), z.string()) }),
})

export const decisionRequestSchema = z.strictObject({ approve: z.boolean() })
