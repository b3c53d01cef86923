/** What the phone asks the server of points: the account, the ways to earn, gifts and orders. */
import type { Result } from '@common/result'
import {
  type Account,
  accountSchema,
  type Earned,
  type Entry,
  earnedSchema,
  entriesResponseSchema,
  type Gift,
  giftSchema,
  giftsResponseSchema,
  type Order,
  type OrderRequest,
  orderSchema,
  ordersResponseSchema,
  type PickupCode,
  pickupCodeSchema,
  pointsPaths,
  type Waiting,
  waitingSchema,
} from '@contract/points'
import type { Page } from '@/shared/query/pages'
import { ask, type Failure, pathOf } from '@/shared/request'
import type { Visit } from './visit-view'

type Asked<T> = Promise<Result<T, Failure>>

export function fetchAccount(region: string): Asked<Account> {
  return ask({ path: pathOf(pointsPaths.account, {}, { region }), schema: accountSchema, auth: true })
}

export async function fetchEntries(region: string, cursor?: string): Asked<Page<Entry>> {
  const path = pathOf(pointsPaths.entries, {}, { region, cursor })
  const answer = await ask({ path, schema: entriesResponseSchema, auth: true })
  return answer.ok
    ? { ok: true, value: { items: answer.value.entries, cursor: answer.value.cursor } }
    : answer
}

/** Once a day: asking again is answered with what was done before. */
export function sendCheckIn(region: string): Asked<Earned> {
  return ask({ path: pointsPaths.checkIns, schema: earnedSchema, auth: true, body: { region } })
}

/** Once a day and place. */
export function sendVisit(visit: Visit): Asked<Earned> {
  return ask({ path: pointsPaths.visits, schema: earnedSchema, auth: true, body: visit })
}

export function sendCode(code: string): Asked<Earned> {
  return ask({ path: pointsPaths.codes, schema: earnedSchema, auth: true, body: { code } })
}

export async function fetchGifts(region: string): Asked<Gift[]> {
  const path = pathOf(pointsPaths.gifts, {}, { region })
  const answer = await ask({ path, schema: giftsResponseSchema })
  return answer.ok ? { ok: true, value: answer.value.gifts } : answer
}

export function fetchGift(id: string): Asked<Gift> {
  return ask({ path: pathOf(pointsPaths.gift, { id }), schema: giftSchema })
}

const waitingPath = (gift: string): string => pathOf(pointsPaths.giftWaiting, { id: gift })

export function fetchWaiting(gift: string): Asked<Waiting> {
  return ask({ path: waitingPath(gift), schema: waitingSchema, auth: true })
}

/** Whoever waits already keeps their place. */
export function startWaiting(gift: string): Asked<Waiting> {
  return ask({ path: waitingPath(gift), schema: waitingSchema, auth: true, body: {} })
}

export function stopWaiting(gift: string): Asked<Waiting> {
  return ask({ path: waitingPath(gift), schema: waitingSchema, auth: true, method: 'DELETE' })
}

/** The same key gets the same order, however often it is sent. `points`: the price that was agreed to. */
export function sendOrder(wish: OrderRequest, key: string): Asked<Order> {
  return ask({ path: pointsPaths.orders, schema: orderSchema, auth: true, body: wish, key })
}

export async function fetchOrders(region: string, cursor?: string): Asked<Page<Order>> {
  const path = pathOf(pointsPaths.orders, {}, { region, cursor })
  const answer = await ask({ path, schema: ordersResponseSchema, auth: true })
  return answer.ok ? { ok: true, value: { items: answer.value.orders, cursor: answer.value.cursor } } : answer
}

export function fetchOrder(id: string): Asked<Order> {
  return ask({ path: pathOf(pointsPaths.order, { id }), schema: orderSchema, auth: true })
}

/** Cancelling what is cancelled already is answered with the order as it is. */
export function sendCancel(id: string): Asked<Order> {
  return ask({ path: pathOf(pointsPaths.cancel, { id }), schema: orderSchema, auth: true, body: {} })
}

export function fetchPickupCode(id: string): Asked<PickupCode> {
  return ask({ path: pathOf(pointsPaths.pickupCode, { id }), schema: pickupCodeSchema, auth: true })
}
