/**
 * Swapping points for a gift: account, entry, order and a piece of the stock in one transaction. The order's id comes of
 * the key it was asked with, so before anything is refused, and whenever a write is, one looks whether the order is there:
 * then it was this request, sent before, and gets its answer.
 */

import type { Table, Write } from '../../../shared/aws/table'
import { addDays } from '../../../shared/day'
import { type Retry, retry, retryOnConflict, underContention } from '../../../shared/items/retry'
import { err, ok, type Result } from '../../../shared/result'
import { type Limits, pickUpDays } from '../../contract'
import { type AccountState, type PurchaseRefusal, shortOf, spent } from '../../rules/account'
import { dayOfOrder } from '../../rules/order-id'
import { stockOf } from '../../rules/stock'
import { accountReader, accountWrites, type Owner } from '../../store/account/accounts'
import { type GiftItem, giftReader } from '../../store/gift/gifts'
import { type Stock, takeHeldPiece, takePieceOf } from '../../store/gift/stock'
import { type OrderItem, orderReader, putOrder } from '../../store/order/orders'
import { isOffer, type WaitingItem, waitingChanges, waitingReader } from '../../store/waiting/places'

export type OrderRequest = {
  id: string
  person: string
  gift: GiftItem
  outlet: string
  limits: Limits
  at: number
}
/** `gift-changed`: its terms are others than those of the gift as it was handed in. */
export type OrderRefusal =
  | PurchaseRefusal
  | 'sold-out'
  | 'account-busy'
  | 'idempotency-key-reused'
  | 'gift-changed'

export const redeemingService = (table: Table, stock: Stock) => {
  const { readAccount } = accountReader(table)
  const { readOrder } = orderReader(table)
  const { readWaiting } = waitingReader(table)
  const { removeWaiting } = waitingChanges(table)
  const { readGift } = giftReader(table)

  /** The order that was made with this key before; null where there is none. */
  const findExisting = async (
    wanted: Pick<OrderRequest, 'id' | 'person' | 'outlet'> & { gift: { id: string } },
  ): Promise<Result<OrderItem, 'idempotency-key-reused'> | null> => {
    const order = await readOrder(wanted.id)
    if (!order) return null
    const isSame =
      order.person === wanted.person && order.gift.id === wanted.gift.id && order.outlet === wanted.outlet
    return isSame ? ok(order) : err('idempotency-key-reused')
  }

  /** Where the piece comes from: what is kept for the person, or a shard; null where there is none. */
  const findPiece = async (request: OrderRequest, account: AccountState): Promise<Piece | null> => {
    const { gift, person, at } = request
    const askedAt = account.waiting[shortOf(gift.id)]
    const place = askedAt === undefined ? null : await readWaiting({ gift: gift.id, person, asked: askedAt })
    if (isOffer(place) && at < place.until)
      return {
        shard: place.shard,
        writes: [removeWaiting(place, 'taken'), takeHeldPiece(table, gift, place.shard)],
        isOffered: true,
      }
    const shard = await stock.choose(gift)
    if (shard === null) return null
    return { shard, writes: [takePieceOf(table, gift, shard), ...leaving(place)], isOffered: false }
  }

  /** Whoever finds a piece without having been offered one waits no more. */
  const leaving = (place: WaitingItem | null): Write[] =>
    place?.state === 'waiting' ? [removeWaiting(place, 'left')] : []

  const attempt = async (request: OrderRequest, round: Round) => {
    const { person, gift } = request
    const owner: Owner = { person, region: gift.region }
    const account = round.account ?? (await readAccount(owner, { consistent: true }))
    const change = spent(account, { ...request, order: request.id })
    if (!change.ok) return existingOr(request, change)
    const piece = await findPiece(request, account)
    if (!piece) return existingOr(request, err('sold-out' as const))
    const { [shortOf(gift.id)]: _, ...waiting } = account.waiting
    const order = orderFor(request, change.value.taken, piece.shard)
    // Once, and not again as it is: what meets others is the shard, and another may be free.
    const written = await table.transactOnce([
      ...accountWrites(table, owner, account, {
        ...change.value,
        account: { ...change.value.account, waiting },
      }),
      putOrder(table, order),
      ...piece.writes,
    ])
    if (written === 'transaction-conflict') return afterConflict(gift, account, round)
    round.account = null
    if (written.ok) {
      if (!piece.isOffered) stock.took(gift, piece.shard)
      return ok(order)
    }
    return afterRefusal(request, piece)
  }

  /** Somebody was faster: at the account, at the shard, or at changing the gift. */
  const afterRefusal = async (request: OrderRequest, piece: Piece) => {
    const { gift } = request
    const [before, now] = await Promise.all([
      findExisting(request),
      readGift(gift.id, { consistent: true }),
      ...(piece.isOffered ? [] : [stock.readShards(gift, { consistent: true })]),
    ])
    return before ?? (now?.terms === gift.terms ? retry : err('gift-changed' as const))
  }

  const existingOr = async <T>(request: OrderRequest, otherwise: T) =>
    (await findExisting(request)) ?? otherwise

  /** After many conflicts there may be nothing left to meet about. */
  const afterLastRound = async (request: OrderRequest) => {
    const shards = await stock.readShards(request.gift, { consistent: true })
    const isGone = stockOf(shards).left === 0
    return (await findExisting(request)) ?? err(isGone ? ('sold-out' as const) : ('account-busy' as const))
  }

  /** Nothing was written, so nothing is read anew but, now and then, what is left: by others, who were faster. */
  const afterConflict = async (gift: GiftItem, account: AccountState, round: Round): Promise<Retry> => {
    round.account = account
    round.conflicts++
    if (round.conflicts % conflictsPerRead === 0) await stock.readShards(gift, { consistent: false })
    return retry
  }

  return {
    findOrder: findExisting,

    /**
     * The order; for the same id the same one, whatever came between.
     *
     * @param account as somebody has just read it, if they have; should it have changed since, it is read anew
     */
    async placeOrder(
      request: OrderRequest,
      account: AccountState | null = null,
    ): Promise<Result<OrderItem, OrderRefusal>> {
      const round: Round = { account, conflicts: 0 }
      const placed = await retryOnConflict(table, () => attempt(request, round), underContention)
      return placed ?? afterLastRound(request)
    },
  }
}

type Round = {
  /** As it was read before, by whoever asks or by a round that met others and wrote nothing: the write tells if it changed. */
  account: AccountState | null
  conflicts: number
}
const conflictsPerRead = 4

type Piece = { shard: number; writes: Write[]; isOffered: boolean }

const orderFor = (
  { id, person, gift, outlet, at }: OrderRequest,
  taken: OrderItem['taken'],
  shard: number,
): OrderItem => ({
  id,
  person,
  region: gift.region,
  gift: { id: gift.id, name: gift.name, category: gift.category, picture: gift.picture },
  points: gift.price,
  taken,
  outlet,
  state: 'reserved',
  reservedAt: new Date(at).toISOString(),
  pickUpBy: addDays(dayOfOrder(id), pickUpDays),
  endedAt: null,
  shard,
  pickup: null,
})
