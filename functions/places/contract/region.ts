/** Cities and their districts. */
import { adcodeSchema } from '../../shared/contract'
import { countsOfKnown, listOfKnown, orAbsent } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { bboxSchema, pointSchema } from './position'
import { kindSchema, roleSchema } from './words'

export const districtSchema = z.object({
  /** The short name, which places and phones know it by, e.g. 清江浦. */
  name: z.string(),
  /** 清江浦区. Older servers and stored documents have none. */
  fullName: z.optional(z.string()),
  adcode: z.nullable(adcodeSchema),
  bbox: bboxSchema,
  centre: pointSchema,
  count: z.int(),
})

/** The city's welfare lottery centre: how people reach it. */
export const contactSchema = z.object({
  name: z.string(),
  /** One at least, the first is called first. */
  phones: z.array(z.string()).check(z.minLength(1)),
  address: z.string(),
  /** Office hours as OpenStreetMap opening_hours text; null is unknown. */
  hours: z.nullable(z.string()),
  /** Where it is, GCJ-02; null is unknown. */
  position: z.nullable(pointSchema),
})

export type Contact = z.infer<typeof contactSchema>

export const regionSchema = z.object({
  adcode: adcodeSchema,
  name: z.string(),
  /** How the name is read, without tones, for who types it: `huai an`; `chong/zhong qing` where it can be read in two ways. */
  reading: orAbsent(z.string()),
  /** Rises by one with every write to a place of the region. */
  version: z.int(),
  bbox: bboxSchema,
  centre: pointSchema,
  /** Around every place, also those whose coordinates look mistyped, which move no `bbox`; absent where that is the same. */
  extent: orAbsent(bboxSchema),
  districts: listOfKnown(districtSchema),
  counts: z.object({
    places: z.int(),
    kinds: countsOfKnown(kindSchema),
    roles: countsOfKnown(roleSchema),
  }),
  /** True while any of its places is generated demonstration data; screens then say 演示数据. */
  demo: z.boolean(),
  /** Absent where the city has not given it. */
  contact: orAbsent(contactSchema),
})

export type District = z.infer<typeof districtSchema>

export type Region = z.infer<typeof regionSchema>

export const regionsResponseSchema = z.object({ regions: listOfKnown(regionSchema) })
