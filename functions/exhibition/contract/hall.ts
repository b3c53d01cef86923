/** The hall of a city, which visitors read as one document. What a gallery shows is gallery.ts, which the first package of WeChat need not hold. */
import { adcodeSchema } from '../../shared/contract'
import { listOfKnown } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { gallerySlugSchema } from './fields'

export const exhibitTitleSchema = z.object({ id: z.string(), title: z.string() })

export const galleryShape = {
  gallery: gallerySlugSchema,
  title: z.string(),
  /** One or a few paragraphs, parted by line breaks. */
  about: z.string(),
  /** True: not shown to minors. */
  adultsOnly: z.boolean(),
}

export const hallSchema = z.object({
  region: adcodeSchema,
  /** Rises with every publication and withdrawal in the city. */
  version: z.int(),
  /** In the order in which one walks through them, and so are their exhibits. */
  galleries: listOfKnown(z.object({ ...galleryShape, exhibits: listOfKnown(exhibitTitleSchema) })),
})
export type Hall = z.infer<typeof hallSchema>
