/** What an outlet's own screen needs: the code for visitors, and what was handed over. */

import { worksAt } from '../../shared/access/access'
import { keyText } from '../../shared/codes/rolling-code'
import { dayOf } from '../../shared/day'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { PointsDependencies } from '../dependencies'
import type { pointsOperations } from '../operations'
import { counterKey } from '../rules/rolling-code'
import { handoverView } from '../service/views'
import { isVisited } from './earning'
import { failureOf } from './failures'

type Dependencies = Pick<PointsDependencies, 'service' | 'places' | 'secret' | 'clock'>

export const handleCounterCode =
  ({ places, secret, clock }: Dependencies): HandlerOf<typeof pointsOperations.counterCode> =>
  async ({ session, params: { place } }) => {
    if (!worksAt(session, place)) return err({ code: 'forbidden' })
    if (!isVisited(await places.readPlace(place))) return err(failureOf('unknown-outlet'))
    const now = clock()
    const day = dayOf(now)
    const key = keyText(counterKey(await secret(), place, day))
    return ok({ json: { place, day, key, now: new Date(now).toISOString() } })
  }

export const handleHandovers =
  ({ service, clock }: Dependencies): HandlerOf<typeof pointsOperations.handovers> =>
  async ({ session, params: { place }, query }) => {
    if (!worksAt(session, place)) return err({ code: 'forbidden' })
    const day = query.day ?? dayOf(clock())
    const handovers = await service.readHandovers(place, day)
    return ok({ json: { day, handovers: handovers.map(handoverView) } })
  }
