/**
 * Points lie in lots: one for each calendar year in which they were earned. A lot can be spent to the end of the year
 * after its own, and what is then left of it lapses. So there are three lots at most that matter, however often one
 * earns, and everybody's points run out on a New Year's Eve that is known in advance.
 */
import { type Day, daysBetween } from '../../shared/day'
import { type Lots, lotRules } from '../../shared/ledger/lots'

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
/** The last day on which points earned in that year can be spent. */
export const lastDayOf = (year: number): Day => `${year + 1}-12-31`

/** Of lots named after their year. */
export const { hasLapsed, listed, parted, taken, returned } = lotRules((year) => lastDayOf(Number(year)))

/** People are warned a month ahead. */
const noticeDays = 31

/** The lot that runs out within a month, counted from `day`. */
export function expiring(lots: Lots, day: Day): { points: number; on: Day } | null {
  const [next] = listed(parted(lots, day).good)
  return next && daysBetween(day, next.on) <= noticeDays ? { points: next.amount, on: next.on } : null
}
