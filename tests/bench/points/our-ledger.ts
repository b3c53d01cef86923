/** The product's ledger as concurrent callers ask it: its own store, clock, memory and pauses, as each running function has them. */

import { createPoints } from '../../../functions/points'
import { orderIdOf } from '../../../functions/points/rules/order-id'
import { stockOf } from '../../../functions/points/rules/stock'
import type { GiftItem } from '../../../functions/points/store/gift/gifts'
import { orderItemSchema } from '../../../functions/points/store/order/orders'
import { type Item, parseItem, type Table } from '../../../functions/shared/aws/table'
import { dayMs, dayOf } from '../../../functions/shared/day'
import { dataOn } from '../../support/worlds/context'
import { city, outlets } from '../../support/worlds/points-world'
import type { Books, Ledger, Outcome } from './ledger'

const secret = 'a secret of the bench, as long as such a thing has to be'

export function ourLedger(table: Table, { id: giftId }: Pick<GiftItem, 'id'>): Ledger {
  const store = createPoints(dataOn({ tableOf: () => table })).service
  return {
    async order(person, key): Promise<Outcome> {
      const at = Date.now()
      const [gift, account, { limits }] = await Promise.all([
        store.readGift(giftId, { consistent: false }),
        store.readAccount({ person, region: city }, { consistent: true }),
        store.readRules(city),
      ])
      if (!gift) return 'refused'
      const id = orderIdOf(secret, person, { text: key, madeAt: at - (at % dayMs) })
      const placed = await store.placeOrder({ id, person, gift, outlet: outlets.first, limits, at }, account)
      if (placed.ok) return 'done'
      if (placed.error === 'account-busy') return 'retry'
      return placed.error === 'sold-out' ? 'sold-out' : 'refused'
    },

    async checkIn(person, day): Promise<Outcome> {
      const earned = await store.earn({
        person,
        region: city,
        rule: 'check-in',
        subject: day,
        at: Date.now(),
      })
      if (earned.ok) return 'done'
      return earned.error === 'account-busy' ? 'retry' : 'refused'
    },
  }
}

export const today = (): string => dayOf(Date.now())

/** @param items everything in the table of points */
export async function ourBooks(
  table: Table,
  gift: GiftItem,
  { items, people }: { items: readonly Item[]; people: readonly string[] },
): Promise<Books> {
  const store = createPoints(dataOn({ tableOf: () => table })).service
  const shards = await store.stock.readShards(gift, { consistent: true })
  const accounts = await Promise.all(
    people.map(async (person) => {
      const { balance } = await store.readAccount({ person, region: city }, { consistent: true })
      return [person, balance] as const
    }),
  )
  const orders = items.filter(({ PK }) => String(PK).startsWith('orders#'))
  return {
    orders: orders.map((item) => parseItem(orderItemSchema, item).person),
    left: stockOf(shards).left,
    balances: new Map(accounts),
  }
}
