/**
 * What the ledger is compared with: the plain way, as one finds it in many a shop. It reads account and stock, decides in
 * its own memory, and writes both back, each with one put. No condition, no transaction, no key; whoever gets no answer
 * asks again and is a new customer.
 *
 * It runs on the same engine, with the same people, gift and number of requests at once as the real one, and nothing is
 * made worse for it on purpose: its harm comes of requests that overlap, and of answers that get lost.
 */

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import * as z from '../../functions/shared/zod'
import type { Random } from '../support/random'

export type NaiveStorm = {
  people: number
  /** Pieces there are. */
  stock: number
  price: number
  /** Points each has to begin with. */
  points: number
  /** Requests under way at once. */
  atOnce: number
  /** Of a hundred answers so many get lost, after everything was written, and are asked for again. */
  lostPercent: number
  /** Each person taps so many times at once, as an impatient thumb does. */
  taps: number
}

export type NaiveHarm = {
  /** Orders that were written, of pieces that there were. */
  sold: number
  oversold: number
  /** Points that bought something and were still there afterwards: the balance did not fall by what the orders cost. */
  pointsDoubled: number
  /** Points that went without an order of theirs. */
  pointsLost: number
  /** Requests of people who were told that they have an order, beyond the one they wanted. */
  chargedTwice: number
  /** What the stock says is left, and what would be right if it could be negative. */
  stockSays: number
  stockIs: number
}

const accountSchema = z.object({ balance: z.int() })
const stockSchema = z.object({ left: z.int() })
const orderSchema = z.object({ person: z.string(), points: z.int() })

export const naiveLedger = (client: DynamoDBDocumentClient, table: string) => {
  let orders = 0
  const get = async <T extends z.ZodMiniType>(schema: T, PK: string): Promise<z.infer<T>> => {
    const answer = await client.send(
      new GetCommand({ TableName: table, Key: { PK, SK: 'naive' }, ConsistentRead: true }),
    )
    return z.parse(schema, answer.Item)
  }
  const put = async (PK: string, fields: Record<string, unknown>) => {
    await client.send(new PutCommand({ TableName: table, Item: { PK, SK: 'naive', ...fields } }))
  }
  const putAccount = (person: string, balance: number) => put(`naive-account#${person}`, { balance })
  const putStock = (left: number) => put('naive-stock', { left })

  return {
    putAccount,
    putStock,
    readAccount: (person: string) => get(accountSchema, `naive-account#${person}`),
    readStock: () => get(stockSchema, 'naive-stock'),

    async redeem(person: string, price: number): Promise<'ok' | 'points-short' | 'sold-out'> {
      const [{ balance }, { left }] = await Promise.all([
        get(accountSchema, `naive-account#${person}`),
        get(stockSchema, 'naive-stock'),
      ])
      if (balance < price) return 'points-short'
      if (left < 1) return 'sold-out'
      await putStock(left - 1)
      await putAccount(person, balance - price)
      await put(`naive-order#${++orders}`, { person, points: price })
      return 'ok'
    },

    /** Every order there is. */
    async readOrders(): Promise<z.infer<typeof orderSchema>[]> {
      const found: z.infer<typeof orderSchema>[] = []
      let from: Record<string, unknown> | undefined
      do {
        const page = await client.send(
          new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }),
        )
        for (const item of page.Items ?? [])
          if (String(item.PK).startsWith('naive-order#')) found.push(z.parse(orderSchema, item))
        from = page.LastEvaluatedKey
      } while (from)
      return found
    },
  }
}

/** Plays the storm in an empty table, and counts what it did. */
export const naiveStorm = async (
  client: DynamoDBDocumentClient,
  table: string,
  storm: NaiveStorm,
  random: Random,
): Promise<NaiveHarm> => {
  const { people: count, stock, price, points, atOnce, lostPercent, taps } = storm
  const ledger = naiveLedger(client, table)
  const people = Array.from({ length: count }, (_, i) => `c${i}`)
  await ledger.putStock(stock)
  await inTurns(people, atOnce, (person) => ledger.putAccount(person, points))

  const ask = async (person: string): Promise<void> => {
    for (let sent = 1; sent <= 3; sent++) {
      await ledger.redeem(person, price)
      if (!random.chance(lostPercent / 100)) return
    }
  }
  const requests = people.flatMap((person) => Array.from({ length: taps }, () => person))
  await inTurns(requests, atOnce, ask)
  return harmOf(ledger, people, storm)
}

const harmOf = async (
  ledger: ReturnType<typeof naiveLedger>,
  people: readonly string[],
  { stock, points }: NaiveStorm,
): Promise<NaiveHarm> => {
  const orders = await ledger.readOrders()
  const { left } = await ledger.readStock()
  const harm = { pointsDoubled: 0, pointsLost: 0, chargedTwice: 0 }
  for (const person of people) {
    const own = orders.filter((order) => order.person === person)
    const cost = own.reduce((sum, order) => sum + order.points, 0)
    const paid = points - (await ledger.readAccount(person)).balance
    harm.pointsDoubled += Math.max(0, cost - paid)
    harm.pointsLost += Math.max(0, paid - cost)
    harm.chargedTwice += Math.max(0, own.length - 1)
  }
  const sold = orders.length
  return { sold, oversold: Math.max(0, sold - stock), ...harm, stockSays: left, stockIs: stock - sold }
}

/** So many at once, each worker taking the next. */
const inTurns = async (
  people: readonly string[],
  atOnce: number,
  work: (person: string) => Promise<void>,
): Promise<void> => {
  const waiting = [...people]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
