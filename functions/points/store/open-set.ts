/**
 * Which adjustments, or proposals, of a city wait: so that there is an end to them, and that their number is known without
 * counting them. One item, changed in the transactions that make and decide them.
 */
import { parseItem, secondsOf, type Table, type Write } from '../../shared/table'
import * as z from '../../shared/zod'
import { openKey } from './keys'

type What = Parameters<typeof openKey>[0]
/** `until`: ISO 8601, when nobody can decide on it any more. */
export type Open = { id: string; region: string; until: string }

/** As many as wait in a city at a time. */
export const mostOpen = 100

const openSchema = z.object({ open: z._default(z.set(z.string()), new Set()) })
const names = { '#open': 'open' }

export const openSet = (table: Table, what: What, clock: () => number) => {
  const read = async (region: string, options: { consistent: boolean }): Promise<string[]> => {
    const item = await table.get(openKey(what, region), options)
    return item ? [...parseItem(openSchema, item).open] : []
  }
  const isOver = (entry: string): boolean => Number(entry.split('#')[0]) <= secondsOf(clock())

  const idsOf = async (region: string): Promise<string[]> => {
    const open = (await read(region, { consistent: false })).filter((entry) => !isOver(entry))
    return open.map((entry) => `${region}-${entry.split('#')[1]}`).sort((a, b) => (a < b ? 1 : -1))
  }

  /** Takes out what nobody decided on in time. True: there was some. */
  const makeRoom = async (region: string): Promise<boolean> => {
    const over = (await read(region, { consistent: true })).filter(isOver)
    if (over.length === 0) return false
    const change = { UpdateExpression: 'DELETE #open :over', names, values: { ':over': new Set(over) } }
    await table.updateOne(openKey(what, region), change)
    return true
  }

  return {
    /** Fragment: refused where as many wait as may. */
    adding: ({ region, ...open }: Open): Write =>
      table.update(openKey(what, region), {
        UpdateExpression: 'ADD #open :one',
        ConditionExpression: 'attribute_not_exists(#open) OR size(#open) < :most',
        names,
        values: { ':one': new Set([entryOf(open)]), ':most': mostOpen },
      }),

    /** Fragment: it waits no more. */
    removing: ({ region, ...open }: Open): Write =>
      table.update(openKey(what, region), {
        UpdateExpression: 'DELETE #open :one',
        names,
        values: { ':one': new Set([entryOf(open)]) },
      }),

    /** The writes, of which one adds to it: once more where what nobody decided on in time made room. */
    async transactWithRoom(region: string, writes: Write[]): ReturnType<Table['transact']> {
      const written = await table.transact(writes)
      return written.ok || !(await makeRoom(region)) ? written : table.transact(writes)
    },

    /** How many wait; a second old at most. */
    async countOpen(region: string): Promise<number> {
      return (await idsOf(region)).length
    },

    /** Ids of those that wait, the newest first; a second old at most. */
    listOpen: idsOf,
  }
}

/** Short, for all of them are read and written with each change. The city is the item's. */
const entryOf = ({ id, until }: Omit<Open, 'region'>): string =>
  `${secondsOf(Date.parse(until))}#${id.split('-')[1]}`
