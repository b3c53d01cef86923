/**
 * What the places API promises: the words of the welfare map, the shapes of its answers, its errors
 * and its paths. The mini-program imports this file; nothing here may import anything but contracts.
 */
import {
  adcodeSchema,
  cursorSchema,
  daySchema,
  instantSchema,
  isPersonalNumber,
  manyLines,
  placeIdSchema,
} from '../shared/contract'
import { personalNumberIn } from '../shared/personal-numbers'
import { countsOfKnown, listOfKnown, orAbsent, orNull } from '../shared/tolerant'
import * as z from '../shared/zod'

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
/** What a passer-by can say is wrong with a place. */
export const reportFacts = ['locked', 'moved', 'gone', 'wrong-hours', 'out-of-stock'] as const
/** Coordinate systems an import or a query may be in. Everything stored and answered as JSON is GCJ-02. */
export const datums = ['gcj02', 'wgs84', 'bd09'] as const

export const kindSchema = z.enum(kinds)
export const roleSchema = z.enum(roles)
export const amenitySchema = z.enum(amenities)
export const channelSchema = z.enum(channels)
export const projectCategorySchema = z.enum(projectCategories)
export const reportFactSchema = z.enum(reportFacts)
export const datumSchema = z.enum(datums)

export type Kind = z.infer<typeof kindSchema>
export type Role = z.infer<typeof roleSchema>
export type Amenity = z.infer<typeof amenitySchema>
export type Channel = z.infer<typeof channelSchema>
export type ProjectCategory = z.infer<typeof projectCategorySchema>
export type ReportFact = z.infer<typeof reportFactSchema>
export type Datum = z.infer<typeof datumSchema>

export const lngSchema = z.number().check(z.minimum(-180), z.maximum(180))
export const latSchema = z.number().check(z.minimum(-90), z.maximum(90))

/** An amenity and the day somebody last saw it there; null where nobody has said. */
export const stockedAmenitySchema = z.object({ amenity: amenitySchema, verifiedOn: z.nullable(daySchema) })

/** What the welfare fund paid for. `amount` in whole yuan. */
export const projectSchema = z.object({
  category: projectCategorySchema,
  year: z.int().check(z.minimum(1987), z.maximum(2100)),
  amount: z.int().check(z.minimum(0)),
  purpose: z.string(),
})

/** A fact that three independent passers-by reported and nobody has confirmed since. */
export const doubtSchema = z.object({
  fact: reportFactSchema,
  /** What ran out; only with `out-of-stock`, and absent where the reporters did not say. */
  amenity: z.optional(amenitySchema),
  since: daySchema,
})
export type Doubt = z.infer<typeof doubtSchema>

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
  /** Further numbers, in the order to try them; absent where there are none. */
  otherPhones: z.optional(z.array(z.string())),
  /** OpenStreetMap opening_hours text (see rules/hours.ts), special days and closures included; null is unknown. */
  hours: z.nullable(z.string()),
  amenities: z.array(stockedAmenitySchema),
  /** Empty means nobody doubts the place. */
  doubts: z.array(doubtSchema),
  project: z.nullable(projectSchema),
})
export type PlaceSummary = z.infer<typeof placeSummarySchema>

/** A place as answers show it: a role, an amenity or a doubt that the reader does not know is left out of it. */
const answeredPlaceSchema = z.extend(placeSummarySchema, {
  /** The district in full, e.g. 清江浦区; `district` is the short name. Older servers send none. */
  districtName: z.optional(z.string()),
  roles: listOfKnown(roleSchema),
  channel: orNull(channelSchema),
  otherPhones: orAbsent(z.array(z.string())),
  amenities: listOfKnown(stockedAmenitySchema),
  doubts: listOfKnown(doubtSchema),
  project: orNull(projectSchema),
})

/** One calendar day that differs from the plain week, for the whole country. */
export const calendarDaySchema = z.object({
  date: daySchema,
  /** `holiday`: a public holiday; `workday`: a weekend worked in lieu (调休); `market-closure`: no lottery sales (休市). */
  type: z.enum(['holiday', 'workday', 'market-closure']),
  name: z.string(),
})
export type CalendarDay = z.infer<typeof calendarDaySchema>

/** Special days known for `from`..`until` (both included); outside that span every day counts as a plain one. */
export const calendarSchema = z.object({
  from: daySchema,
  until: daySchema,
  days: z.array(calendarDaySchema),
})
export type Calendar = z.infer<typeof calendarSchema>

/** `[west, south, east, north]` in GCJ-02 degrees. */
export const bboxSchema = z.tuple([lngSchema, latSchema, lngSchema, latSchema])
export const pointSchema = z.object({ lng: lngSchema, lat: latSchema })
export type Bbox = z.infer<typeof bboxSchema>
export type Point = z.infer<typeof pointSchema>

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
  /** Absent where the city has not told it. */
  contact: orAbsent(contactSchema),
})
export type District = z.infer<typeof districtSchema>
export type Region = z.infer<typeof regionSchema>
export const regionsResponseSchema = z.object({ regions: listOfKnown(regionSchema) })

/** Whether one can walk in, as hours, calendar and closures have it. Times are ISO 8601 UTC. */
export const openAnswerSchema = z.discriminatedUnion('state', [
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
    reason: z.enum(['hours', 'holiday', 'special-day', 'market-closure']),
    /** What the place itself says of it, e.g. 装修. */
    note: z.nullable(z.string()),
  }),
  z.object({ state: z.literal('unknown') }),
])
export type OpenAnswer = z.infer<typeof openAnswerSchema>

export const placeResponseSchema = z.extend(answeredPlaceSchema, {
  region: adcodeSchema,
  datum: z.literal('gcj02'),
  open: openAnswerSchema,
  demo: z.boolean(),
  updatedAt: z.iso.datetime(),
})
export type PlaceResponse = z.infer<typeof placeResponseSchema>

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

/** As it waits on a phone: what was written before numbers were refused can be read. */
export const keptReportSchema = z
  .strictObject({
    fact: reportFactSchema,
    /** Which one ran out; only with `out-of-stock`. */
    amenity: z.optional(amenitySchema),
    note: z.optional(z.string().check(z.trim(), z.maxLength(200), manyLines)),
    /**
     * 把积分记给我: true keeps the reporter's person id with this report until staff have decided, so that an accepted one
     * can give points. Needs a login (else `unauthenticated`, and nothing is written). Absent or false: nobody is kept.
     */
    credit: z.optional(z.boolean()),
  })
  .check(
    z.refine((report) => report.amenity === undefined || report.fact === 'out-of-stock', {
      path: ['amenity'],
      error: 'only with the fact out-of-stock',
    }),
  )
export const reportRequestSchema = keptReportSchema.check(
  z.refine(({ note }) => note === undefined || personalNumberIn(note) === null, {
    path: ['note'],
    error: 'must not hold a number that leads to a person',
    params: isPersonalNumber,
  }),
)
export type ReportRequest = z.infer<typeof reportRequestSchema>
export const reportResponseSchema = z.object({
  /** False: the same source had said the same today already. */
  counted: z.boolean(),
  /** What is doubted about the place after this report. */
  doubts: z.array(doubtSchema),
  /**
   * Only where `credit` was asked for. True: once staff accept the report, its points go to the reporter. False: the report
   * was not counted, or the reporter works at that outlet.
   */
  credited: z.optional(z.boolean()),
})

/** `{adcode}-{when, ms since 1970}-{10 characters}`. */
export const reportIdSchema = z.string().check(z.regex(/^[1-9]\d{5}-\d{13}-[0-9a-hjkmnp-tv-z]{10}$/))
/** A report that staff have not decided on. Nothing tells who sent it. */
export const openReportSchema = z.object({
  id: reportIdSchema,
  place: z.object({ id: placeIdSchema, name: z.string(), outletNo: z.nullable(z.string()) }),
  fact: reportFactSchema,
  amenity: z.nullable(amenitySchema),
  note: z.nullable(z.string()),
  /** The beginning of the day, in China, on which it came: the time is not kept. */
  at: instantSchema,
  /** Whether its reporter is to have points if it is accepted. */
  credit: z.boolean(),
  /** Whether the place is shown as doubtful in this. */
  doubted: z.boolean(),
})
export type OpenReport = z.infer<typeof openReportSchema>
export const openReportsQuerySchema = z.object({ region: adcodeSchema, cursor: z.optional(cursorSchema) })
/** Pages of 15, oldest first; `more`: there are others behind them. */
export const openReportsResponseSchema = z.object({
  reports: z.array(openReportSchema),
  more: z.boolean(),
  /** Optional: servers before 0.4 say none. */
  cursor: z.optional(z.nullable(cursorSchema)),
})

export const reportDecisionRequestSchema = z.strictObject({
  /** True: the report was right, and its reporter has earned the points asked for. */
  accept: z.boolean(),
  /**
   * True: what the report is about is in order now, because it was put right or was right all along. The doubt goes, the
   * reports of it no longer count, and the day is noted as the one somebody looked.
   */
  settled: z.boolean(),
})
export const awardOutcomes = [
  'given',
  /** Nobody asked for points, the report was rejected, or whoever accepted it had made it. */
  'none',
  'cap-reached',
  'monthly-cap-reached',
  'rule-not-in-force',
  'account-closed',
] as const
export const reportDecisionSchema = z.object({
  id: reportIdSchema,
  accept: z.boolean(),
  settled: z.boolean(),
  at: instantSchema,
  /** What became of the points; beside `given` and `none` it is why there were none. */
  award: z.enum(awardOutcomes),
})
export type ReportDecision = z.infer<typeof reportDecisionSchema>

export const placesCodes = [
  'unknown-region',
  'unknown-place',
  'unknown-report',
  'report-conflict',
  'report-decided',
  'answer-too-large',
] as const
export type PlacesCode = (typeof placesCodes)[number]

export const placesPaths = {
  regions: '/api/regions',
  cityGrid: '/api/regions/grid',
  catalogue: '/api/regions/:adcode/places',
  geojson: '/api/regions/:adcode/places.geojson',
  nearby: '/api/places/nearby',
  search: '/api/places/search',
  place: '/api/places/:id',
  reports: '/api/places/:id/reports',
  openReports: '/api/staff/reports',
  reportDecision: '/api/staff/reports/:id/decision',
} as const
