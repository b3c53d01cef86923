/** A place as lists, cards and the detail page show it. */
import { adcodeSchema, daySchema, placeIdSchema } from '../../shared/contract'
import { listOfKnown, openEnum, openUnion, orNull } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { addedShape, addedShapeAsRead } from './added-fields'
import { doubtSchema } from './doubt'
import { latSchema, lngSchema } from './position'
import { amenitySchema, channelSchema, kindSchema, kinds, projectCategorySchema, roleSchema } from './words'

/** An amenity and the day somebody last saw it there; null where nobody has said. */
export const stockedAmenitySchema = z.object({ amenity: amenitySchema, verifiedOn: z.nullable(daySchema) })

/** What the welfare fund paid for. `amount` in whole yuan. */
export const projectSchema = z.object({
  category: projectCategorySchema,
  year: z.int().check(z.minimum(1987), z.maximum(2100)),
  amount: z.int().check(z.minimum(0)),
  purpose: z.string(),
})

/** What a list row and a card show; the catalogue carries exactly this for every place of a city. */
export const placeSummarySchema = z.object({
  id: placeIdSchema,
  kind: kindSchema,
  outletNo: z.nullable(z.string()),
  name: z.string(),
  roles: z.array(roleSchema),
  channel: z.nullable(channelSchema),
  /** Name of the district within the region, e.g. 清江浦. */
  district: z.string(),
  address: z.string(),
  /** GCJ-02 degrees. */
  lng: lngSchema,
  lat: latSchema,
  positionVerifiedOn: z.nullable(daySchema),
  phone: z.nullable(z.string()),
  ...addedShape,
  /** OpenStreetMap opening_hours text (see rules/hours.ts), special days and closures included; null is unknown. */
  hours: z.nullable(z.string()),
  amenities: z.array(stockedAmenitySchema),
  /** Empty means nobody doubts the place. */
  doubts: z.array(doubtSchema),
  project: z.nullable(projectSchema),
})

export type PlaceSummary = z.infer<typeof placeSummarySchema>

/** A place as answers show it: a role, an amenity or a doubt that the reader does not know is left out of it. */
export const answeredPlaceSchema = z.extend(placeSummarySchema, {
  /** The district in full, e.g. 清江浦区; `district` is the short name. Older servers send none. */
  districtName: z.optional(z.string()),
  roles: listOfKnown(roleSchema),
  channel: orNull(channelSchema),
  ...addedShapeAsRead,
  amenities: listOfKnown(stockedAmenitySchema),
  doubts: listOfKnown(doubtSchema),
  project: orNull(projectSchema),
})

/** Whether one can walk in, as hours, calendar and closures have it. Times are ISO 8601 UTC. */
const openingSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('open'),
    /** Null: does not close within the weeks the calendar knows (24/7). */
    until: z.nullable(z.iso.datetime()),
    /** True during a market closure: the door is open, nothing is sold. */
    salesPaused: z.boolean(),
  }),
  z.object({
    state: z.literal('closed'),
    /** Null: no opening is known. */
    opensAt: z.nullable(z.iso.datetime()),
    reason: openEnum(['hours', 'holiday', 'special-day', 'market-closure']),
    /** What the place itself says of it, e.g. 装修. */
    note: z.nullable(z.string()),
  }),
  z.object({ state: z.literal('unknown') }),
])
export const openAnswerSchema = openUnion(openingSchema, { state: 'unknown' })

export type OpenAnswer = z.infer<typeof openAnswerSchema>

export const placeResponseSchema = z.extend(answeredPlaceSchema, {
  /** In a list a place of an unknown kind is left out; a page of its own says 其他. */
  kind: openEnum(kinds),
  region: adcodeSchema,
  datum: z.literal('gcj02'),
  open: openAnswerSchema,
  demo: z.boolean(),
  updatedAt: z.iso.datetime(),
})

export type PlaceResponse = z.infer<typeof placeResponseSchema>

/** A place on a page of its own, perhaps of a kind that this build does not know. */
export type ShownPlace = Omit<PlaceSummary, 'kind'> & Pick<PlaceResponse, 'kind'>
