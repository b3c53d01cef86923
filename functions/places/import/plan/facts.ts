/**
 * What an import decides of a place, taken from the one description of a place: a field that is added there is
 * compared, kept and counted here without another word.
 */
import * as z from '../../../shared/zod'
import { type PlaceDraft, placeRecordSchema } from '../../rules/record'

/** All that a place is, but for its id and what others say of it. */
const factSchema = z.omit(placeRecordSchema, { id: true, doubts: true, updatedAt: true })
const factNameSchema = z.keyof(factSchema)
export type Fact = z.infer<typeof factNameSchema>
const facts: readonly Fact[] = factNameSchema.options

/** Lists whose order says nothing. */
const unordered: ReadonlySet<Fact> = new Set(['roles', 'amenities'])
/** Facts that are part of another: numbers beside the first one are written in the same cell. */
const parts: Partial<Record<Fact, Fact>> = { otherPhones: 'phone' }
/** A date goes with what it dates (see plan.ts); whether a place is invented is the import's to say. */
const neverKept: ReadonlySet<Fact> = new Set(['positionVerifiedOn', 'demo'])

/** Whether an import that says these of a place would change nothing. */
export const areSameFacts = (a: PlaceDraft, b: PlaceDraft): boolean =>
  facts.every((fact) => textOf(fact, a) === textOf(fact, b))

/** Known in `place` and empty in `draft`. */
export const emptiedFacts = (draft: PlaceDraft, place: PlaceDraft): Fact[] =>
  facts.filter(
    (fact) =>
      !neverKept.has(fact) && parts[fact] === undefined && isUnknown(draft[fact]) && !isUnknown(place[fact]),
  )

/** The draft with these facts, and what is part of them, as the place has them. */
export const withFactsOf = (draft: PlaceDraft, place: PlaceDraft, kept: readonly Fact[]): PlaceDraft =>
  facts
    .filter((fact) => kept.includes(parts[fact] ?? fact))
    .reduce((merged, fact) => withFact(merged, place, fact), draft)

const withFact = <F extends Fact>(draft: PlaceDraft, place: PlaceDraft, fact: F): PlaceDraft =>
  place[fact] === undefined ? draft : { ...draft, [fact]: place[fact] }

const isUnknown = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Equal facts have equal texts: what was read back from a table may have its keys in another order. */
const textOf = (fact: Fact, place: PlaceDraft): string => {
  const value: unknown = place[fact]
  if (isUnknown(value)) return ''
  return unordered.has(fact) && Array.isArray(value)
    ? JSON.stringify(value.map((entry) => JSON.stringify(sorted(entry))).sort())
    : JSON.stringify(sorted(value))
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => [key, sorted(entry)])
}
