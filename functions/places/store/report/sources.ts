/** How many reports one source may send; what a source is stands in shared/sources.ts. */

import type { Table } from '../../../shared/aws/table'
import { addDays, type Day, dayMs, dayOf, startOfDay } from '../../../shared/day'
import { createSourceLimits as keeper } from '../../../shared/http/sources'
import type { Result } from '../../../shared/result'

/** Reports that one source may send in a day, counted or not. */
export const reportsPerDay = 20

export const createReportLimits = (table: Table, random: (bytes: number) => Uint8Array) => {
  const { sourceHashes, countSource } = keeper(table, random)
  return {
    sourceHashes,
    /** Counts one more report of the source today; refused above the limit. */
    countSource: (source: string, today: Day): Promise<Result<undefined, 'rate-limited'>> =>
      countSource({
        source,
        today,
        window: today,
        limit: reportsPerDay,
        until: startOfDay(today) + 2 * dayMs,
      }),
  }
}

/** Ms until the limit of `at`'s day ends. */
export const untilTomorrow = (at: number): number => startOfDay(addDays(dayOf(at), 1)) - at
