import { addDays, dayMs, dayOf } from '../../../../functions/shared/day'
import type { Constitution } from '../invariants'
import type { Order, State } from '../state'
import {
  goodPoints,
  intoLot,
  isLapsed,
  liveOrders,
  personOf,
  post,
  seen,
  takeOldest,
  writeOff,
  yearOf,
} from './account'
import type { Context, Of } from './context'
import { freePiece, isNewest, remove } from './waiting'

export const ordering = (
  state: State,
  request: Of<'order'>,
  context: Context,
): { code: string; of?: string } => {
  const { at, constitution, outletsOf } = context
  const { person, gift: giftId, outlet, madeAt, id } = request
  if (madeAt < at - dayMs) return { code: 'idempotency-key-stale' }
  const before = state.orders[id]
  if (before)
    return before.gift === giftId && before.outlet === outlet
      ? { code: 'ok', of: id }
      : { code: 'idempotency-key-reused' }
  const gift = state.gifts[giftId]
  if (!gift) return { code: 'unknown-gift' }
  if (!gift.outlets.includes(outlet)) return { code: 'not-picked-up-here' }
  if (outletsOf(person).includes(outlet)) return { code: 'own-outlet' }
  const refusal = mayNotSpend(state, request, gift, at, constitution)
  if (refusal) return { code: refusal }
  if (!takesPiece(state, request, gift, at)) return { code: 'sold-out' }
  const account = personOf(state, person)
  writeOff(account, at)
  const taken = takeOldest(account, gift.price)
  post(account, 'spend', -gift.price, at, { type: 'order', order: id, gift: gift.name })
  state.orders[id] = {
    ...{ person, gift: giftId, outlet, points: gift.price, taken, state: 'reserved', ticket: null },
    reservedAt: new Date(at).toISOString(),
    pickUpBy: addDays(dayOf(madeAt), 14),
  }
  return { code: 'ok', of: id }
}

/** Takes what is kept for the person, or one of the shelf; false where there is neither. */
const takesPiece = (
  { waiting }: State,
  { person, gift: giftId }: Of<'order'>,
  gift: State['gifts'][string],
  at: number,
): boolean => {
  const places = waiting[giftId] ?? []
  const own = places.find((place) => place.person === person && isNewest(places, place))
  const isOffered = own !== undefined && own.until !== null && at < own.until
  if (!isOffered && gift.left === 0) return false
  if (!isOffered) gift.left--
  if (own && (isOffered || own.until === null)) remove(places, own)
  return true
}

const mayNotSpend = (
  state: State,
  { person, gift: giftId }: Of<'order'>,
  { price, perPerson }: State['gifts'][string],
  at: number,
  { limits }: Constitution,
): string | null => {
  const account = seen(state, person)
  if (account.isClosed) return 'account-closed'
  if (perPerson !== null && liveOrders(state, person, giftId).length >= perPerson)
    return 'person-limit-reached'
  if (goodPoints(account, at) < price) return 'points-short'
  const spent = liveOrders(state, person)
    .filter(({ reservedAt }) => yearOf(Date.parse(reservedAt)) === yearOf(at))
    .reduce((sum, { points }) => sum + points, 0)
  return spent + price > limits.yearlyRedemption ? 'yearly-cap-reached' : null
}

export const cancelling = (
  state: State,
  request: Of<'cancel'>,
  { at }: Context,
): { code: string; of?: string } => {
  const order = state.orders[request.order]
  if (order?.person !== request.person) return { code: 'unknown-order' }
  if (order.state === 'picked-up') return { code: 'order-picked-up' }
  if (order.state === 'expired') return { code: 'order-expired' }
  if (order.state === 'reserved') {
    order.state = 'cancelled'
    giveBack(state, request.order, order, at)
  }
  return { code: 'ok', of: request.order }
}

const giveBack = (state: State, id: string, order: Order, at: number): void => {
  const account = personOf(state, order.person)
  writeOff(account, at)
  let points = 0
  for (const [year, part] of Object.entries(order.taken)) {
    if (isLapsed(year, at)) continue
    intoLot(account, year, part)
    points += part
  }
  const gift = state.gifts[order.gift]?.name ?? ''
  post(account, 'refund', points, at, { type: 'cancelled', order: id, gift, lapsed: order.points - points })
  freePiece(state, order.gift, at)
}

/** `ended` stands for each answer that says that it is over. */
export const handingOver = (state: State, { order: id, outlet }: Of<'pick-up'>, { at }: Context): string => {
  const order = state.orders[id]
  if (order?.state !== 'reserved' || dayOf(at) > order.pickUpBy) return 'ended'
  if (order.outlet !== outlet) return 'pickup-code-wrong'
  order.state = 'picked-up'
  return 'ok'
}

export const confirming = (state: State, { ticket }: Of<'confirm-again'>, { at }: Context): string => {
  const order = state.orders[ticket.order]
  if (order?.ticket === ticket.id) return 'ok'
  if (order?.state !== 'reserved' || dayOf(at) > order.pickUpBy) return 'ended'
  if (at > ticket.until) return 'pickup-ticket-old'
  order.state = 'picked-up'
  order.ticket = ticket.id
  return 'ok'
}
