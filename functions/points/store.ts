/** What is kept of points, and everything that is done with it. Only the files in `store/` know the table's keys. */
import { randomBytes } from 'node:crypto'
import { lockouts } from '../shared/lockout'
import type { Table } from '../shared/table'
import { earningStore } from './service/account/earning'
import { sweepingStore } from './service/account/writing-off'
import { endingStore } from './service/order/ending'
import { redeemingStore } from './service/order/redeeming'
import { queueStore } from './service/waiting/queue'
import { accountReader } from './store/account/accounts'
import { entryReader } from './store/account/entries'
import { giftCounts } from './store/gift/counts'
import { giftReader } from './store/gift/gifts'
import { stockKeeper } from './store/gift/stock'
import { orderReader } from './store/order/orders'
import { slotStore } from './store/order/slots'
import { rulesReader } from './store/rules'
import { waitingReader } from './store/waiting/places'

export type StoreDependencies = {
  clock: () => number
  random: (bytes: number) => Uint8Array
}
export type PointsStore = ReturnType<typeof createPointsStore>

export const createPointsStore = (
  table: Table,
  { clock = Date.now, random = randomBytes }: Partial<StoreDependencies> = {},
) => {
  const rules = rulesReader(table, clock)
  const stock = stockKeeper(table, { clock, random: () => fraction(random) })
  const ending = endingStore(table, stock, random)
  const queue = queueStore(table, stock)
  return {
    ...accountReader(table),
    ...entryReader(table),
    ...giftReader(table),
    ...giftCounts(table),
    ...orderReader(table),
    ...rules,
    ...earningStore(table, { readRules: rules.readRules, random }),
    ...redeemingStore(table, stock),
    ...ending,
    ...queue,
    ...waitingReader(table),
    ...slotStore(table),
    ...sweepingStore(table),
    stock,
    tries: lockouts(table, clock),
  }
}

/** In [0, 1). */
const fraction = (random: (bytes: number) => Uint8Array): number =>
  Buffer.from(random(4)).readUInt32BE() / 2 ** 32
