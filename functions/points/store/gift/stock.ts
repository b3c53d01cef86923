/**
 * The pieces of a gift, spread over shards, as many take from them at once. What a function last saw of them it
 * keeps for two seconds: so those who come when all is gone cost no write.
 */
import { type Item, parseItem, type Table, type Write } from '../../../shared/aws/table'
import * as z from '../../../shared/zod'
import { emptyShard, type Shard, stockOf } from '../../rules/stock'
import { stockKey } from '../keys'

const shardSchema = z.object({
  n: z.int(),
  left: z.int(),
  taken: z.int(),
  handedOver: z.int(),
  /** Absent: none was kept yet. */
  held: z._default(z.int(), 0),
})
const keyedSchema = z.extend(shardSchema, { PK: z.string() })

/** A gift as far as its stock is concerned: its pieces are in the shards 0 up to `shards`, without it. */
export type Stocked = { id: string; shards: number }
export type StockDependencies = {
  clock: () => number
  /** In [0, 1). */
  random: () => number
}
export type Stock = ReturnType<typeof createStock>

const cacheMs = 2_000

const numbersOf = ({ shards }: Stocked) => Array.from({ length: shards }, (_, n) => n)

export const stockReader = (table: Table) => ({
  /** All of a gift's shards in one request, in the order of their numbers. */
  async readShards(gift: Stocked, options: { consistent: boolean }): Promise<Shard[]> {
    const numbers = numbersOf(gift)
    const keys = numbers.map((n) => stockKey(gift.id, n))
    const found = (await table.getMany(keys, options)).map((item: Item) => parseItem(shardSchema, item))
    return numbers.map((n) => found.find((shard) => shard.n === n) ?? emptyShard(n))
  },

  /** Pieces left of many gifts, a request for each hundred shards. Eventually consistent. */
  async readLeft(gifts: readonly Stocked[]): Promise<Map<string, number>> {
    const keys = gifts.flatMap((gift) => numbersOf(gift).map((n) => stockKey(gift.id, n)))
    const leftIn = new Map<string, number>()
    for (const item of await table.getMany(keys, { consistent: false })) {
      const { PK, left } = parseItem(keyedSchema, item)
      leftIn.set(PK, left)
    }
    const leftOf = (gift: Stocked) =>
      numbersOf(gift).reduce((sum, n) => sum + (leftIn.get(stockKey(gift.id, n).PK) ?? 0), 0)
    return new Map(gifts.map((gift) => [gift.id, leftOf(gift)]))
  },
})

export const createStock = (table: Table, { clock, random }: StockDependencies) => {
  const reader = stockReader(table)
  const seen = new Map<string, { at: number; shards: Shard[] }>()

  const readShards = async (gift: Stocked, options: { consistent: boolean }): Promise<Shard[]> => {
    const shards = await reader.readShards(gift, options)
    seen.set(gift.id, { at: clock(), shards })
    return shards
  }

  const lately = async (gift: Stocked): Promise<Shard[]> => {
    const known = seen.get(gift.id)
    const isFresh = known && clock() - known.at < cacheMs && known.shards.length === gift.shards
    return isFresh ? known.shards : readShards(gift, { consistent: false })
  }

  return {
    readShards,
    readLeft: reader.readLeft,

    /** Pieces that can be ordered, at most two seconds old. */
    async left(gift: Stocked): Promise<number> {
      return stockOf(await lately(gift)).left
    },

    /** A shard that had pieces a moment ago, any of them alike; null where all were empty. */
    async choose(gift: Stocked): Promise<number | null> {
      const full = (await lately(gift)).filter(({ left }) => left > 0)
      return full[Math.floor(random() * full.length)]?.n ?? null
    },

    /** A piece was taken by this function: what it remembers should not promise it again. */
    took(gift: Stocked, n: number): void {
      const shard = seen.get(gift.id)?.shards.find((one) => one.n === n)
      if (shard) shard.left--
    },

    /** The stock was changed otherwise: look before saying anything about it. */
    forget(gift: string): void {
      seen.delete(gift)
    },
  }
}

const byOne = { ':one': 1 }
const names = { '#left': 'left', '#taken': 'taken' }

/** A gift with the terms on which it is ordered. */
export type OnTerms = { id: string; terms?: number | undefined }

const onTerms = (terms: number | undefined) =>
  terms === undefined
    ? { condition: 'attribute_not_exists(terms)', values: {} }
    : { condition: 'terms = :terms', values: { ':terms': terms } }

/** For whoever orders: refused where the shard is empty, or the gift's terms are others by now. */
export const takePieceOf = (table: Table, { id, terms }: OnTerms, n: number): Write => {
  const same = onTerms(terms)
  return table.update(stockKey(id, n), {
    UpdateExpression: 'SET #left = #left - :one, #taken = #taken + :one',
    ConditionExpression: `#left >= :one AND ${same.condition}`,
    names,
    values: { ...byOne, ...same.values },
  })
}

/** For whoever orders a piece that was kept for them, and which is not taken from the shard any more. */
export const takeHeldPiece = (table: Table, { id, terms }: OnTerms, n: number): Write => {
  const same = onTerms(terms)
  return table.update(stockKey(id, n), {
    UpdateExpression: 'SET held = if_not_exists(held, :zero) - :one',
    ConditionExpression: same.condition,
    values: { ...byOne, ':zero': 0, ...same.values },
  })
}

/** To be kept for somebody who waits. Refused where the shard is empty. */
export const takePiece = (table: Table, gift: string, n: number): Write =>
  table.update(stockKey(gift, n), {
    UpdateExpression:
      'SET #left = #left - :one, #taken = #taken + :one, held = if_not_exists(held, :zero) + :one',
    ConditionExpression: '#left >= :one',
    names,
    values: { ...byOne, ':zero': 0 },
  })

/** Somebody had ordered it, and now it is kept for somebody who waits. */
export const holdPiece = (table: Table, gift: string, n: number): Write =>
  table.update(stockKey(gift, n), {
    UpdateExpression: 'SET held = if_not_exists(held, :zero) + :one',
    ConditionExpression: '#taken >= :one',
    names: { '#taken': 'taken' },
    values: { ...byOne, ':zero': 0 },
  })

/** Anybody can order it again. `wasHeld`: for somebody who waited, and nobody ordered it. */
export const returnPiece = (table: Table, gift: string, n: number, wasHeld: boolean): Write =>
  table.update(stockKey(gift, n), {
    UpdateExpression: `SET #left = #left + :one, #taken = #taken - :one${wasHeld ? ', held = if_not_exists(held, :zero) - :one' : ''}`,
    ConditionExpression: '#taken >= :one',
    names,
    values: { ...byOne, ...(wasHeld && { ':zero': 0 }) },
  })

export const handPieceOver = (table: Table, gift: string, n: number): Write =>
  table.update(stockKey(gift, n), {
    UpdateExpression: 'SET handedOver = handedOver + :one',
    ConditionExpression: '#taken > handedOver',
    names: { '#taken': 'taken' },
    values: byOne,
  })

/**
 * More pieces, of which some (`taken`) are kept for people who wait, or fewer; refused where so many are not left. With neither, the
 * shard learns the gift's terms.
 */
export const changeShard = (
  table: Table,
  { id, terms }: OnTerms,
  { n, left, taken }: { n: number; left: number; taken: number },
): Write =>
  table.update(stockKey(id, n), {
    UpdateExpression:
      'SET #n = :n, #left = if_not_exists(#left, :zero) + :left, #taken = if_not_exists(#taken, :zero) + :taken, ' +
      'held = if_not_exists(held, :zero) + :taken, ' +
      `handedOver = if_not_exists(handedOver, :zero)${terms === undefined ? '' : ', terms = :terms'}`,
    ...(left < 0 && { ConditionExpression: '#left >= :enough' }),
    names: { ...names, '#n': 'n' },
    values: {
      ':n': n,
      ':left': left,
      ':taken': taken,
      ':zero': 0,
      ...(left < 0 && { ':enough': -left }),
      ...(terms !== undefined && { ':terms': terms }),
    },
  })
