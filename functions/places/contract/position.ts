/** Where things are. */
import * as z from '../../shared/zod'

/** Coordinate systems an import or a query may be in. Everything stored and answered as JSON is GCJ-02. */
export const datums = ['gcj02', 'wgs84', 'bd09'] as const

export const datumSchema = z.enum(datums)

export const lngSchema = z.number().check(z.minimum(-180), z.maximum(180))

export const latSchema = z.number().check(z.minimum(-90), z.maximum(90))

/** `[west, south, east, north]` in GCJ-02 degrees. */
export const bboxSchema = z.tuple([lngSchema, latSchema, lngSchema, latSchema])

export const pointSchema = z.object({ lng: lngSchema, lat: latSchema })

export type Bbox = z.infer<typeof bboxSchema>

export type Point = z.infer<typeof pointSchema>
