/** What more domains cost in watching, and what a flood of requests can cost; docs/costs.md shows both. */
import { assumptions, costTables, prices } from './costs'

/** What a coming domain adds: alarms of its function, its table and a job of the clock. */
export const alarmsOfDomain = 8
/** Events that all of them have, each counted for all together. */
export const sharedEventsCounted = 3

const million = 1_000_000

/** The Markdown table of what alarms and metrics cost by the number of coming domains. */
export const growthTable = (): string =>
  [
    '| coming domains | alarms more | metrics more | US$ more a month |',
    '|--:|--:|--:|--:|',
    ...[1, 20, 25].map((domains) => {
      const alarms = domains * alarmsOfDomain + sharedEventsCounted
      const dollars = alarms * prices.alarm + sharedEventsCounted * prices.metric
      return `| ${domains} | ${alarms} | ${sharedEventsCounted} | ${dollars.toFixed(2)} |`
    }),
  ].join('\n')

/** Requests a second that the gateway lets through, for all callers together. */
const floodRate = 500
/** Executions at once that an account has by default. */
const accountExecutions = 1000

/** An hour in which the gateway's throttle is filled, by what a request takes and what memory its function has. */
const floodHour = (ms: number, gigabytes: number) => {
  const atOnce = Math.min((floodRate * ms) / 1000, accountExecutions)
  const passed = 3600 * floodRate
  const calls = (3600 * atOnce * 1000) / ms
  const dollars =
    (passed / million) * prices.apiMillion +
    (calls / million) * prices.lambdaMillion +
    3600 * atOnce * gigabytes * prices.lambdaGigabyteSecond +
    ((passed * assumptions.logKilobytesPerCall) / million) * prices.logGigabyte +
    ((calls * 5) / million) * prices.deliveryGigabyte
  return { atOnce, dollars }
}

/** The Markdown table of what a flood costs. */
export const floodTable = (): string =>
  [
    '| a request takes | memory | executions at once | US$ an hour |',
    '|---|--:|--:|--:|',
    ...[
      { says: '10 ms, as most', ms: 10, gigabytes: 0.5 },
      { says: '100 ms', ms: 100, gigabytes: 1 },
      { says: '10 s, all that a function may take', ms: 10_000, gigabytes: 1 },
    ].map(({ says, ms, gigabytes }) => {
      const { atOnce, dollars } = floodHour(ms, gigabytes)
      return `| ${says} | ${gigabytes} GB | ${atOnce.toLocaleString('en')} | ${dollars.toFixed(2)} |`
    }),
  ].join('\n')

if (require.main === module) console.log([costTables(), growthTable(), floodTable()].join('\n\n'))
