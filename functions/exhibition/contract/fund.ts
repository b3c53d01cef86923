/** What became of the money, year by year, as visitors read it: one document a city. */
import { adcodeSchema } from '../../shared/contract'
import { listOfKnown, orNull } from '../../shared/tolerant'
import * as z from '../../shared/zod'

/** `date`: the day that the figure is of. */
const origin = { source: z.string(), date: z.string() }
/** Fen. */
const figureSchema = z.object({ amount: z.int(), ...origin })

const useSchema = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  /** Fen. */
  amount: z.int(),
  ...origin,
  /** Ids of places of the map. */
  places: listOfKnown(z.string()),
})

export const fundYearSchema = z.object({
  year: z.int(),
  sales: figureSchema,
  prizes: figureSchema,
  /** The welfare fund raised in the city. */
  raised: figureSchema,
  /** Fen: who keeps what was raised. Null: not published. */
  kept: orNull(z.object({ city: z.int(), province: z.int(), nation: z.int(), ...origin })),
  /** What the city spent it on. */
  uses: listOfKnown(useSchema),
  jobs: orNull(z.object({ count: z.int(), ...origin })),
  /** Paragraphs, parted by line breaks; empty: none. */
  note: z.string(),
})
export type FundYear = z.infer<typeof fundYearSchema>

export const fundSchema = z.object({
  region: adcodeSchema,
  /** The hall's version at which a year changed last. */
  version: z.int(),
  /** Newest first. */
  years: listOfKnown(fundYearSchema),
})
export type Fund = z.infer<typeof fundSchema>
