/** What the function of the API asks of the one that makes renditions, and what that answers. */
import * as z from '../../shared/zod'
import { storedRenditionSchema } from '../contract/fields'
import { mediaTypes } from '../contract/kinds'

/** `from`: key of the upload. `to`: what the keys of the renditions begin with. */
export const picturesRequestSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  type: z.enum(mediaTypes),
})
export type PicturesRequest = z.infer<typeof picturesRequestSchema>

export const picturesAnswerSchema = z.union([
  z.object({
    ok: z.literal(true),
    /** `forCheck`: the name of what WeChat reads among them or beside them, as it reads no WebP; empty where it reads nothing of it. */
    value: z.object({
      width: z.nullable(z.int()),
      height: z.nullable(z.int()),
      seconds: z.nullable(z.number()),
      renditions: z.array(storedRenditionSchema),
      forCheck: z.string(),
    }),
  }),
  z.object({ ok: z.literal(false), error: z.enum(['media-missing', 'media-content', 'media-codec']) }),
])
export type PicturesAnswer = z.infer<typeof picturesAnswerSchema>
