/**
 * A city's places as one compact document: what travels to the phone and lies in the table's pack.
 */

import { z } from '../../shared/zod'
import { type Calendar, calendarSchema, type PlaceSummary, type Region, regionSchema } from '../contract'
import type { PinyinDictionary } from './search'

export type Catalogue = {
  region: Region
  calendar: Calendar
  pinyin: PinyinDictionary
  places: PlaceSummary[]
}

export const packedCatalogueSchema = z.object({
  format: z.literal(1),
  region: regionSchema,
  calendar: calendarSchema,
  pinyin: z.record(z.string(), z.string()),
  places: z.array(z.custom<PlaceSummary>()),
})
export type PackedCatalogue = z.infer<typeof packedCatalogueSchema>

export function packCatalogue({ region, calendar, pinyin, places }: Catalogue): PackedCatalogue {
  return { format: 1, region, calendar, pinyin, places }
}

export function unpackCatalogue({ region, calendar, pinyin, places }: PackedCatalogue): Catalogue {
  return { region, calendar, pinyin, places }
}
