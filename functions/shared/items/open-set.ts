/**
 * Which things of an owner are open (proposals of a city, say), so that they cannot be without end and their number is known
 * without counting them. One item for each owner, changed in the transactions that open and close a thing.
 */
import { type Key, parseItem, secondsOf, type Table, type Write } from '../aws/table'
import * as z from '../zod'

/** `id`: begins with `owner` and a hyphen, and has no other hyphen. `until`: ISO 8601, when it is open no more by itself. */
export type Open = { id: string; owner: string; until: string }

/** As many as an owner may have open at a time. */
export const mostOpen = 100

const openSchema = z.object({ open: z._default(z.set(z.string()), new Set()) })
const names = { '#open': 'open' }

/** @param keyOf where the item of an owner is */
export const openSet = (table: Table, keyOf: (owner: string) => Key, clock: () => number) => {
  const read = async (owner: string, options: { consistent: boolean }): Promise<string[]> => {
    const item = await table.get(keyOf(owner), options)
    return item ? [...parseItem(openSchema, item).open] : []
  }
  const isOver = (entry: string): boolean => Number(entry.split('#')[0]) <= secondsOf(clock())

  const idsOf = async (owner: string): Promise<string[]> => {
    const open = (await read(owner, { consistent: false })).filter((entry) => !isOver(entry))
    return open.map((entry) => `${owner}-${entry.split('#')[1]}`).sort((a, b) => (a < b ? 1 : -1))
  }

  /** Takes out what is over. True: there was some. */
  const makeRoom = async (owner: string): Promise<boolean> => {
    const over = (await read(owner, { consistent: true })).filter(isOver)
    if (over.length === 0) return false
    const change = { UpdateExpression: 'DELETE #open :over', names, values: { ':over': new Set(over) } }
    await table.updateOne(keyOf(owner), change)
    return true
  }

  const removingAll = (owner: string, over: readonly Omit<Open, 'owner'>[]): Write =>
    table.update(keyOf(owner), {
      UpdateExpression: 'DELETE #open :over',
      names,
      values: { ':over': new Set(over.map(entryOf)) },
    })

  return {
    /** Fragment: refused where as many are open as may be. */
    adding: ({ owner, ...open }: Open): Write =>
      table.update(keyOf(owner), {
        UpdateExpression: 'ADD #open :one',
        ConditionExpression: 'attribute_not_exists(#open) OR size(#open) < :most',
        names,
        values: { ':one': new Set([entryOf(open)]), ':most': mostOpen },
      }),

    /** Fragment: it is open no more. */
    removing: ({ owner, ...open }: Open): Write => removingAll(owner, [open]),

    /** Fragment for several at once, of which there is at least one: a transaction writes each item once. */
    removingAll,

    /** The writes, of which one adds to it: once more where what was over made room. */
    async transactWithRoom(owner: string, writes: Write[]): ReturnType<Table['transact']> {
      const written = await table.transact(writes)
      return written.ok || !(await makeRoom(owner)) ? written : table.transact(writes)
    },

    /** How many are open; a second old at most. */
    async countOpen(owner: string): Promise<number> {
      return (await idsOf(owner)).length
    },

    /** Ids of those that are open, the newest first; a second old at most. */
    listOpen: idsOf,
  }
}

/** Short, because all of them are read and written with each change. The owner is the item's. */
const entryOf = ({ id, until }: Omit<Open, 'owner'>): string =>
  `${secondsOf(Date.parse(until))}#${id.split('-')[1]}`
