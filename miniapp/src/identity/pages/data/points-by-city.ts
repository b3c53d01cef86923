/** What the export says of points, read for the page. Pure. What this version cannot read is in the file all the same. */
import * as z from '@common/zod'
import type { ExportResponse } from '@contract/identity'
import { orderStateSchema } from '@contract/points'
import { adcodeSchema } from '@contract/shared'

/** No more of it than the page tells: a newer server may add to the rest. */
const cityPointsSchema = z.object({
  region: adcodeSchema,
  balance: z.int(),
  entries: z.array(z.unknown()),
  orders: z.array(z.object({ state: orderStateSchema, gift: z.object({ name: z.string() }) })),
  waitingFor: z.array(z.unknown()),
})

/** One city's points, as the page tells them. */
export interface CityPoints {
  region: string
  balance: number
  entries: number
  orders: number
  /** Names of gifts that wait to be picked up. */
  reserved: readonly string[]
  /** Gifts waited for in turn. */
  queues: number
}

/** `unread`: cities of which the page can say nothing. */
export interface PointsByCity {
  cities: readonly CityPoints[]
  unread: number
}

export function pointsByCity(data: ExportResponse): PointsByCity {
  const parsed = data.points.map((raw) => cityPointsSchema.safeParse(raw))
  const cities = parsed.flatMap((one) => (one.success ? [toCityPoints(one.data)] : []))
  return { cities, unread: parsed.length - cities.length }
}

function toCityPoints({
  region,
  balance,
  entries,
  orders,
  waitingFor,
}: z.infer<typeof cityPointsSchema>): CityPoints {
  return {
    region,
    balance,
    entries: entries.length,
    orders: orders.length,
    reserved: orders.filter(({ state }) => state === 'reserved').map(({ gift }) => gift.name),
    queues: waitingFor.length,
  }
}

/** What is lost for good when the person is deleted, in sentences; empty: nothing but the person. */
export function lossesOf({ cities, unread }: PointsByCity, cityName: (region: string) => string): string[] {
  const points = cities
    .filter(({ balance }) => balance > 0)
    .map(({ region, balance }) => `${cityName(region)}的 ${balance} 积分作废，拿不回来。`)
  const gifts = cities
    .flatMap(({ reserved }) => reserved)
    .map((name) => `“${name}”还没有领，删除后就领不到了。`)
  const queues = cities.some(({ queues }) => queues > 0) ? ['正在排队等的礼品，位置不再保留。'] : []
  const rest = unread > 0 ? [`另有 ${unread} 座城市的积分，这个版本读不出，也会作废。`] : []
  return [...points, ...gifts, ...queues, ...rest]
}

/** For a file or the clipboard: readable, and complete. */
export function fileText(data: ExportResponse): string {
  return JSON.stringify(data, null, 2)
}

/** `福驿-我的数据-2026-11-22.json` */
export function fileName(data: ExportResponse): string {
  return `福驿-我的数据-${data.at.slice(0, 10)}.json`
}
