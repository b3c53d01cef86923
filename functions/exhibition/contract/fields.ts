/** Ids and names of the exhibition. */
import { type Other, openEnum } from '../../shared/tolerant'
import * as z from '../../shared/zod'

/** The galleries that staff can set up; a later server may know more. */
export const galleryKinds = ['history', 'games', 'footprints', 'stories', 'stations', 'rational'] as const
export type GalleryKind = (typeof galleryKinds)[number]

/** Name of a gallery in addresses. A program that does not know it can still open it, and shows it by its title. */
export const gallerySlugSchema = z.string().check(z.regex(/^[a-z][a-z-]{0,29}$/))
const knownSchema = openEnum(galleryKinds)
/** `other` for a gallery that this program does not know. */
export const galleryKindOf = (gallery: string): GalleryKind | Other => z.parse(knownSchema, gallery)
