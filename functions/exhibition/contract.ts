/**
 * What the exhibition API promises to visitors, and the codes of its errors. What editors need stands in `contract/entries.ts`,
 * which the desk alone imports.
 */
export * from './contract/codes'
export { galleryKindOf, galleryKinds, gallerySlugSchema } from './contract/fields'
export * from './contract/gallery'
export { type Hall, hallSchema } from './contract/hall'
