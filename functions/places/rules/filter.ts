/**
 * Which places a person asked for. Roles and amenities mean all of them (“water and a microwave”); a place has but
 * one kind, so several kinds mean any of them.
 */
import { dayOf } from '../../shared/day'
import type { Amenity, Calendar, Kind, PlaceSummary, Role } from '../contract'
import { openAnswer } from './opening'
import { rolesInForce } from './roles'

export type PlaceFilter = {
  kinds: readonly Kind[]
  roles: readonly Role[]
  amenities: readonly Amenity[]
  /** Open at that instant, ms since 1970; null: open or not. Unknown hours do not count as open. */
  openAt: number | null
}

/**
 * The filter as a function. Roles count as in force at `openAt`, or at `now` where no instant is asked for.
 * Few hours texts are shared by many places, so the open answer is kept per text: a city costs some dozen answers.
 */
export function matcher(
  filter: PlaceFilter,
  calendar: Calendar,
  now: number,
): (place: PlaceSummary) => boolean {
  const { kinds, roles, amenities, openAt } = filter
  const day = dayOf(openAt ?? now)
  const open = openAt === null ? null : openAtMemo(calendar, openAt)
  return (place) => {
    if (kinds.length > 0 && !kinds.includes(place.kind)) return false
    if (roles.length > 0) {
      const inForce = rolesInForce(place, day)
      if (!roles.every((role) => inForce.includes(role))) return false
    }
    if (!amenities.every((wanted) => place.amenities.some(({ amenity }) => amenity === wanted))) return false
    return open === null || open(place)
  }
}

function openAtMemo(calendar: Calendar, at: number): (place: PlaceSummary) => boolean {
  const answers = new Map<string, boolean>()
  return (place) => {
    if (place.hours === null) return false
    const key = `${place.kind} ${place.roles.join()} ${place.hours}`
    let answer = answers.get(key)
    if (answer === undefined) {
      answer = openAnswer(place, calendar, at).state === 'open'
      answers.set(key, answer)
    }
    return answer
  }
}
