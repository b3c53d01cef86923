/**
 * WeChat's check of a file, whose answers come late, twice, in any order or never. Whether its time is up follows from the record and
 * the clock, so that nothing has to run for it. Pure.
 */
import { minuteMs } from '../../shared/day'
import type { CheckStand } from '../contract/checks'

/** What WeChat says. `none`: it could not look. From the mildest. */
export const verdicts = ['none', 'pass', 'review', 'risky'] as const
export type Verdict = (typeof verdicts)[number]

export const checkStates = ['due', 'asked', ...verdicts] as const
/** `due`: WeChat is to be asked. `until`: ISO 8601; after it a person decides without WeChat. */
export type Check = { state: (typeof checkStates)[number]; until: string }

/** In which WeChat promises its answer. */
export const checkMinutes = 30

/** @param at ms since 1970 */
export const checkDue = (at: number): Check => ({
  state: 'due',
  until: new Date(at + checkMinutes * minuteMs).toISOString(),
})

/** The strictest of all answers, in whichever order they come. */
export const judged = (check: Check, verdict: Verdict): Check =>
  check.state === 'due' || check.state === 'asked' || rank(verdict) > rank(check.state)
    ? { ...check, state: verdict }
    : check

const rank = (verdict: Verdict) => verdicts.indexOf(verdict)

/** @param check null: of before WeChat was asked at all. @param now ms since 1970 */
export const checkStand = (check: Check | null, now: number): CheckStand => {
  if (check === null) return 'none'
  if (check.state !== 'due' && check.state !== 'asked') return check.state
  return now < Date.parse(check.until) ? 'pending' : 'none'
}
