/** Earning by checking in and by visiting. */

import { worksAt } from '../../shared/access/access'
import { cityOf } from '../../shared/city-of'
import { acceptedMoments } from '../../shared/codes/rolling-code'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { Places, PointsDependencies } from '../dependencies'
import type { pointsOperations } from '../operations'
import { counterDigits, counterKey } from '../rules/rolling-code'
import { subjectOf } from '../service/account/earning'
import { failureOf, lockedOut, unknownRegion } from './failures'

type Dependencies = Pick<PointsDependencies, 'service' | 'places' | 'secret' | 'clock' | 'log'>

export const handleCheckIn =
  ({ service, places, clock }: Dependencies): HandlerOf<typeof pointsOperations.checkIn> =>
  async ({ session: { person, minor }, body: { region } }) => {
    if (minor) return err(failureOf('under-age'))
    if (!(await places.hasRegion(region))) return err(unknownRegion)
    const at = clock()
    const earned = await service.earn({
      person,
      region,
      rule: 'check-in',
      subject: subjectOf.checkIn(at),
      at,
    })
    return earned.ok ? ok({ json: { ...earned.value, region } }) : err(failureOf(earned.error))
  }

/** Places whose counter shows a code to visitors. */
export const isVisited = (place: Awaited<ReturnType<Places['readPlace']>>): boolean =>
  place !== null && (place.roles.includes('love-aid') || place.roles.includes('post-station'))

/** Wrong digits that one person may send in an hour. */
const lock = { what: 'visit', limit: 10, spanMs: 3_600_000 }

export const handleVisit =
  ({ service, places, secret, clock }: Dependencies): HandlerOf<typeof pointsOperations.visit> =>
  async ({ session, body: { place, digits } }) => {
    const at = clock()
    const { person, minor } = session
    if (minor) return err(failureOf('under-age'))
    const owner = { person, region: cityOf(place) }
    const subject = subjectOf.visit(place, at)
    if (worksAt(session, place)) return err(failureOf('own-outlet'))
    // Before the digits are looked at: whoever asks again because an answer was lost has digits of a minute ago.
    const before = await service.findEarned(owner, 'visit', subject)
    if (before) return ok({ json: { entry: before, region: owner.region, repeated: true } })
    if (!isVisited(await places.readPlace(place))) return err(failureOf('unknown-outlet'))
    const tried = await service.tries.begin({ ...lock, who: person })
    if (!tried.ok) return err(lockedOut(tried.error.retryAfter))
    if (!isShown(await secret(), place, digits, at)) {
      await service.tries.wrong(tried.value)
      return err(failureOf('code-wrong'))
    }
    await service.tries.forgive(tried.value)
    const reason = { type: 'visit' as const, place }
    const earned = await service.earn({ ...owner, rule: 'visit', subject, at, reason })
    return earned.ok ? ok({ json: { ...earned.value, region: owner.region } }) : err(failureOf(earned.error))
  }

/** Whether the counter shows these digits about now. */
function isShown(secret: string, place: string, digits: string, at: number): boolean {
  return acceptedMoments(at).some(
    ({ at: moment, day }) => counterDigits(counterKey(secret, place, day), moment) === digits,
  )
}
