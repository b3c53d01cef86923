/**
 * Which places a person asked for. Roles and amenities mean all of them (“water and a microwave”); a place has but
 * one kind, so several kinds mean any of them.
 */
import { dayOf } from '../../shared/day'
import {
  type Amenity,
  amenities,
  type Calendar,
  type Kind,
  kinds,
  type PlaceSummary,
  type Role,
  roles,
} from '../contract'
import type { PlaceIndex } from './nearby'
import { type Facets, marksOf } from './nearby/facets'
import { type HeldState, heldState, openAnswer } from './opening'
import { rolesInForce } from './roles'

export type PlaceFilter = {
  kinds: readonly Kind[]
  roles: readonly Role[]
  amenities: readonly Amenity[]
  /** Open at that instant, ms since 1970; null: open or not. Unknown hours do not count as open. */
  openAt: number | null
}

/** The filter as a function. Roles count as in force at `openAt`, or at `now` where no instant is asked for. */
export function matcher(
  filter: PlaceFilter,
  calendar: Calendar,
  now: number,
): (place: PlaceSummary) => boolean {
  const { roles, amenities, openAt } = filter
  if (neverInForce(filter, now)) return () => false
  return (place) =>
    (filter.kinds.length === 0 || filter.kinds.includes(place.kind)) &&
    roles.every((role) => place.roles.includes(role)) &&
    amenities.every((wanted) => place.amenities.some(({ amenity }) => amenity === wanted)) &&
    (openAt === null || openAnswer(place, calendar, openAt).state === 'open')
}

/** The same filter for a search of `index`, as fast as the search itself. */
export function indexMatcher(
  { facets }: PlaceIndex,
  filter: PlaceFilter,
  calendar: Calendar,
  now: number,
): (ordinal: number) => boolean {
  const { openAt } = filter
  if (neverInForce(filter, now)) return () => false
  const anyOf = marksOf(filter.kinds.length > 0 ? filter.kinds : kinds)
  const allOf = marksOf([...filter.roles, ...filter.amenities])
  const isOpen = openAt === null ? null : doorsOpenAt(facets, calendar, openAt)
  return (ordinal) => {
    const marks = facets.marks[ordinal] ?? 0
    if ((marks & anyOf) === 0 || (marks & allOf) !== allOf) return false
    return isOpen === null || isOpen(facets.door[ordinal] ?? 0)
  }
}

/** Places that have any of these roles, whether in force today or not. */
export function anyRoleMatcher({ facets }: PlaceIndex, roles: readonly Role[]): (ordinal: number) => boolean {
  const anyOf = marksOf(roles)
  return (ordinal) => ((facets.marks[ordinal] ?? 0) & anyOf) !== 0
}

export function kindMatcher({ facets }: PlaceIndex, kind: Kind): (ordinal: number) => boolean {
  const wanted = marksOf([kind])
  return (ordinal) => ((facets.marks[ordinal] ?? 0) & wanted) !== 0
}

/** Every kind, role and amenity that at least one place has, in force today or not. */
export function usedWords({ facets }: PlaceIndex): ReadonlySet<Kind | Role | Amenity> {
  let all = 0
  for (const marks of facets.marks) all |= marks
  return new Set([...kinds, ...roles, ...amenities].filter((word) => (all & marksOf([word])) !== 0))
}

const heldByFacets = new WeakMap<Facets, { calendar: Calendar; held: HeldState[] }>()

/** Asks about a door again only when its answer no longer holds. */
function doorsOpenAt(facets: Facets, calendar: Calendar, at: number): (door: number) => boolean {
  const known = heldByFacets.get(facets)
  const held = known?.calendar === calendar ? known.held : []
  if (held !== known?.held) heldByFacets.set(facets, { calendar, held })
  return (door) => {
    let state = held[door]
    if (state === undefined || at < state.from || state.until <= at) {
      const place = facets.doors[door]
      if (place === undefined) return false
      state = heldState(place, calendar, at)
      held[door] = state
    }
    return state.isOpen
  }
}

/** True where a role is asked for that no place has in force on that day: the warm cabin in July. */
function neverInForce({ roles, openAt }: PlaceFilter, now: number): boolean {
  if (roles.length === 0) return false
  const day = dayOf(openAt ?? now)
  return roles.some((role) => rolesInForce({ roles: [role] }, day).length === 0)
}
