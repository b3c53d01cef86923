/** What may be uploaded, and what is made of it. */
import { mediaIdSchema } from '../../shared/blocks/block'
import * as z from '../../shared/zod'
import { mediaTypes } from './kinds'

/** Bytes that go up by one form: a photograph of a phone. What is larger goes up in parts. */
export const mostUploadBytes = 8 * 1024 * 1024
/** Of each part but the last: the least that S3 takes, for a weak network has to send a part again as a whole. */
export const partBytes = 5 * 1024 * 1024

export const uploadTypeSchema = z.enum(mediaTypes)
export const ofMediaSchema = z.object({ id: mediaIdSchema })

/** `name`: what follows `to` in its key, e.g. `720.webp`. Pixels, null of what is not seen, and bytes. */
export const storedRenditionSchema = z.object({
  name: z.string(),
  type: z.enum(mediaTypes),
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  bytes: z.int(),
})
export type StoredRendition = z.infer<typeof storedRenditionSchema>
