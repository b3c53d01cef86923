/**
 * Who waits for a gift, in the order of asking. A piece that comes free is offered to the first of them in the same
 * transaction that frees it, and kept two days; an offer not taken goes on to the next.
 */
import { dayMs, dayOf } from '../../shared/day'
import { type Item, parseItem, secondsOf, type Table, type Write } from '../../shared/table'
import * as z from '../../shared/zod'
import { saleOf } from '../rules/gifts'
import { stateIn, waitingComesFrom } from '../rules/order-states'
import type { GiftItem } from './gifts'
import { offerKey, offerPartition, waitingKey, waitingPartition, waitingSort } from './keys'
import { returnPiece } from './stock'

export const waitingItemSchema = z.object({
  gift: z.string(),
  person: z.string(),
  /** Ms since 1970. */
  asked: z.int(),
  state: z.enum(['waiting', 'offered']),
  /** Until when the piece is kept (ms since 1970), and the shard it belongs to; null while waiting. */
  until: z.nullable(z.int()),
  shard: z.nullable(z.int()),
})
export type WaitingItem = z.infer<typeof waitingItemSchema>
/** A place in a waiting list to which a piece was offered. */
export type Offer = WaitingItem & { state: 'offered'; until: number; shard: number }
const pointerSchema = z.object({ gift: z.string(), person: z.string(), asked: z.int() })
/** An offer by the day on which it lapses. */
export type OfferPointer = z.infer<typeof pointerSchema> & { key: { PK: string; SK: string } }

export type Place = { gift: string; person: string; asked: number }
const offerMs = 2 * dayMs
const pointerKeptMs = 30 * dayMs
const earliest = 0
const latest = 9_999_999_999_999

export const isOffer = (item: WaitingItem | null): item is Offer =>
  item !== null && item.state === 'offered' && item.until !== null && item.shard !== null

export const waitingReader = (table: Table) => {
  const listed = async (gift: string, until: string, limit: number): Promise<WaitingItem[]> => {
    const { names, values } = { names: { '#state': 'state' }, values: { ':waiting': 'waiting' } }
    const items = await table.page(waitingPartition(gift), {
      from: waitingSort(earliest, ''),
      until,
      limit,
      consistent: true,
      filter: { FilterExpression: '#state = :waiting', names, values },
    })
    return items.map(waitingOf)
  }

  return {
    async readWaiting({ gift, asked, person }: Place): Promise<WaitingItem | null> {
      const item = await table.get(waitingKey(gift, asked, person), { consistent: true })
      return item && waitingOf(item)
    },

    /** Those who wait and have no offer, the first to ask first. */
    firstWaiting: (gift: string, limit: number): Promise<WaitingItem[]> =>
      listed(gift, waitingSort(latest, '~'), limit),

    /** How many ask in vain up to now, and for how many a piece is kept that they have not ordered. */
    async countQueue(gift: string): Promise<{ waiting: number; held: number }> {
      const items = (await table.query(waitingPartition(gift), '', { consistent: true })).map(waitingOf)
      const held = items.filter(isOffer).length
      return { waiting: items.length - held, held }
    },

    /** How many of them asked before. */
    async countAhead({ gift, asked, person }: Place): Promise<number> {
      const upTo = await listed(gift, waitingSort(asked, person), Number.MAX_SAFE_INTEGER)
      return upTo.filter((one) => one.person !== person).length
    },

    /** Offers that lapse on that day. */
    async readOffers(day: string): Promise<(OfferPointer & { until: number })[]> {
      const items = await table.query(offerPartition(day), '', { consistent: true })
      return items.map((item) => {
        const { PK, SK } = parseItem(z.object({ PK: z.string(), SK: z.string() }), item)
        return { ...parseItem(pointerSchema, item), key: { PK, SK }, until: Number(SK.slice(0, 13)) }
      })
    },
  }
}

const waitingOf = (item: Item): WaitingItem => parseItem(waitingItemSchema, item)

export const putWaiting = (table: Table, place: Place): Write => {
  const item: WaitingItem = { ...place, state: 'waiting', until: null, shard: null }
  return table.put(
    { ...waitingKey(place.gift, place.asked, place.person), ...item },
    { ConditionExpression: 'attribute_not_exists(PK)' },
  )
}

/** Takes a place out of the list: refused where it is not in the state in which it was read. */
export const removeWaiting = (table: Table, item: WaitingItem, why: 'taken' | 'lapsed' | 'left'): Write => {
  const from = waitingComesFrom[why].filter((state) => state === item.state)
  if (from.length === 0) throw new Error(`a place that is ${item.state} was not ${why}`)
  return table.remove(waitingKey(item.gift, item.asked, item.person), stateIn(from))
}

/** Keeps a piece of that shard for somebody who waits, with a pointer by which the sweep finds it when its time is up. */
export const offerPiece = (table: Table, waiter: WaitingItem, shard: number, until: number): Write[] => {
  const { gift, asked, person } = waiter
  const legal = stateIn(waitingComesFrom.offered)
  const key = waitingKey(gift, asked, person)
  return [
    table.update(key, {
      UpdateExpression: 'SET #state = :offered, #until = :until, #shard = :shard',
      ConditionExpression: legal.ConditionExpression,
      names: { ...legal.names, '#until': 'until', '#shard': 'shard' },
      values: { ...legal.values, ':offered': 'offered', ':until': until, ':shard': shard },
    }),
    table.put({
      ...offerKey(dayOf(until), until, gift, key.SK),
      gift,
      asked,
      person,
      expiresAt: secondsOf(until + pointerKeptMs),
    }),
  ]
}

/** Until when a piece offered at `at` is kept: two days, but no longer than it is on sale; null where it is not. */
export const offeredUntil = (gift: GiftItem, at: number): number | null => {
  if (saleOf(gift, at) !== 'on-sale') return null
  const end = gift.onSaleUntil === null ? Number.POSITIVE_INFINITY : Date.parse(gift.onSaleUntil)
  return Math.min(at + offerMs, end)
}

export type Freed = { gift: GiftItem | null; giftId: string; shard: number; at: number }

/** What becomes of a piece that nobody has any more: the first who waits is offered it, or else it can be ordered. */
export const freePiece = async (
  table: Table,
  { gift, giftId, shard, at }: Freed,
): Promise<{ writes: Write[]; isOffered: boolean }> => {
  const until = gift && offeredUntil(gift, at)
  const [first] = until === null ? [] : await waitingReader(table).firstWaiting(giftId, 1)
  return first && until !== null
    ? { writes: offerPiece(table, first, shard, until), isOffered: true }
    : { writes: [returnPiece(table, giftId, shard)], isOffered: false }
}
