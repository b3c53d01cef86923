/**
 * A ledger as it is written first, by anybody: read, decide, write. It is given everything but transactions and conditions:
 * consistent reads, entries beside the balance, an order that is looked for before it is made again. For comparison only.
 */
import type { Table } from '../../../functions/shared/aws/table'
import * as z from '../../../functions/shared/zod'
import type { Books, Ledger, Outcome } from './ledger'

const accountSchema = z.object({ person: z.string(), balance: z.int() })
const stockSchema = z.object({ left: z.int() })
const orderSchema = z.object({ person: z.string() })

const accountKey = (person: string) => ({ PK: `person#${person}`, SK: 'account' })
const stockKey = { PK: 'gift', SK: 'stock' }
/** That a key was used. Each order lies beside it under an id of its own, so that doubles can be counted. */
const usedKey = (key: string) => ({ PK: `used#${key}`, SK: 'key' })
const checkInKey = (person: string, day: string) => ({ PK: `person#${person}`, SK: `check-in#${day}` })
const consistent = { consistent: true }

export type NaiveOptions = { price: number; award: number; newId: () => string }

export async function openNaive(
  table: Table,
  people: readonly string[],
  { points, pieces }: { points: number; pieces: number },
): Promise<void> {
  await table.putOne({ ...stockKey, left: pieces })
  for (const person of people) await table.putOne({ ...accountKey(person), person, balance: points })
}

export function naiveLedger(table: Table, { price, award, newId }: NaiveOptions): Ledger {
  const readAccount = async (person: string) =>
    z.parse(accountSchema, await table.get(accountKey(person), consistent))
  return {
    async order(person, key): Promise<Outcome> {
      if (await table.get(usedKey(key), consistent)) return 'done'
      const account = await readAccount(person)
      const { left } = z.parse(stockSchema, await table.get(stockKey, consistent))
      if (left < 1) return 'sold-out'
      if (account.balance < price) return 'refused'
      await table.putOne({ ...accountKey(person), person, balance: account.balance - price })
      await table.putOne({ ...stockKey, left: left - 1 })
      await table.putOne({ PK: 'orders', SK: newId(), person })
      await table.putOne({ ...usedKey(key), person })
      return 'done'
    },

    async checkIn(person, day): Promise<Outcome> {
      const mark = checkInKey(person, day)
      if (await table.get(mark, consistent)) return 'done'
      const { balance } = await readAccount(person)
      await table.putOne({ ...accountKey(person), person, balance: balance + award })
      await table.putOne({ ...mark, award })
      return 'done'
    },
  }
}

export async function naiveBooks(table: Table, people: readonly string[]): Promise<Books> {
  const orders = await table.query('orders', '', consistent)
  const { left } = z.parse(stockSchema, await table.get(stockKey, consistent))
  const accounts = await Promise.all(
    people.map(async (person) => z.parse(accountSchema, await table.get(accountKey(person), consistent))),
  )
  return {
    orders: orders.map((item) => z.parse(orderSchema, item).person),
    left,
    balances: new Map(accounts.map(({ person, balance }) => [person, balance])),
  }
}
