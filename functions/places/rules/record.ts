/** A place as it is kept: what the public sees of it, and what the house needs beside. */
import * as z from '../../shared/zod'
import { placeSummarySchema } from '../contract'

export const placeRecordSchema = z.extend(placeSummarySchema, {
  /** True for generated demonstration data. */
  demo: z.boolean(),
  updatedAt: z.iso.datetime(),
})
export type PlaceRecord = z.infer<typeof placeRecordSchema>

/** What an import knows of a place. Doubts are not its to say: they stay as reports and confirmations left them. */
export type PlaceDraft = Omit<PlaceRecord, 'doubts' | 'updatedAt'>
