/**
 * For the moment in which somebody asks to wait while a piece comes free: each of the two looks once more after its own
 * write, so one of them sees the other, and nobody waits while a piece lies there.
 */

import type { Table } from '../../../shared/aws/table'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import type { GiftItem } from '../../store/gift/gifts'
import { type Stock, takePiece } from '../../store/gift/stock'
import { offeredUntil, waitingChanges, waitingReader } from '../../store/waiting/places'

/** Brings those who wait, the first to ask first, together with pieces that anyone could order. */
export const createOfferServing = (table: Table, stock: Stock) => {
  const { firstWaiting } = waitingReader(table)
  const { offer } = waitingChanges(table)

  const tryServing = async (gift: GiftItem, at: number) => {
    const until = offeredUntil(gift, at)
    const [first] = until === null ? [] : await firstWaiting(gift.id, 1)
    if (until === null || !first) return false
    const shards = await stock.readShards(gift, { consistent: true })
    const shard = shards.find(({ left }) => left > 0)
    if (!shard) return false
    const written = await table.transact([
      takePiece(table, gift.id, shard.n),
      ...offer(first, { shard: shard.n }, until),
    ])
    stock.forget(gift.id)
    return written.ok ? true : retry
  }

  return async (gift: GiftItem, at: number): Promise<void> => {
    while (await retryOnConflict(table, () => tryServing(gift, at)));
  }
}
