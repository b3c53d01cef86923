/**
 * Who waits for a gift, in the order of asking. A piece that comes free is offered to the first of them in the same
 * transaction that frees it, and kept two days; an offer not taken goes on to the next.
 */
import { dayMs, dayOf } from '../../../shared/day'
import { stateIn } from '../../../shared/state-condition'
import { type Item, parseItem, secondsOf, type Table, type Write } from '../../../shared/table'
import * as z from '../../../shared/zod'
import { saleOf } from '../../rules/gifts'
import { waitingComesFrom } from '../../rules/order-states'
import type { GiftItem } from '../gift/gifts'
import { holdPiece, returnPiece } from '../gift/stock'
import { offeredKey, offerKey, offerPartition, waitingKey, waitingPartition, waitingSort } from '../keys'

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
const pointerRetentionMs = 30 * dayMs
const earliest = 0
const latest = 9_999_999_999_999

export const isOffer = (item: WaitingItem | null): item is Offer =>
  item !== null && item.state === 'offered' && item.until !== null && item.shard !== null

/** How many there are, as far as anybody counts: a list of thousands costs no more to look at than one of a hundred. */
export type Count = { count: number; more: boolean }
const mostCounted = 100

export const waitingReader = (table: Table) => {
  const counted = async (gift: string, until: string): Promise<Count> => {
    // Shown and nothing more, so it may be a second old, at half the price.
    const range = { from: waitingSort(earliest, ''), until, limit: mostCounted + 1, consistent: false }
    const found = (await table.page(waitingPartition(gift), range)).length
    return { count: Math.min(found, mostCounted), more: found > mostCounted }
  }

  /** Those that there are. A place goes from the waiting to the offered and never back: read in this order none is missed. */
  const readPlaces = async (places: readonly Place[]): Promise<WaitingItem[]> => {
    const read = async (some: readonly Place[], keyOf: typeof waitingKey) => {
      const keys = some.map(({ gift, asked, person }) => keyOf(gift, asked, person))
      return (await table.getMany(keys, { consistent: true })).map(waitingOf)
    }
    const waiting = await read(places, waitingKey)
    const others = places.filter((place) => !waiting.some((one) => isSame(one, place)))
    return [...waiting, ...(await read(others, offeredKey))]
  }

  return {
    readPlaces,

    async readWaiting({ gift, asked, person }: Place): Promise<WaitingItem | null> {
      const item =
        (await table.get(waitingKey(gift, asked, person), { consistent: true })) ??
        (await table.get(offeredKey(gift, asked, person), { consistent: true }))
      return item && waitingOf(item)
    },

    /** Those who wait and have no offer, the first to ask first. */
    async firstWaiting(gift: string, limit: number): Promise<WaitingItem[]> {
      const range = { from: waitingSort(earliest, ''), until: waitingSort(latest, '~'), limit }
      const items = await table.page(waitingPartition(gift), { ...range, consistent: true })
      return items.map(waitingOf)
    },

    /** How many ask in vain up to now. */
    countWaiting: (gift: string): Promise<Count> => counted(gift, waitingSort(latest, '~')),

    /** How many of them asked before; of the same millisecond, in the order of the list. */
    countAhead: ({ gift, asked, person }: Place): Promise<Count> =>
      counted(gift, sortBefore(waitingSort(asked, person))),

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

/** What sorts behind everything before `sort` and before itself: ids are of digits and small letters. */
const sortBefore = (sort: string): string =>
  `${sort.slice(0, -1)}${String.fromCharCode(sort.charCodeAt(sort.length - 1) - 1)}~`

const isSame = (a: Place, b: Place): boolean =>
  a.gift === b.gift && a.asked === b.asked && a.person === b.person

/** Where it stands: those to whom a piece was offered are behind those who wait. */
export const placeKey = ({ gift, asked, person, state }: WaitingItem) =>
  state === 'offered' ? offeredKey(gift, asked, person) : waitingKey(gift, asked, person)

const waitingOf = (item: Item): WaitingItem => parseItem(waitingItemSchema, item)

export const putWaiting = (table: Table, place: Place): Write => {
  const item: WaitingItem = { ...place, state: 'waiting', until: null, shard: null }
  return table.put({ ...placeKey(item), ...item }, { ConditionExpression: 'attribute_not_exists(PK)' })
}

/** Takes a place out of the list: refused where it is not in the state in which it was read. */
export const removeWaiting = (table: Table, item: WaitingItem, why: 'taken' | 'lapsed' | 'left'): Write => {
  const from = waitingComesFrom[why].filter((state) => state === item.state)
  if (from.length === 0) throw new Error(`a place that is ${item.state} was not ${why}`)
  return table.remove(placeKey(item), stateIn(from))
}

/** Writes of an offer. */
export const offerWrites = 3

/** Keeps a piece of that shard for somebody who waits, with a pointer by which the sweep finds it when its time is up. */
export const offerPiece = (table: Table, waiter: WaitingItem, shard: number, until: number): Write[] => {
  const { gift, asked, person } = waiter
  const offered: WaitingItem = { gift, person, asked, state: 'offered', until, shard }
  return [
    table.remove(waitingKey(gift, asked, person), stateIn(waitingComesFrom.offered)),
    table.put({ ...placeKey(offered), ...offered }, { ConditionExpression: 'attribute_not_exists(PK)' }),
    table.put({
      ...offerKey(dayOf(until), until, gift, waitingSort(asked, person)),
      gift,
      asked,
      person,
      expiresAt: secondsOf(until + pointerRetentionMs),
    }),
  ]
}

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
  const kept = wasHeld ? [] : [holdPiece(table, giftId, shard)]
  return { writes: [...kept, ...offerPiece(table, first, shard, until)], isOffered: true }
}
