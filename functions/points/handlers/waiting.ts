/** Waiting for a gift that is sold out. */
import { err, ok } from '../../shared/result'
import type { HandlerOf } from '../../shared/router'
import type { PointsDependencies } from '../dependencies'
import type { pointsOperations } from '../operations'
import { saleOf } from '../rules/gifts'
import { waitingView } from '../service/views'
import { failureOf } from './failures'

type Dependencies = Pick<PointsDependencies, 'store' | 'clock'>

export const handleWaiting =
  ({ store, clock }: Dependencies): HandlerOf<typeof pointsOperations.waiting> =>
  async ({ session: { person }, params: { id } }) => {
    const gift = await store.readGift(id, { consistent: false })
    if (!gift?.isPublished) return err(failureOf('unknown-gift'))
    return ok({ json: waitingView(await store.findWaiting(person, id, clock())) })
  }

export const handleWait =
  ({ store, clock }: Dependencies): HandlerOf<typeof pointsOperations.wait> =>
  async ({ session: { person }, params: { id } }) => {
    const at = clock()
    const gift = await store.readGift(id, { consistent: false })
    if (!gift?.isPublished) return err(failureOf('unknown-gift'))
    if (saleOf(gift, at) !== 'on-sale') return err(failureOf('not-on-sale'))
    const asked = await store.ask({ person, gift, at })
    if (!asked.ok) return err(failureOf(asked.error))
    return ok({ json: waitingView(await store.findWaiting(person, id, at)) })
  }

export const handleStopWaiting =
  ({ store, clock }: Dependencies): HandlerOf<typeof pointsOperations.stopWaiting> =>
  async ({ session: { person }, params: { id } }) => {
    const gift = await store.readGift(id, { consistent: false })
    if (!gift) return err(failureOf('unknown-gift'))
    const stopped = await store.stopWaiting(person, id, clock())
    return stopped.ok ? ok({ json: waitingView(null) }) : err(failureOf(stopped.error))
  }
