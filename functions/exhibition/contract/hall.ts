/** What visitors read: the hall of a city, and each of its galleries, as whole documents. */
import { shownBlocksSchema } from '../../shared/blocks/shown'
import { adcodeSchema } from '../../shared/contract'
import { listOfKnown } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { gallerySlugSchema } from './fields'

const exhibitTitleSchema = z.object({ id: z.string(), title: z.string() })

const galleryShape = {
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

export const gallerySchema = z.object({
  region: adcodeSchema,
  ...galleryShape,
  /** The hall's version at which this gallery changed last. */
  version: z.int(),
  exhibits: listOfKnown(z.object({ ...exhibitTitleSchema.shape, blocks: shownBlocksSchema })),
})
export type Gallery = z.infer<typeof gallerySchema>
