/** Where somebody in need goes now: computed on the phone, without a request. Pure. */
import { dayOf } from '@common/day'
import type { PlaceSummary, Point } from '@contract/places'
import { anyRoleMatcher } from '@functions/places/rules/filter'
import { nearest } from '@functions/places/rules/nearby'
import { openAnswer } from '@functions/places/rules/opening'
import { givesAid } from '@functions/places/rules/roles'
import type { LoadedCatalogue } from '@/shared/city/catalogue/load'
import { everything, type NearPlace, nearestPlaces } from '../../nearest'

/** `first` is where to go, `others` what comes after, `opensNext` the one that opens soonest where none is open. */
export type AidAnswer = { first: NearPlace | null; others: NearPlace[]; opensNext: NearPlace | null }

const shown = 4

/**
 * The nearest open love-aid station or warm cabin. One that three people found locked, moved or gone is no first
 * choice while there is another; one whose hours are unknown comes after those that are known to be open. Where none
 * is open, the one that opens soonest leads, and an open shelter and the nearest others follow.
 */
export function aidAnswer(catalogue: LoadedCatalogue, from: Point, now: number): AidAnswer {
  const today = dayOf(now)
  const stations = nearest(catalogue.index, from, {
    limit: catalogue.count,
    accept: anyRoleMatcher(catalogue.index, ['love-aid', 'warm-cabin']),
  })
    .filter(({ place }) => givesAid(place, today))
    .map(({ place, distance }) => ({ place, distance, open: openAnswer(place, catalogue.calendar, now) }))

  const open = stations.filter((station) => station.open.state === 'open')
  const sure = open.filter((station) => !mayBeInVain(station.place))
  const first = sure[0] ?? open[0] ?? null
  const opensNext = first ? null : soonest(stations)
  const unknown = stations.filter((station) => station.open.state === 'unknown')
  // Where all stations are shut, an open shelter (工会驿站) keeps somebody warm, and a near station that opens in an hour
  // is worth more than a far one of which nothing is known.
  const rest = first ? [...open, ...unknown] : [...openShelters(catalogue, from, now), ...stations]
  const others = rest.filter((station) => station !== first && station !== opensNext).slice(0, shown - 1)
  return { first, others, opensNext }
}

/** The nearest other service station that is open; none where there is none. */
function openShelters(catalogue: LoadedCatalogue, from: Point, now: number): NearPlace[] {
  const filter = { ...everything, kinds: ['shelter' as const], openAt: now }
  return nearestPlaces(catalogue, from, { limit: 1, filter, now })
}

function mayBeInVain(place: PlaceSummary): boolean {
  return place.doubts.some(({ fact }) => fact === 'locked' || fact === 'moved' || fact === 'gone')
}

/** Of those that open at the same time the nearest, for the stations come in that order. */
function soonest(stations: readonly NearPlace[]): NearPlace | null {
  let best: NearPlace | null = null
  let bestAt = Number.POSITIVE_INFINITY
  for (const station of stations) {
    const { open, place } = station
    if (open.state !== 'closed' || open.opensAt === null || mayBeInVain(place)) continue
    const at = Date.parse(open.opensAt)
    if (at < bestAt) {
      best = station
      bestAt = at
    }
  }
  return best
}
