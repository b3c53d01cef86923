/** What the points tab draws. Pure. */
import type { Account } from '@contract/points'

/** More marks would be smaller than one can count. */
const mostDots = 10

/** A mark for each day up to the next bonus, true for those that are done; empty where no streak is rewarded. */
export function streakDots({ doneToday, streak, bonus }: Account['checkIn']): boolean[] {
  if (!bonus || bonus.every > mostDots) return []
  const into = streak % bonus.every
  // On the day of the bonus all are done, until tomorrow begins anew.
  const done = into === 0 && streak > 0 && doneToday ? bonus.every : into
  return Array.from({ length: bonus.every }, (_, day) => day < done)
}
