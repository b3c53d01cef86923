/** What has to be written so that a region holds the places of a file. */
import type { Day } from '../../../shared/day'
import type { PlaceDraft, PlaceRecord } from '../../rules/record'
import { areSameFacts, emptiedFacts, type Fact, withFactsOf } from './facts'
import { addLosses, type Losses, lossesOf } from './losses'

/** A row that was read. `unread`: facts whose cells could not be understood, so that the file says nothing of them. */
export type RowReading = { draft: PlaceDraft; unread: readonly Fact[] }

export type ImportPlan = {
  upserts: PlaceDraft[]
  /** Ids. */
  deletes: string[]
  added: number
  changed: number
  unchanged: number
  /** How many places have a fact of this sort for which the file has an empty cell. */
  emptied: Partial<Record<Fact, number>>
  /** What known places lose by rows that say less of them. */
  lost: Losses
}
export type PlanOptions = {
  /** Take away the places that the file does not name. */
  replace: boolean
  /** Let an empty cell empty what is known; otherwise it stays. */
  erase: boolean
}

/** Only what differs is written. */
export const planImport = (
  existing: readonly PlaceRecord[],
  rows: readonly RowReading[],
  { replace, erase }: PlanOptions,
): ImportPlan => {
  const known = new Map(existing.map((place) => [place.id, place]))
  const emptied: ImportPlan['emptied'] = {}
  let lost: Losses = {}
  const upserts = rows.flatMap((row) => {
    const place = known.get(row.draft.id)
    if (place === undefined) return [row.draft]
    const { fresh, erased } = meet(row, place, erase)
    for (const fact of erased) emptied[fact] = (emptied[fact] ?? 0) + 1
    if (!isInvented(place, row.draft)) lost = addLosses(lost, lossesOf(place, fresh, erased))
    return areSameFacts(place, fresh) ? [] : [fresh]
  })
  const added = upserts.filter(({ id }) => !known.has(id)).length
  const named = new Set(rows.map(({ draft }) => draft.id))
  return {
    emptied,
    lost,
    upserts,
    deletes: replace ? existing.flatMap(({ id }) => (named.has(id) ? [] : [id])) : [],
    added,
    changed: upserts.length - added,
    unchanged: rows.length - upserts.length,
  }
}

/** The place as it will be (`fresh`), and which of its facts the row has empty cells for. */
const meet = (
  { draft, unread }: RowReading,
  place: PlaceRecord,
  erase: boolean,
): { fresh: PlaceDraft; erased: Fact[] } => {
  const invented = isInvented(place, draft)
  const erased = invented ? [] : emptiedFacts(draft, place).filter((fact) => !unread.includes(fact))
  const kept = invented ? [] : [...unread, ...(erase ? [] : erased)]
  return { fresh: withFresherDates(withFactsOf(draft, place, kept), place), erased }
}

/** What was made up for a demonstration is no fact to keep once real data come. */
const isInvented = (place: PlaceRecord, draft: PlaceDraft): boolean => place.demo && !draft.demo

/**
 * Somebody may have confirmed a position or an amenity since the file was made. What the file still says of it was
 * then seen later than the file knows, so the later day stays; a position that moved is dated by the file alone.
 */
const withFresherDates = (draft: PlaceDraft, place: PlaceRecord): PlaceDraft => {
  const known = new Map(place.amenities.map(({ amenity, verifiedOn }) => [amenity, verifiedOn]))
  const isSamePosition = draft.lng === place.lng && draft.lat === place.lat
  return {
    ...draft,
    positionVerifiedOn: isSamePosition
      ? later(draft.positionVerifiedOn, place.positionVerifiedOn)
      : draft.positionVerifiedOn,
    amenities: draft.amenities.map((entry) => ({
      ...entry,
      verifiedOn: later(entry.verifiedOn, known.get(entry.amenity) ?? null),
    })),
  }
}

const later = (a: Day | null, b: Day | null): Day | null => {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}
