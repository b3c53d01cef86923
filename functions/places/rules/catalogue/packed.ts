/** The form of a packed catalogue, checked before anything is read of it: see catalogue.ts. */
import { daySchema } from '../../../shared/contract'
import { listOfKnown, orNull } from '../../../shared/tolerant'
import * as z from '../../../shared/zod'
import {
  amenitySchema,
  calendarDaySchema,
  calendarSchema,
  channelSchema,
  doubtSchema,
  kindSchema,
  projectCategorySchema,
  projectSchema,
  regionSchema,
  roleSchema,
} from '../../contract'
import { optionalColumnsSchema } from './optional'

const tableOf = <T extends z.ZodMiniType>(item: T) => z.object({ table: z.array(item), codes: z.string() })
const beginningSchema = z.tuple([z.string(), z.int().check(z.minimum(0), z.maximum(8))])

/** Of these, `contact` is optional: what a later build adds must be so too. */
export const headMask = { adcode: true, name: true, version: true, demo: true, contact: true } as const

/** A kind of project that this build does not know is one of the others. */
const knownProjectSchema = z.extend(projectSchema, { category: z.catch(projectCategorySchema, 'other') })

/**
 * What travels. A string is a whole column: the phone checks some thirty values instead of a hundred thousand. Words that
 * a later server may know are null here, and each costs itself alone: a place of an unknown kind, a role, an amenity.
 */
export const packedCatalogueSchema = z.object({
  format: z.literal(2),
  /** `figures`: null where they are what the places add up to, as they mostly are. */
  region: z.extend(z.pick(regionSchema, headMask), { figures: orNull(z.omit(regionSchema, headMask)) }),
  calendar: z.extend(calendarSchema, { days: listOfKnown(calendarDaySchema) }),
  count: z.int().check(z.minimum(0)),
  kinds: tableOf(orNull(kindSchema)),
  roles: tableOf(listOfKnown(roleSchema)),
  channels: tableOf(orNull(channelSchema)),
  districts: tableOf(z.string()),
  hours: tableOf(z.nullable(z.string())),
  /** An unknown one keeps its position in the list, for the dates are counted by it. */
  amenities: tableOf(z.array(orNull(amenitySchema))),
  steps: z.string(),
  numbering: z.object({
    lowest: z.int(),
    codes: z.string(),
    spelled: z.array(z.string()),
    ids: z.array(z.string()),
  }),
  wording: z.object({ characters: z.string(), texts: z.string(), numbers: z.string() }),
  pinyin: z.object({ syllables: z.string(), others: z.record(z.string(), z.string()) }),
  phones: z.extend(tableOf(z.nullable(beginningSchema)), { digits: z.string() }),
  dates: z.object({ latest: daySchema, visits: z.string(), facts: z.string() }),
  /** Few places have these: each with the place's position in the columns. */
  projects: listOfKnown(z.tuple([z.int(), knownProjectSchema])),
  doubts: z.array(z.tuple([z.int(), listOfKnown(doubtSchema)])),
  optional: optionalColumnsSchema,
})
export type PackedCatalogue = z.infer<typeof packedCatalogueSchema>
