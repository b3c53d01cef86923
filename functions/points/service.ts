/** Readers and use cases of points on one table. Only the files in `store/` know the table's keys. */
import { randomBytes } from 'node:crypto'
import { lockouts } from '../shared/access/lockout'
import type { Table } from '../shared/aws/table'
import { earningService } from './service/account/earning'
import { sweepingService } from './service/account/writing-off'
import { endingService } from './service/order/ending'
import { redeemingService } from './service/order/redeeming'
import { queueService } from './service/waiting/queue'
import { accountReader } from './store/account/accounts'
import { entryReader } from './store/account/entries'
import { giftCounts } from './store/gift/counts'
import { giftReader } from './store/gift/gifts'
import { recentGifts } from './store/gift/recent-gifts'
import { createStock } from './store/gift/stock'
import { orderReader } from './store/order/orders'
import { slotStore } from './store/order/slots'
import { rulesReader } from './store/rules'
import { waitingReader } from './store/waiting/places'

export type ServiceDependencies = {
  clock: () => number
  random: (bytes: number) => Uint8Array
}
export type PointsService = ReturnType<typeof createPointsService>

export const createPointsService = (
  table: Table,
  { clock = Date.now, random = randomBytes }: Partial<ServiceDependencies> = {},
) => {
  const gifts = giftReader(table)
  const rules = rulesReader(table, clock)
  const stock = createStock(table, { clock, random: () => fraction(random) })
  const ending = endingService(table, stock, random)
  const queue = queueService(table, stock)
  return {
    ...accountReader(table),
    ...entryReader(table),
    ...gifts,
    ...recentGifts(gifts, clock),
    ...giftCounts(table),
    ...orderReader(table),
    ...rules,
    ...earningService(table, { readRules: rules.readRules, random }),
    ...redeemingService(table, stock),
    ...ending,
    ...queue,
    ...waitingReader(table),
    ...slotStore(table),
    ...sweepingService(table),
    stock,
    tries: lockouts(table, clock),
  }
}

/** In [0, 1). */
const fraction = (random: (bytes: number) => Uint8Array): number =>
  Buffer.from(random(4)).readUInt32BE() / 2 ** 32
