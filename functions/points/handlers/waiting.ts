/** Waiting for a gift that is sold out. */

import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { PointsDependencies } from '../dependencies'
import type { pointsOperations } from '../operations'
import { saleOf } from '../rules/gifts'
import { waitingView } from '../service/views'
import { failureOf } from './failures'

type Dependencies = Pick<PointsDependencies, 'service' | 'clock'>

export const handleWaiting =
  ({ service, clock }: Dependencies): HandlerOf<typeof pointsOperations.waiting> =>
  async ({ session: { person }, params: { id } }) => {
    const gift = await service.readGift(id, { consistent: false })
    if (!gift?.isPublished) return err(failureOf('unknown-gift'))
    return ok({ json: waitingView(await service.findWaiting(person, id, clock())) })
  }

export const handleWait =
  ({ service, clock }: Dependencies): HandlerOf<typeof pointsOperations.wait> =>
  async ({ session: { person }, params: { id } }) => {
    const at = clock()
    const gift = await service.readGift(id, { consistent: false })
    if (!gift?.isPublished) return err(failureOf('unknown-gift'))
    if (saleOf(gift, at) !== 'on-sale') return err(failureOf('not-on-sale'))
    const result = await service.ask({ person, gift, at })
    if (!result.ok) return err(failureOf(result.error))
    return ok({ json: waitingView(await service.findWaiting(person, id, at)) })
  }

export const handleStopWaiting =
  ({ service, clock }: Dependencies): HandlerOf<typeof pointsOperations.stopWaiting> =>
  async ({ session: { person }, params: { id } }) => {
    const gift = await service.readGift(id, { consistent: false })
    if (!gift) return err(failureOf('unknown-gift'))
    const stopped = await service.stopWaiting(person, id, clock())
    return stopped.ok ? ok({ json: waitingView(null) }) : err(failureOf(stopped.error))
  }
