/** The words of the welfare map: what places are, have and do. */
import * as z from '../../shared/zod'

/** What a pin is. An outlet with a love-aid plaque is one place: kind `outlet`, role `love-aid`. */
export const kinds = ['outlet', 'hall', 'project', 'shelter'] as const

/** What a place does for people beside its kind; one place can carry several. */
export const roles = [
  'love-aid',
  'warm-cabin',
  'post-station',
  'parcel-point',
  'exemplary',
  'lottery-supermarket',
] as const

/** What anyone may use there. */
export const amenities = [
  'water',
  'umbrella',
  'medical-kit',
  'microwave',
  'charging',
  'seating',
  'toilet',
  'wifi',
  'winter-coat',
  'food',
  'accessible',
] as const

/** The sort of premises an outlet sells in. */
export const channels = [
  'street',
  'mall',
  'petrol-station',
  'convenience-store',
  'supermarket',
  'restaurant',
  'housing-sales',
] as const

/** Whom a welfare project serves. */
export const projectCategories = ['elderly', 'children', 'disability', 'other'] as const

export const kindSchema = z.enum(kinds)

export const roleSchema = z.enum(roles)

export const amenitySchema = z.enum(amenities)

export const channelSchema = z.enum(channels)

export const projectCategorySchema = z.enum(projectCategories)

export type Kind = z.infer<typeof kindSchema>

export type Role = z.infer<typeof roleSchema>

export type Amenity = z.infer<typeof amenitySchema>

export type Channel = z.infer<typeof channelSchema>

export type ProjectCategory = z.infer<typeof projectCategorySchema>
