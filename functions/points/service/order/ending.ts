/** How an order ends: cancelled, expired, or handed over. Each is one transaction; what has ended stays as it is. */

import { parseItem, type Table } from '../../../shared/aws/table'
import { dayOf } from '../../../shared/day'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import { err, ok, type Result } from '../../../shared/result'
import * as z from '../../../shared/zod'
import { handoverSchema } from '../../contract'
import { pickedUp, refunded } from '../../rules/account'
import { accountReader, accountWrites } from '../../store/account/accounts'
import { giftReader } from '../../store/gift/gifts'
import { handPieceOver, type Stock } from '../../store/gift/stock'
import { handoverKey, handoverPartition } from '../../store/keys'
import { endOrder, type OrderItem, orderItemSchema, orderReader } from '../../store/order/orders'
import { freePiece } from '../../store/waiting/places'
import { createOfferServing } from '../waiting/serving'

/** As it is kept: the picture by its name among those of the gift. */
const handoverItemSchema = z.extend(handoverSchema, { gift: orderItemSchema.shape.gift })
export type HandoverItem = z.infer<typeof handoverItemSchema>

export type Pickup = { id: string; ticket: string; at: number }

export const endingService = (table: Table, stock: Stock, random: (bytes: number) => Uint8Array) => {
  const { readAccount } = accountReader(table)
  const { readOrder } = orderReader(table)
  const { readGift } = giftReader(table)
  const serve = createOfferServing(table, stock)

  const tryGivingBack = async (id: string, why: keyof typeof stateAfter, at: number) => {
    const order = await readOrder(id)
    if (!order) return err('unknown-order' as const)
    if (order.state !== 'reserved') return ok({ order, hasEnded: false })
    const owner = { person: order.person, region: order.region }
    const account = await readAccount(owner, { consistent: true })
    const gift = await readGift(order.gift.id, { consistent: false })
    const freed = await freePiece(table, {
      ...{ gift, giftId: order.gift.id, shard: order.shard, at },
      wasHeld: false,
    })
    const written = await table.transact([
      endOrder(table, id, { state: stateAfter[why], at }),
      ...accountWrites(table, owner, account, refunded(account, { order, why, at })),
      ...freed.writes,
    ])
    if (!written.ok) return retry
    stock.forget(order.gift.id)
    if (gift && !freed.isOffered) await serve(gift, at)
    const ended = { ...order, state: stateAfter[why], endedAt: new Date(at).toISOString() }
    return ok({ order: ended, hasEnded: true })
  }

  const tryHandingOver = async ({ id, ticket, at }: Pickup, attempt: string) => {
    const order = await readOrder(id)
    if (!order) return err('unknown-order' as const)
    if (order.state !== 'reserved') return ok({ order, isOwn: order.pickup?.attempt === attempt })
    const owner = { person: order.person, region: order.region }
    const account = await readAccount(owner, { consistent: true })
    const pickup = { ticket, attempt }
    const ended: OrderItem = { ...order, state: 'picked-up', endedAt: new Date(at).toISOString(), pickup }
    const written = await table.transact([
      endOrder(table, id, { state: 'picked-up', at, pickup }),
      ...accountWrites(table, owner, account, pickedUp(account)),
      table.put({
        ...handoverKey(order.outlet, dayOf(at), new Date(at).toISOString(), id),
        ...handoverOf(ended),
      }),
      handPieceOver(table, order.gift.id, order.shard),
    ])
    return written.ok ? ok({ order: ended, isOwn: true }) : retry
  }

  return {
    /** The order as it then is; `hasEnded`: by this call. Points return, and the piece goes to whoever waits for it. */
    async giveBack(
      id: string,
      why: keyof typeof stateAfter,
      at: number,
    ): Promise<Result<{ order: OrderItem; hasEnded: boolean }, 'unknown-order' | 'account-busy'>> {
      return (await retryOnConflict(table, () => tryGivingBack(id, why, at))) ?? err('account-busy')
    },

    /** The order as it then is; `isOwn`: handed over by this call. */
    async handOver(
      pickup: Pickup,
    ): Promise<Result<{ order: OrderItem; isOwn: boolean }, 'unknown-order' | 'account-busy'>> {
      const attempt = Buffer.from(random(9)).toString('base64url')
      return (await retryOnConflict(table, () => tryHandingOver(pickup, attempt))) ?? err('account-busy')
    },

    /** What an outlet handed over on a day, newest first. */
    async readHandovers(place: string, day: string): Promise<HandoverItem[]> {
      const items = await table.query(handoverPartition(place, day), '', { consistent: true })
      return items.map((item) => parseItem(handoverItemSchema, item)).reverse()
    },
  }
}

const stateAfter = { cancelled: 'cancelled', 'not-picked-up': 'expired' } as const

export const handoverOf = ({ id, gift, points, endedAt, reservedAt }: OrderItem): HandoverItem => ({
  order: id,
  gift,
  points,
  at: endedAt ?? reservedAt,
})
