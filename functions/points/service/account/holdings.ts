/** All that the points domain holds of a person: to be shown to them, and to be closed when they leave. */

import type { recordWords } from '../../../audit/fragments'
import { parseItem, type Table } from '../../../shared/aws/table'
import { TableUnavailable } from '../../../shared/aws/unavailable'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import type { Entry } from '../../contract'
import { type AccountState, accountStateSchema, closed } from '../../rules/account'
import { accountReader, accountWrites, markLeft, type Owner } from '../../store/account/accounts'
import { entryReader } from '../../store/account/entries'
import { removeOutlier } from '../../store/account/outliers'
import { type OwnAdjustment, ownAdjustments } from '../../store/account/own-adjustments'
import { accountKey, personPartition } from '../../store/keys'
import { type OrderItem, orderReader } from '../../store/order/orders'
import type { endingService } from '../order/ending'
import type { queueService } from '../waiting/queue'

export type Holding = Owner & {
  account: AccountState
  entries: Entry[]
  orders: OrderItem[]
  /** What staff gave or took by hand, or meant to, and what they wrote about it. */
  adjustments: OwnAdjustment[]
}
type Dependencies = {
  words: ReturnType<typeof recordWords>
  ending: Pick<ReturnType<typeof endingService>, 'giveBack'>
  queue: Pick<ReturnType<typeof queueService>, 'stopWaiting'>
}

/** Entries read at a time. */
const pageSize = 100

export const holdingService = (table: Table, { ending, queue, words }: Dependencies) => {
  const { readAccount } = accountReader(table)
  const entries = entryReader(table)
  const { readEntries, readSpending } = entries
  const { adjustmentsOf, eraseWords } = ownAdjustments(table, { entries, words })
  const { readOrders } = orderReader(table)

  const accountsOf = async (person: string): Promise<(Owner & { account: AccountState })[]> => {
    const items = await table.query(personPartition(person), '', { consistent: true })
    return items.flatMap((item) => {
      const region = String(item.SK).slice(0, 6)
      if (item.SK !== accountKey(person, region).SK) return []
      return [{ person, region, account: parseItem(accountStateSchema, item) }]
    })
  }

  const allEntries = async (owner: Owner): Promise<Entry[]> => {
    const all: Entry[] = []
    let after: number | null = null
    do {
      const page = await readEntries(owner, { after, limit: pageSize })
      all.push(...page.entries)
      after = page.next
    } while (after !== null)
    return all
  }

  /** Of entries, newest first, their orders. */
  const ordersIn = async (entries: readonly Entry[]): Promise<OrderItem[]> => {
    const ids = entries.flatMap(({ reason }) => (reason.type === 'order' ? [reason.order] : []))
    const orders: OrderItem[] = []
    for (let from = 0; from < ids.length; from += pageSize)
      orders.push(...(await readOrders(ids.slice(from, from + pageSize))))
    return orders
  }

  /** The account says how many there are, so one reads back no further than to the last of them. */
  const reservedOf = async (owner: Owner, count: number): Promise<OrderItem[]> => {
    const found: OrderItem[] = []
    let after: number | null = null
    do {
      const page = await readSpending(owner, { after, limit: pageSize })
      found.push(...(await ordersIn(page.entries)).filter(({ state }) => state === 'reserved'))
      after = page.next
    } while (after !== null && found.length < count)
    return found
  }

  /** Orders are given back and places in waiting lists left before the account closes over nothing. */
  const tryClosing = async (owner: Owner, at: number) => {
    const account = await readAccount(owner, { consistent: true })
    if (account.isClosed) return true
    for (const short of Object.keys(account.waiting))
      await queue.stopWaiting(owner.person, `${owner.region}-${short}`, at)
    if (account.reserved > 0)
      for (const { id } of await reservedOf(owner, account.reserved))
        await ending.giveBack(id, 'cancelled', at)
    const now = await readAccount(owner, { consistent: true })
    if (now.reserved > 0) return retry
    const written = await table.transact(accountWrites(table, owner, now, closed(now, at)))
    return written.ok ? true : retry
  }

  return {
    async holdingsOf(person: string): Promise<Holding[]> {
      const accounts = await accountsOf(person)
      return Promise.all(
        accounts.map(async ({ region, account }) => {
          const entries = await allEntries({ person, region })
          const [orders, adjustments] = await Promise.all([
            ordersIn(entries),
            adjustmentsOf({ person, region }),
          ])
          return { person, region, account, entries, orders, adjustments }
        }),
      )
    },

    /**
     * Closes every account of the person: cancels reservations, leaves waiting lists, writes off the balance and erases words about the
     * person. Each step can be repeated. A mark comes first that lets no new account begin, so that the list of accounts is complete.
     */
    async closeAll(person: string, at: number): Promise<void> {
      // Refused where it stands already, which is as good.
      await table.transact([markLeft(table, person)])
      for (const { region } of await accountsOf(person)) {
        const done = await retryOnConflict(table, () => tryClosing({ person, region }, at))
        if (done === null) throw new TableUnavailable('an account kept changing while it was to be closed')
        await eraseWords({ person, region })
        await table.transact(removeOutlier(table, { person, region }, at))
      }
    },
  }
}
