/** How pieces come to a gift's stock and leave it, as the part of a transaction that touches shards and waiting list. */

import { maxWrites, type Table, type Write } from '../../../shared/aws/table'
import { ok, type Result } from '../../../shared/result'
import { offerWrites } from '../../../shared/waiting-list/writes'
import { maxShards, shardsFor } from '../../rules/gifts'
import { spread } from '../../rules/stock'
import { offeredUntil, type WaitingItem, waitingChanges, waitingReader } from '../waiting/places'
import type { GiftItem } from './gifts'
import { changeShard, type Stock } from './stock'

/** `version`: the gift's, as whoever asks has seen it; null: whatever it is. */
export type StockChange = { change: number; version: number | null }

/** The gift, and the record of the change with its two pointers (audit/store/writes.ts). */
const otherWrites = 4
/** Beside the shards and those, in one transaction. */
const mostOffers = Math.floor((maxWrites - maxShards - otherWrites) / offerWrites)

export type StockStep = {
  /** Of the gift, afterwards. */
  total: number
  shards: number
  writes: Write[]
  /** Pieces of the change that this step does. */
  done: number
}

export const stockChanges = (table: Table, stock: Pick<Stock, 'readShards'>, clock: () => number) => {
  const { firstWaiting } = waitingReader(table)
  const { offer } = waitingChanges(table)

  return {
    /** As much of the change as one transaction holds. */
    async nextStep(gift: GiftItem, change: number): Promise<Result<StockStep, 'stock-taken'>> {
      const until = change > 0 ? offeredUntil(gift, clock()) : null
      const first = until === null ? [] : await firstWaiting(gift.id, Math.min(change, mostOffers + 1))
      const waiters = first.slice(0, mostOffers)
      // While there are more who wait than fit, nothing may come free, or it would go to whoever passes by.
      const done = first.length > mostOffers ? mostOffers : change
      const total = gift.total + done
      const shards = Math.max(gift.shards, shardsFor(total))
      const spreading = spread(await stock.readShards({ id: gift.id, shards }, { consistent: true }), done)
      if (!spreading.ok) return spreading
      const writes =
        until === null ? plain(gift, spreading.value) : dealt(gift, spreading.value, waiters, until)
      return ok({ total, shards, writes, done })
    },
  }

  function plain(gift: GiftItem, changes: readonly Spread[]): Write[] {
    return changes.map(({ n, change }) => changeShard(table, gift, { n, left: change, taken: 0 }))
  }

  /** The first pieces of the shards are kept for those who wait, the others can be ordered. */
  function dealt(gift: GiftItem, changes: readonly Spread[], waiters: readonly WaitingItem[], until: number) {
    const pieces = changes.flatMap(({ n, change }) => Array.from({ length: change }, () => n))
    const offers = waiters.flatMap((waiter, i) => {
      const n = pieces[i]
      return n === undefined ? [] : [{ n, writes: offer(waiter, { shard: n }, until) }]
    })
    const shards = changes.map(({ n, change }) => {
      const taken = offers.filter((offer) => offer.n === n).length
      return changeShard(table, gift, { n, left: change - taken, taken })
    })
    return [...shards, ...offers.flatMap(({ writes }) => writes)]
  }
}

type Spread = { n: number; change: number }
