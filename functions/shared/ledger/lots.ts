/**
 * Lots of a balance: amounts that came at different times and run out on different days. An account holds its amounts by the
 * name of their lot; on which day a lot runs out is a rule of the domain.
 */
import type { Day } from '../day'

/** Amounts by the name of their lot; no lot holds 0. */
export type Lots = Readonly<Record<string, number>>

export const sumOf = (lots: Lots): number => Object.values(lots).reduce((sum, amount) => sum + amount, 0)

export function added(lots: Lots, lot: string, amount: number): Lots {
  return withoutEmpty({ ...lots, [lot]: (lots[lot] ?? 0) + amount })
}

/** @param lastDayOf the last day on which a lot can be spent */
export function lotRules(lastDayOf: (lot: string) => Day) {
  const hasLapsed = (lot: string, day: Day): boolean => day > lastDayOf(lot)

  /** In the order in which they run out. */
  const listed = (lots: Lots): { lot: string; amount: number; on: Day }[] =>
    Object.entries(lots)
      .map(([lot, amount]) => ({ lot, amount, on: lastDayOf(lot) }))
      .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))

  /** What can still be spent on `day`, and what cannot. */
  const parted = (lots: Lots, day: Day): { good: Lots; lapsed: Lots } => {
    const of = (wanted: boolean) =>
      Object.fromEntries(Object.entries(lots).filter(([lot]) => hasLapsed(lot, day) === wanted))
    return { good: of(false), lapsed: of(true) }
  }

  /** Takes an amount, first from the lot that runs out first. Null where there is not enough. */
  const taken = (lots: Lots, amount: number): { lots: Lots; taken: Lots } | null => {
    const left: Record<string, number> = { ...lots }
    const out: Record<string, number> = {}
    let missing = amount
    for (const one of listed(lots)) {
      const part = Math.min(missing, one.amount)
      left[one.lot] = one.amount - part
      out[one.lot] = part
      missing -= part
    }
    return missing > 0 ? null : { lots: withoutEmpty(left), taken: withoutEmpty(out) }
  }

  /** Puts amounts back where they came from; those whose lot has lapsed by `day` stay lapsed. */
  const returned = (lots: Lots, back: Lots, day: Day): { lots: Lots; returned: number; lapsed: number } => {
    const { good, lapsed } = parted(back, day)
    const after = Object.entries(good).reduce((sum, [lot, amount]) => added(sum, lot, amount), lots)
    return { lots: after, returned: sumOf(good), lapsed: sumOf(lapsed) }
  }

  return { hasLapsed, listed, parted, taken, returned }
}

const withoutEmpty = (lots: Lots): Lots =>
  Object.fromEntries(Object.entries(lots).filter(([, amount]) => amount !== 0))
