/** Handing over (核销): first the code is checked and the gift shown, then somebody confirms. */

import { worksAt } from '../../shared/access/access'
import type { Lock } from '../../shared/access/lockout'
import { acceptedMoments } from '../../shared/codes/rolling-code'
import { dayOf, minuteMs } from '../../shared/day'
import type { Failure } from '../../shared/http/problems'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok, type Result } from '../../shared/result'
import type { PickupResponse } from '../contract'
import type { PointsDependencies } from '../dependencies'
import type { pointsOperations } from '../operations'
import { pickupDigits, pickupKey } from '../rules/rolling-code'
import { handoverOf } from '../service/order/ending'
import { issueTicket, readTicket, type Ticket, ticketSeconds } from '../service/order/pickup-ticket'
import { handoverView, orderView } from '../service/views'
import type { OrderItem } from '../store/order/orders'
import { failureOf, lockedOut } from './failures'

type Dependencies = Pick<PointsDependencies, 'service' | 'secret' | 'clock' | 'log'>

/** Wrong codes that an outlet may enter in an hour. */
const outletLock = (who: string): Lock => ({ what: 'pickup', who, limit: 30, spanMs: 60 * minuteMs })
/** Four digits alone would be guessed in an afternoon: so many for one number of an outlet, then ten minutes' rest. */
const slotLock = (who: string): Lock => ({ what: 'pickup-slot', who, limit: 5, spanMs: 10 * minuteMs })

export const handleCheckPickup =
  ({ service, secret, clock, log }: Dependencies): HandlerOf<typeof pointsOperations.checkPickup> =>
  async ({ session, body: { place, digits } }) => {
    if (!worksAt(session, place)) return err({ code: 'forbidden' })
    const at = clock()
    const key = await secret()
    const found = await tryDigits({ service, log }, { key, place, digits, at })
    if (!found.ok) return found
    const order = found.value
    const refusal = refusalOf(order, session.person, at)
    if (refusal) return err(refused(order, refusal))
    const ticket = await issueTicket(key, { order: order.id, place, staff: session.person }, at)
    return ok({ json: { order: orderView(order, at), ticket, expiresIn: ticketSeconds } })
  }

type Guess = { key: string; place: string; digits: string; at: number }

/** The order whose code this is. Every try counts, until it was right. */
async function tryDigits(
  { service, log }: Pick<Dependencies, 'service' | 'log'>,
  guess: Guess,
): Promise<Result<OrderItem, Failure<'pickup-code-wrong' | 'too-many-tries'>>> {
  const { place, digits } = guess
  const slot = digits.slice(0, 4)
  const atOutlet = await service.tries.begin(outletLock(place))
  if (!atOutlet.ok) return err(lockedOut(atOutlet.error.retryAfter))
  const atSlot = await service.tries.begin(slotLock(`${place}#${slot}`))
  if (!atSlot.ok) {
    // Refused unseen: it was neither right nor wrong.
    await service.tries.forgive(atOutlet.value)
    return err(lockedOut(atSlot.error.retryAfter))
  }
  const order = await orderShowing(service, guess, slot)
  if (!order) {
    const locks = [await service.tries.wrong(atOutlet.value), await service.tries.wrong(atSlot.value)]
    if (locks.includes(true)) log('pickup-tries-locked', { place })
    return err(failureOf('pickup-code-wrong'))
  }
  await service.tries.forgive(atOutlet.value)
  await service.tries.forgive(atSlot.value)
  return ok(order)
}

async function orderShowing(
  service: Dependencies['service'],
  { key, place, digits, at }: Guess,
  slot: string,
): Promise<OrderItem | null> {
  const moments = acceptedMoments(at)
  for (const day of new Set(moments.map(({ day }) => day))) {
    const id = await service.readSlot(place, day, slot)
    const shown = moments.filter((moment) => moment.day === day).map(({ at: moment }) => moment)
    if (id && shown.some((moment) => pickupDigits(pickupKey(key, id, day), slot, moment) === digits))
      return service.readOrder(id)
  }
  return null
}

type PickupRefusal = 'order-picked-up' | 'order-cancelled' | 'order-expired' | 'own-outlet'

/** Why this order is not handed over by this person now. */
function refusalOf(order: OrderItem, staff: string, at: number): PickupRefusal | null {
  if (order.state === 'picked-up') return 'order-picked-up'
  if (order.state === 'cancelled') return 'order-cancelled'
  if (order.state === 'expired' || dayOf(at) > order.pickUpBy) return 'order-expired'
  return order.person === staff ? 'own-outlet' : null
}

/** With when it ended: that is what the counter has to tell whoever stands before it. */
const refused = ({ endedAt }: OrderItem, refusal: PickupRefusal): Failure<PickupRefusal> => ({
  ...failureOf(refusal),
  ...(endedAt !== null && { about: { at: endedAt } }),
})

export const handlePickUp =
  ({ service, secret, clock }: Dependencies): HandlerOf<typeof pointsOperations.pickUp> =>
  async ({ session, body }) => {
    const ticket = await readTicket(await secret(), body.ticket)
    if (!ticket.ok)
      return err({ code: 'invalid-request', errors: [{ field: 'ticket', message: 'is not one of ours' }] })
    const { place, staff } = ticket.value
    if (place !== body.place) return err({ ...failureOf('not-picked-up-here'), about: { place } })
    if (!worksAt(session, place) || staff !== session.person) return err({ code: 'forbidden' })
    return confirm(service, ticket.value, clock())
  }

/** What this ticket did is answered again however late; for anything new it must be fresh. */
async function confirm(
  service: Dependencies['service'],
  { id: ticket, order: id, staff, until }: Ticket,
  at: number,
): Promise<Result<{ json: PickupResponse }, Failure<PickupRefusal | 'pickup-ticket-old'>>> {
  const before = await service.readOrder(id)
  if (!before) throw new Error('a ticket for an order that is not there')
  if (before.pickup?.ticket === ticket) return ok({ json: toResponse(before, true) })
  const refusal = refusalOf(before, staff, at)
  if (refusal) return err(refused(before, refusal))
  if (at > until) return err(failureOf('pickup-ticket-old'))
  const done = await service.handOver({ id, ticket, at })
  if (!done.ok) return err({ code: 'unavailable', retryAfter: 1 })
  const { order, isOwn } = done.value
  if (order.pickup?.ticket === ticket) return ok({ json: toResponse(order, !isOwn) })
  return err(refused(order, refusalOf(order, staff, at) ?? 'order-picked-up'))
}

const toResponse = (order: OrderItem, repeated: boolean): PickupResponse => ({
  handover: handoverView(handoverOf(order)),
  repeated,
})
