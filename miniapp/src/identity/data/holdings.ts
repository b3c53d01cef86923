/** What the export says of points, read for the page. Pure. What this version cannot read is in the file all the same. */
import * as z from '@common/zod'
import { accountSchema, entrySchema, orderSchema } from '@contract/points'
import type { Export } from '../api'

const holdingSchema = z.object({
  account: accountSchema,
  entries: z.array(entrySchema),
  orders: z.array(orderSchema),
})

/** One city's points, as the page tells them. */
export interface Holding {
  region: string
  balance: number
  entries: number
  orders: number
  /** Gifts that wait to be picked up. */
  waiting: readonly string[]
}

export function holdingsOf(data: Export): Holding[] {
  return data.points.flatMap((raw) => {
    const parsed = holdingSchema.safeParse(raw)
    if (!parsed.success) return []
    const { account, entries, orders } = parsed.data
    return [
      {
        region: account.region,
        balance: account.balance,
        entries: entries.length,
        orders: orders.length,
        waiting: orders.filter(({ state }) => state === 'reserved').map(({ gift }) => gift.name),
      },
    ]
  })
}

/** What is lost for good when the person is deleted, in sentences; empty: nothing but the person. */
export function lossesOf(holdings: readonly Holding[], cityName: (region: string) => string): string[] {
  const points = holdings
    .filter(({ balance }) => balance > 0)
    .map(({ region, balance }) => `${cityName(region)}的 ${balance} 积分作废，拿不回来。`)
  const gifts = holdings
    .flatMap(({ waiting }) => waiting)
    .map((name) => `“${name}”还没有领，删除后就领不到了。`)
  return [...points, ...gifts]
}

/** For a file or the clipboard: readable, and complete. */
export function fileText(data: Export): string {
  return JSON.stringify(data, null, 2)
}

/** `福驿-我的数据-2026-11-22.json` */
export function fileName(data: Export): string {
  return `福驿-我的数据-${data.at.slice(0, 10)}.json`
}
