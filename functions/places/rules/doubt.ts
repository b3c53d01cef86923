/**
 * When passers-by's reports turn a fact about a place doubtful. docs/states.md draws the states:
 * unreported → reported → doubtful, and back to unreported once staff or owner have confirmed.
 */
import { addDays, type Day } from '../../shared/day'
import * as z from '../../shared/zod'
import { amenitySchema, type Doubt, reportFactSchema } from '../contract'
import type { PlaceRecord } from './record'
import { sameSubject } from './subject'

/** What a report is about: a fact, and for `out-of-stock` perhaps which amenity. */
export const subjectSchema = z.object({ fact: reportFactSchema, amenity: z.optional(amenitySchema) })
export type Subject = z.infer<typeof subjectSchema>

export const factStates = ['reported', 'doubtful'] as const

/** What is remembered of a fact that was reported; nothing is remembered of one that was not. */
export const factSchema = z.object({
  state: z.enum(factStates),
  /** Last day on which each source said so. A source is a hash that tells two people apart and no more. */
  sources: z.record(z.string(), z.iso.date()),
  /** Reports counted since the last confirmation. */
  count: z.int(),
  first: z.iso.date(),
  last: z.iso.date(),
})
export type Fact = z.infer<typeof factSchema>

/** As many people must say the same, each on his own, within as many days. */
export const sourcesForDoubt = 3
export const daysForDoubt = 30

/**
 * The fact after one more report. Sources older than the window no longer count, and are forgotten; once the fact is
 * doubtful no more are added.
 */
export function reported(before: Fact | null, source: string, today: Day): Fact {
  const count = (before?.count ?? 0) + 1
  if (before?.state === 'doubtful') return { ...before, count, last: today }
  const oldest = addDays(today, 1 - daysForDoubt)
  const recent = Object.entries(before?.sources ?? {}).filter(([, day]) => day >= oldest)
  const sources = { ...Object.fromEntries(recent), [source]: today }
  const state = Object.keys(sources).length >= sourcesForDoubt ? 'doubtful' : 'reported'
  const first = recent.length > 0 && before ? before.first : today
  return { state, sources, count, first, last: today }
}

/** The place's doubts with one about `subject` added; the same ones if it stands there already. */
export function withDoubt(doubts: readonly Doubt[], { fact, amenity }: Subject, since: Day): Doubt[] {
  if (doubts.some((doubt) => sameSubject(doubt, { fact, amenity }))) return [...doubts]
  return [...doubts, { fact, ...(amenity && { amenity }), since }]
}

export function withoutDoubt(doubts: readonly Doubt[], subject: Subject): Doubt[] {
  return doubts.filter((doubt) => !sameSubject(doubt, subject))
}

/** The place after staff or owner looked and found the fact right: no doubt about it, and the day beside what they saw. */
export function confirmed(place: PlaceRecord, subject: Subject, day: Day): Pick<PlaceRecord, Confirmable> {
  const doubts = withoutDoubt(place.doubts, subject)
  const isThere = subject.fact === 'moved' || subject.fact === 'gone'
  return {
    doubts,
    positionVerifiedOn: isThere ? day : place.positionVerifiedOn,
    amenities: place.amenities.map((stocked) =>
      stocked.amenity === subject.amenity ? { ...stocked, verifiedOn: day } : stocked,
    ),
  }
}
type Confirmable = 'doubts' | 'positionVerifiedOn' | 'amenities'
