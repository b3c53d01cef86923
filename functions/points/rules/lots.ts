/**
 * Points lie in lots: one for each calendar year in which they were earned. A lot can be spent to the end of the year
 * after its own, and what is then left of it lapses. So there are three lots at most that matter, however often one
 * earns, and everybody's points run out on a New Year's Eve that is known in advance.
 */
import { type Day, daysBetween } from '../../shared/day'

/** Points by the year in which they were earned; no lot holds 0. */
export type Lots = Readonly<Record<string, number>>

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
/** The last day on which points earned in that year can be spent. */
export const lastDayOf = (year: number): Day => `${year + 1}-12-31`
export const hasLapsed = (year: number, day: Day): boolean => day > lastDayOf(year)

export const sumOf = (lots: Lots): number => Object.values(lots).reduce((sum, points) => sum + points, 0)
const oldestFirst = (lots: Lots) =>
  Object.entries(lots)
    .map(([year, points]) => ({ year: Number(year), points }))
    .sort((a, b) => a.year - b.year)

export function added(lots: Lots, year: number, points: number): Lots {
  return without0({ ...lots, [year]: (lots[year] ?? 0) + points })
}

/** Takes points, oldest lot first: they would lapse first. Null where there are not enough. */
export function taken(lots: Lots, points: number): { lots: Lots; taken: Lots } | null {
  const left: Record<string, number> = { ...lots }
  const out: Record<string, number> = {}
  let missing = points
  for (const lot of oldestFirst(lots)) {
    const part = Math.min(missing, lot.points)
    left[lot.year] = lot.points - part
    out[lot.year] = part
    missing -= part
  }
  return missing > 0 ? null : { lots: without0(left), taken: without0(out) }
}

/** Puts points back where they came from; those whose lot has lapsed by `day` stay lapsed. */
export function returned(lots: Lots, back: Lots, day: Day): { lots: Lots; returned: number; lapsed: number } {
  const { good, lapsed } = parted(back, day)
  const after = Object.entries(good).reduce((sum, [year, points]) => added(sum, Number(year), points), lots)
  return { lots: after, returned: sumOf(good), lapsed: sumOf(lapsed) }
}

/** What can still be spent on `day`, and what cannot. */
export function parted(lots: Lots, day: Day): { good: Lots; lapsed: Lots } {
  const of = (wanted: boolean) =>
    Object.fromEntries(Object.entries(lots).filter(([year]) => hasLapsed(Number(year), day) === wanted))
  return { good: of(false), lapsed: of(true) }
}

/** Lots in the order in which they run out. */
export function listed(lots: Lots): { points: number; on: Day; year: number }[] {
  return oldestFirst(lots).map(({ year, points }) => ({ points, on: lastDayOf(year), year }))
}

/** People are warned a month ahead. */
const noticeDays = 31

/** The lot that runs out within a month, counted from `day`. */
export function expiring(lots: Lots, day: Day): { points: number; on: Day } | null {
  const [next] = listed(parted(lots, day).good)
  return next && daysBetween(day, next.on) <= noticeDays ? { points: next.points, on: next.on } : null
}

const without0 = (lots: Lots): Lots =>
  Object.fromEntries(Object.entries(lots).filter(([, points]) => points !== 0))
