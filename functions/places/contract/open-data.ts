/** Queries of other clients: the nearest places, search, GeoJSON. */
import { adcodeSchema } from '../../shared/contract'
import { listOfKnown } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { answeredPlaceSchema, openAnswerSchema } from './place'
import { datumSchema, latSchema, lngSchema } from './position'
import { amenitySchema, kindSchema, roleSchema } from './words'

const list = <T extends z.ZodMiniType>(item: T) => z._default(z.array(item), [])

/** A number written in a query string; anything else than a plain decimal is refused. */
const numeric = <T extends z.ZodMiniType<number, number>>(schema: T) =>
  z.pipe(z.pipe(z.string().check(z.regex(/^-?\d{1,9}(\.\d{1,20})?$/)), z.transform(Number)), schema)

/** Calendars and clocks mean little beyond it. */
const timeSchema = z.iso
  .datetime({ offset: true })
  .check(z.refine((time) => time.startsWith('20'), { error: 'must lie in this century' }))

/** Metres: where a search for the nearest places ends, whatever it is given. */
const farthest = 200_000

export const nearbyQuerySchema = z.object({
  lng: numeric(lngSchema),
  lat: numeric(latSchema),
  limit: z._default(numeric(z.int().check(z.minimum(1), z.maximum(100))), 20),
  /** Metres. */
  radius: z._default(numeric(z.number().check(z.minimum(1), z.maximum(farthest))), farthest),
  kind: list(kindSchema),
  role: list(roleSchema),
  amenity: list(amenitySchema),
  openAt: z.optional(z.union([z.literal('now'), timeSchema])),
  /** Datum of `lng` and `lat`. */
  datum: z._default(datumSchema, 'gcj02'),
})

export const nearbyResponseSchema = z.object({
  datum: z.literal('gcj02'),
  places: listOfKnown(z.extend(answeredPlaceSchema, { distance: z.int(), open: openAnswerSchema })),
  /**
   * False: more cities than one request looks through may have a place as near, and they were left out. Older servers do not
   * tell, and left out none.
   */
  complete: z.optional(z.boolean()),
})

export const searchQuerySchema = z.object({
  q: z.string().check(z.trim(), z.minLength(1), z.maxLength(50)),
  region: adcodeSchema,
  limit: z._default(numeric(z.int().check(z.minimum(1), z.maximum(100))), 20),
})

export const searchResponseSchema = z.object({
  places: listOfKnown(z.extend(answeredPlaceSchema, { open: openAnswerSchema })),
})

export const geojsonQuerySchema = z.object({ kind: list(kindSchema), role: list(roleSchema) })
