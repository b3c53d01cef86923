/** What has to be written so that a region holds the places of a file. */
import type { Day } from '../../shared/day'
import type { PlaceDraft, PlaceRecord } from '../rules/record'

export type ImportPlan = {
  upserts: PlaceDraft[]
  /** Ids. */
  deletes: string[]
  added: number
  changed: number
  unchanged: number
}

/** Only what differs is written. `replace` also takes away the places that the file does not name. */
export const planImport = (
  existing: readonly PlaceRecord[],
  drafts: readonly PlaceDraft[],
  { replace }: { replace: boolean },
): ImportPlan => {
  const known = new Map(existing.map((place) => [place.id, place]))
  const upserts = drafts.flatMap((draft) => {
    const place = known.get(draft.id)
    if (place === undefined) return [draft]
    const fresh = withFresherDates(draft, place)
    return factsOf(place) === factsOf(fresh) ? [] : [fresh]
  })
  const added = upserts.filter(({ id }) => !known.has(id)).length
  const named = new Set(drafts.map(({ id }) => id))
  return {
    upserts,
    deletes: replace ? existing.flatMap(({ id }) => (named.has(id) ? [] : [id])) : [],
    added,
    changed: upserts.length - added,
    unchanged: drafts.length - upserts.length,
  }
}

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

/** Everything that an import decides, as text: what was read back from a table may have its keys in another order. */
const factsOf = (place: PlaceDraft): string =>
  JSON.stringify([
    place.kind,
    place.outletNo,
    place.name,
    [...place.roles].sort(),
    place.channel,
    place.district,
    place.address,
    place.lng,
    place.lat,
    place.positionVerifiedOn,
    place.phone,
    place.hours,
    place.amenities.map(({ amenity, verifiedOn }) => `${amenity}@${verifiedOn}`).sort(),
    place.project && [
      place.project.category,
      place.project.year,
      place.project.amount,
      place.project.purpose,
    ],
    place.demo,
  ])
