/** What is kept of points, and everything that is done with it. Only the files in `store/` know the table's keys. */
import { randomBytes } from 'node:crypto'
import { lockouts } from '../shared/lockout'
import type { Table } from '../shared/table'
import { accountReader } from './store/accounts'
import { actReader } from './store/acts'
import { earningStore } from './store/earning'
import { endingStore } from './store/ending'
import { entryReader } from './store/entries'
import { giftCounts } from './store/gift-counts'
import { giftReader } from './store/gifts'
import { holdingStore } from './store/holdings'
import { orderReader } from './store/orders'
import { queueStore } from './store/queue'
import { redeemingStore } from './store/redeeming'
import { rulesReader } from './store/rules'
import { slotStore } from './store/slots'
import { stockKeeper } from './store/stock'
import { sweepingStore } from './store/sweeping'
import { waitingReader } from './store/waiting'

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
    ...holdingStore(table, { ending, queue }),
    ...actReader(table),
    stock,
    tries: lockouts(table, clock),
  }
}

/** In [0, 1). */
const fraction = (random: (bytes: number) => Uint8Array): number =>
  Buffer.from(random(4)).readUInt32BE() / 2 ** 32
