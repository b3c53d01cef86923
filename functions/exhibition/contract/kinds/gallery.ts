/** A gallery, in which exhibits stand. */
import { manyLines, oneLine } from '../../../shared/contract'
import * as z from '../../../shared/zod'
import type { GalleryKind } from '../fields'
import { inHallShape } from './in-hall'
import type { Kind } from './kind'
import { written } from './written'

export const galleryContentSchema = z.strictObject({
  kind: z.literal('gallery'),
  ...inHallShape,
  title: z.string().check(z.minLength(1), z.maxLength(40), oneLine),
  about: z.string().check(z.maxLength(600), manyLines),
  adultsOnly: z.boolean(),
})

/** A gallery that can be shown to adults alone, whatever stands in it. */
export const isForAdults = (gallery: GalleryKind): boolean => gallery === 'games'

export const galleryKind: Kind<z.infer<typeof galleryContentSchema>> = {
  cardOf: ({ gallery, position, title }) => ({ gallery, position, title }),
  nameOf: ({ gallery }) => gallery,
  textsOf: ({ title, about }) => written({ title, about }),
  // Minors see everything but the games.
  findingsIn: ({ gallery, adultsOnly }) =>
    isForAdults(gallery) && !adultsOnly ? [{ block: '', field: 'adultsOnly', code: 'adults-only' }] : [],
}
