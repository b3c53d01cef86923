/** What may be uploaded, and what is made of it. */
import { mediaIdSchema } from '../../shared/blocks/block'
import { pictureTypes } from '../../shared/picture'
import * as z from '../../shared/zod'

/** Bytes that go up by one form: a photograph of a phone. What is larger goes up in parts. */
export const mostUploadBytes = 8 * 1024 * 1024
/** Bytes of one picture: the largest cameras of phones. */
export const mostPictureBytes = 20 * 1024 * 1024
/** Of each part but the last: the least that S3 takes, for a weak network has to send a part again as a whole. */
export const partBytes = 5 * 1024 * 1024

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
