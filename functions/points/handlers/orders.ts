/** Ordering a gift, and what becomes of the order while it waits to be picked up. */

import { type Session, worksAt } from '../../shared/access/access'
import { cityOf } from '../../shared/city-of'
import { keyText } from '../../shared/codes/rolling-code'
import { dayOf } from '../../shared/day'
import { badCursor, readSequenceCursor, sequenceCursorOf } from '../../shared/http/cursor'
import type { Failure } from '../../shared/http/problems'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok, type Result } from '../../shared/result'
import type { OrderRequest, PointsCode } from '../contract'
import type { PointsDependencies } from '../dependencies'
import type { pointsOperations } from '../operations'
import type { AccountState } from '../rules/account'
import { saleOf } from '../rules/gifts'
import { orderIdOf } from '../rules/order-id'
import { pickupKey } from '../rules/rolling-code'
import { orderView } from '../service/views'
import type { GiftItem } from '../store/gift/gifts'
import type { OrderItem } from '../store/order/orders'
import { failureOf } from './failures'

type Dependencies = Pick<PointsDependencies, 'service' | 'secret' | 'clock'>

export const handleOrder =
  ({ service, secret, clock }: Dependencies): HandlerOf<typeof pointsOperations.order> =>
  async ({ session, body, key }) => {
    const at = clock()
    const { person } = session
    const id = orderIdOf(await secret(), person, key)
    // Both at once, for the gift's id tells the city; a gift that was sold a moment ago is not read at all.
    const [{ gift, isRemembered }, account] = await Promise.all([
      service.readRecentGift(body.gift),
      service.readAccount({ person, region: cityOf(body.gift) }, { consistent: true }),
    ])
    const request = { id, body, session, at }
    let order = await orderOf(service, request, gift, account)
    if (!order.ok && isRemembered && hangsOnGift.has(order.error))
      order = await orderOf(service, request, await service.readGiftNow(body.gift), account)
    for (let looks = 0; !order.ok && order.error === 'gift-changed' && looks < mostLooks; looks++)
      order = await orderOf(service, request, await service.readGiftNow(body.gift), null)
    if (order.ok) return ok({ json: orderView(order.value, at) })
    return err(failureOf(order.error === 'gift-changed' ? 'account-busy' : order.error))
  }

/** Refusals that another gift may not give: one that was remembered is looked at again before it refuses anybody. */
const hangsOnGift: ReadonlySet<string> = new Set<PointsCode>([
  'unknown-gift',
  'not-on-sale',
  // Pieces that came may lie on shards that it does not know.
  'sold-out',
  'price-changed',
  'not-picked-up-here',
  'points-short',
  'person-limit-reached',
  'yearly-cap-reached',
])

/** Nobody changes a gift so often that it is another each time one looks. */
const mostLooks = 3

type Asked = { id: string; body: OrderRequest; session: Session; at: number }

/** Orders the gift as it was read; `account` as in `placeOrder`. */
async function orderOf(
  service: Dependencies['service'],
  { id, body, session, at }: Asked,
  gift: GiftItem | null,
  account: AccountState | null,
) {
  const { person } = session
  const allowed = gift ? mayOrder(gift, body, session, at) : err('unknown-gift' as const)
  if (!allowed.ok) {
    // It may have been allowed when this was sent first.
    const before = await service.findOrder({ id, person, gift: { id: body.gift }, outlet: body.outlet })
    return before ?? allowed
  }
  const { limits } = await service.readRules(allowed.value.region)
  return service.placeOrder({ id, person, gift: allowed.value, outlet: body.outlet, limits, at }, account)
}

/** What can be said without looking at the account or the stock. */
function mayOrder(
  gift: GiftItem,
  { outlet, points = gift.price }: OrderRequest,
  session: Session,
  at: number,
): Result<GiftItem, 'unknown-gift' | 'not-on-sale' | 'price-changed' | 'not-picked-up-here' | 'own-outlet'> {
  const sale = saleOf(gift, at)
  if (sale === 'hidden') return err('unknown-gift')
  if (sale !== 'on-sale') return err('not-on-sale')
  if (points !== gift.price) return err('price-changed')
  if (!gift.outlets.includes(outlet)) return err('not-picked-up-here')
  return worksAt(session, outlet) ? err('own-outlet') : ok(gift)
}

const ordersPerPage = 20

export const handleOrders =
  ({ service, clock }: Dependencies): HandlerOf<typeof pointsOperations.orders> =>
  async ({ session: { person }, query: { region, cursor } }) => {
    const after = readSequenceCursor(cursor)
    if (!after.ok) return err(badCursor)
    const page = { after: after.value, limit: ordersPerPage }
    const { entries, next } = await service.readSpending({ person, region }, page)
    const ids = entries.flatMap(({ reason }) => (reason.type === 'order' ? [reason.order] : []))
    const orders = await service.readOrders(ids)
    return ok({
      json: { orders: orders.map((order) => orderView(order, clock())), cursor: sequenceCursorOf(next) },
    })
  }

export const handleReadOrder =
  ({ service, clock }: Dependencies): HandlerOf<typeof pointsOperations.readOrder> =>
  async ({ session, params: { id } }) => {
    const order = await ownOrder(service, session, id)
    return order.ok ? ok({ json: orderView(order.value, clock()) }) : order
  }

export const handleCancel =
  ({ service, clock }: Dependencies): HandlerOf<typeof pointsOperations.cancel> =>
  async ({ session, params: { id } }) => {
    const own = await ownOrder(service, session, id)
    if (!own.ok) return own
    const ended = await service.giveBack(id, 'cancelled', clock())
    if (!ended.ok) return err(failureOf(ended.error))
    const { order } = ended.value
    if (order.state === 'picked-up') return err(failureOf('order-picked-up'))
    if (order.state === 'expired') return err(failureOf('order-expired'))
    return ok({ json: orderView(order, clock()) })
  }

export const handlePickupCode =
  ({ service, secret, clock }: Dependencies): HandlerOf<typeof pointsOperations.pickupCode> =>
  async ({ session, params: { id } }) => {
    const own = await ownOrder(service, session, id)
    if (!own.ok) return own
    const { state, outlet, pickUpBy } = own.value
    const now = clock()
    const day = dayOf(now)
    if (state !== 'reserved' || day > pickUpBy) return err(failureOf('order-ended'))
    const slot = await service.takeSlot({ order: id, place: outlet, day })
    const key = keyText(pickupKey(await secret(), id, day))
    return ok({ json: { order: id, day, key, slot, now: new Date(now).toISOString() } })
  }

/** Another's order is as unknown as one that does not exist. */
async function ownOrder(
  service: Dependencies['service'],
  { person }: Session,
  id: string,
): Promise<Result<OrderItem, Failure<Extract<PointsCode, 'unknown-order'>>>> {
  const order = await service.readOrder(id)
  return order?.person === person ? ok(order) : err(failureOf('unknown-order'))
}
