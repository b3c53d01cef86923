/**
 * Who waits for a gift, in the order of asking (shared/waiting-list). A piece that comes free is offered to the first of them in
 * the same transaction that frees it, and held two days; an offer not taken goes on to the next.
 */

import type { Table, Write } from '../../../shared/aws/table'
import { dayMs } from '../../../shared/day'
import type { WaitingLayout } from '../../../shared/waiting-list/layout'
import { waitingReads } from '../../../shared/waiting-list/reads'
import { waitingStates } from '../../../shared/waiting-list/states'
import { waitingWrites } from '../../../shared/waiting-list/writes'
import * as z from '../../../shared/zod'
import { saleOf } from '../../rules/gifts'
import type { GiftItem } from '../gift/gifts'
import { holdPiece, returnPiece } from '../gift/stock'
import { offerPartition, waitingPartition } from '../keys'

export type Place = { gift: string; person: string; asked: number }
const placeSchema = z.object({ gift: z.string(), person: z.string(), asked: z.int() })
export const waitingItemSchema = z.extend(placeSchema, {
  state: z.enum(waitingStates),
  /** Until when the piece is held (ms since 1970), and the shard it belongs to; null while waiting. */
  until: z.nullable(z.int()),
  shard: z.nullable(z.int()),
})
export type WaitingItem = z.infer<typeof waitingItemSchema>
/** A place in a waiting list to which a piece was offered. */
export type Offer = WaitingItem & { state: 'offered'; until: number; shard: number }
/** An offer by the day on which it lapses. */
export type OfferPointer = Place & { key: { PK: string; SK: string } }

const offerMs = 2 * dayMs

/** The list of a gift; what is offered is a piece of a shard. */
const giftWaiting: WaitingLayout<Place, WaitingItem, { shard: number }> = {
  partitionOf: waitingPartition,
  offersOn: offerPartition,
  listOf: ({ gift }) => gift,
  stored: waitingItemSchema,
  pointer: placeSchema,
  waiting: ({ gift, person, asked: askedAt }) => ({
    gift,
    person,
    asked: askedAt,
    state: 'waiting',
    until: null,
    shard: null,
  }),
  offered: ({ gift, person, asked: askedAt }, { shard }, until) => ({
    ...{ gift, person, asked: askedAt, state: 'offered', until, shard },
  }),
}

export const waitingReader = (table: Table) => waitingReads(table, giftWaiting)
export const waitingChanges = (table: Table) => waitingWrites(table, giftWaiting)

export const isOffer = (item: WaitingItem | null): item is Offer =>
  item !== null && item.state === 'offered' && item.until !== null && item.shard !== null

/** Until when a piece offered at `at` is kept: two days, but no longer than it is on sale; null where it is not. */
export const offeredUntil = (gift: GiftItem, at: number): number | null => {
  if (saleOf(gift, at) !== 'on-sale') return null
  const end = gift.onSaleUntil === null ? Number.POSITIVE_INFINITY : Date.parse(gift.onSaleUntil)
  return Math.min(at + offerMs, end)
}

/** `wasHeld`: for somebody who waited, and nobody ordered it. */
export type Freed = { gift: GiftItem | null; giftId: string; shard: number; at: number; wasHeld: boolean }

/** What becomes of a piece that nobody has any more: the first who waits is offered it, or else it can be ordered. */
export const freePiece = async (
  table: Table,
  { gift, giftId, shard, at, wasHeld }: Freed,
): Promise<{ writes: Write[]; isOffered: boolean }> => {
  const until = gift && offeredUntil(gift, at)
  const [first] = until === null ? [] : await waitingReader(table).firstWaiting(giftId, 1)
  if (!first || until === null)
    return { writes: [returnPiece(table, giftId, shard, wasHeld)], isOffered: false }
  const held = wasHeld ? [] : [holdPiece(table, giftId, shard)]
  return { writes: [...held, ...waitingChanges(table).offer(first, { shard }, until)], isOffered: true }
}
