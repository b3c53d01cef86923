/** What the function of the API asks of the one that makes renditions, and what that answers. */
import { pictureTypes } from '../../shared/picture'
import * as z from '../../shared/zod'
import { storedRenditionSchema } from '../contract/fields'

/** `from`: key of the upload. `to`: what the keys of the renditions begin with. */
export const picturesRequestSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  type: z.enum(pictureTypes),
})
export type PicturesRequest = z.infer<typeof picturesRequestSchema>

export const picturesAnswerSchema = z.union([
  z.object({
    ok: z.literal(true),
    /** `forCheck`: the name of a JPEG or PNG among them or beside them, as WeChat reads no WebP. */
    value: z.object({
      width: z.int(),
      height: z.int(),
      renditions: z.array(storedRenditionSchema),
      forCheck: z.string(),
    }),
  }),
  z.object({ ok: z.literal(false), error: z.enum(['media-missing', 'media-content']) }),
])
export type PicturesAnswer = z.infer<typeof picturesAnswerSchema>
