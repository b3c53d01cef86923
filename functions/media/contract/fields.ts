/** What may be uploaded, and what is made of it. */
import { mediaIdSchema } from '../../shared/blocks/block'
import { pictureTypes } from '../../shared/picture'
import * as z from '../../shared/zod'

/** Bytes of one picture: a photograph of a phone. What is larger would have to go up in parts. */
export const mostUploadBytes = 8 * 1024 * 1024

export const uploadTypeSchema = z.enum(pictureTypes)
export const ofMediaSchema = z.object({ id: mediaIdSchema })

/** `name`: what follows `to` in its key, e.g. `720.webp`. Pixels and bytes. */
export const storedRenditionSchema = z.object({
  name: z.string(),
  type: z.enum(pictureTypes),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
})
export type StoredRendition = z.infer<typeof storedRenditionSchema>
