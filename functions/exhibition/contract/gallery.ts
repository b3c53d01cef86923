/** A gallery with all its exhibits, which visitors read as one document. */
import { shownBlocksSchema } from '../../shared/blocks/shown'
import { adcodeSchema } from '../../shared/contract'
import { listOfKnown } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { exhibitTitleSchema, galleryShape } from './hall'

export const gallerySchema = z.object({
  region: adcodeSchema,
  ...galleryShape,
  /** The hall's version at which this gallery changed last. */
  version: z.int(),
  exhibits: listOfKnown(z.object({ ...exhibitTitleSchema.shape, blocks: shownBlocksSchema })),
})
export type Gallery = z.infer<typeof gallerySchema>
