/** Where something stands in the hall. */
import * as z from '../../../shared/zod'
import { galleryKinds } from '../fields'

export const inHallShape = {
  gallery: z.enum(galleryKinds),
  /** From the first to the last in the hall, or in its gallery; of equal ones, by id. */
  position: z.int().check(z.minimum(0), z.maximum(9_999)),
}
