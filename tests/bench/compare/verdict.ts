/** Judges runs of the old and the new state that were taken in turns. */
import { median } from '../machine'

/** Of each state one value a turn, all in the same unit; less is better. */
export type Turns = { old: readonly number[]; new: readonly number[] }
export type Verdict = 'slower' | 'faster' | 'inside the spread'

/** A difference counts only where the new state's median lies outside everything that the old one's runs took. */
export function verdictOf({ old, new: runs }: Turns): Verdict {
  const now = median(runs)
  if (now > Math.max(...old)) return 'slower'
  return now < Math.min(...old) ? 'faster' : 'inside the spread'
}
