/** When a way to earn gives points and how many: in force, caps of a day, a month and a life, days in a row. */
import { addDays, type Day, dayOf } from '../../shared/day'
import { added } from '../../shared/ledger/lots'
import { err, ok, type Result } from '../../shared/result'
import {
  type Account,
  type EarningRule,
  type EarningRuleId,
  earningRules,
  type Limits,
  type Reason,
  type RulesOfCity,
} from '../contract'
import { type AccountState, type Change, isOverfull, posted, settled } from './account'
import { yearOf } from './lots'

export type Earning = {
  /** For `code`, where each batch has its own, the amount; of the others their rule says it. */
  amount?: number
  at: number
} & ({ rule: 'check-in' } | { rule: Exclude<EarningRuleId, 'check-in'>; reason: Reason })
export type EarningRefusal =
  | 'account-closed'
  | 'rule-not-in-force'
  | 'cap-reached'
  | 'monthly-cap-reached'
  | 'balance-cap-reached'

/**
 * Points come whole or not at all: what does not fit under a cap is refused and can be had another day, so that no
 * single-use code is worth less for being typed in on the wrong one.
 */
export function earned(
  account: AccountState,
  { rules, limits }: Pick<RulesOfCity, 'rules' | 'limits'>,
  earning: Earning,
): Result<Change, EarningRefusal> {
  if (account.isClosed) return err('account-closed')
  const { rule: id, at } = earning
  const today = dayOf(at)
  const rule = rules[id]
  const amount = earning.amount ?? rule.amount
  if (!isInForce(rule, today) || amount === 0) return err('rule-not-in-force')
  const streak = streakWith(account, today)
  const bonus = id === 'check-in' ? bonusOf(rule, streak) : 0
  const points = amount + bonus
  const sums = sumsOf(account, today)
  if (exceeded(rule, sums.of(id), points)) return err('cap-reached')
  if (sums.month + points > limits.monthlyEarning) return err('monthly-cap-reached')
  const now = settled(account, at)
  if (isOverfull(now, points)) return err('balance-cap-reached')
  const change = {
    lots: added(now.account.lots, String(yearOf(today)), points),
    earned: sums.with(id, points),
    ...(id === 'check-in' && { checkIn: { day: today, streak } }),
  }
  const reason: Reason = earning.rule === 'check-in' ? { type: 'check-in', streak, bonus } : earning.reason
  return ok(posted(now, change, { kind: 'earn', points, at, reason }))
}

/** Days in a row that a check-in on `today` makes. */
export function streakWith({ checkIn }: AccountState, today: Day): number {
  if (checkIn.day === today) return checkIn.streak
  return checkIn.day === addDays(today, -1) ? checkIn.streak + 1 : 1
}

/** How the check-in stands: days in a row up to today, or up to yesterday while today is not done. */
export function checkInOf(
  account: AccountState,
  { rules }: Pick<RulesOfCity, 'rules'>,
  today: Day,
): Account['checkIn'] {
  const doneToday = account.checkIn.day === today
  const streak = doneToday ? account.checkIn.streak : streakWith(account, today) - 1
  return { doneToday, streak, bonus: rules['check-in'].streak }
}

/** Every way to earn as it stands for the person today. */
export function waysOf(
  account: AccountState,
  { rules, limits }: Pick<RulesOfCity, 'rules' | 'limits'>,
  today: Day,
): Account['ways'] {
  const sums = sumsOf(account, today)
  return earningRules.map((id) => {
    const rule = rules[id]
    const [day, month] = sums.of(id)
    const amount = id === 'code' ? null : rule.amount
    const common = {
      rule: id,
      amount,
      today: day,
      perDay: rule.perDay,
      thisMonth: month,
      perMonth: rule.perMonth,
    }
    return { ...common, state: stateOf({ account, id, rule, limits, today }) }
  })
}

/** Points earned in the month that `today` lies in, all rules together. */
export const earnedInMonth = (account: AccountState, today: Day): number => sumsOf(account, today).month

/**
 * Whether somebody earns much faster than people do, so that staff look: three fifths of what a month can bring, or six
 * entries for every day of it so far.
 */
export function isOutlier({ earned }: AccountState, { monthlyEarning }: Limits): boolean {
  const days = Number(earned.day.slice(8))
  return earned.points >= monthlyEarning * 0.6 || earned.entries > 6 * (days + 1)
}

type Sums = readonly [day: number, month: number, ever: number]

/** What was earned up to now on `today`, in its month and ever. */
function sumsOf({ earned }: AccountState, today: Day) {
  const isSameDay = earned.day === today
  const isSameMonth = earned.day.slice(0, 7) === today.slice(0, 7)
  const [month, entries] = isSameMonth ? [earned.points, earned.entries] : [0, 0]
  const of = (id: string): Sums => {
    const [day, inMonth, ever] = earned.rules[id] ?? [0, 0, 0]
    return [isSameDay ? day : 0, isSameMonth ? inMonth : 0, ever]
  }
  return {
    month,
    of,
    with: (id: string, points: number): AccountState['earned'] => {
      const names = [...new Set([...Object.keys(earned.rules), id])]
      const sums = names.map((name) => {
        const [day, inMonth, ever] = of(name)
        const more = name === id ? points : 0
        return [name, [day + more, inMonth + more, ever + more]] as const
      })
      const rules: AccountState['earned']['rules'] = {}
      for (const [name, [day, inMonth, ever]] of sums) rules[name] = [day ?? 0, inMonth ?? 0, ever ?? 0]
      return { day: today, points: month + points, entries: entries + 1, rules }
    },
  }
}

function isInForce({ from, until }: EarningRule, today: Day): boolean {
  return (from === null || from <= today) && (until === null || today <= until)
}

function bonusOf({ streak }: EarningRule, days: number): number {
  return streak && days % streak.every === 0 ? streak.points : 0
}

function exceeded(rule: EarningRule, [day, month, ever]: Sums, points: number): boolean {
  const over = (sum: number, cap: number | null) => cap !== null && sum + points > cap
  return over(day, rule.perDay) || over(month, rule.perMonth) || over(ever, rule.lifetime)
}

type WayInput = { account: AccountState; id: EarningRuleId; rule: EarningRule; limits: Limits; today: Day }

function stateOf({ account, id, rule, limits, today }: WayInput): Account['ways'][number]['state'] {
  // A batch of codes says its own amount, at least 1.
  const amount = id === 'code' ? 1 : rule.amount
  if (!isInForce(rule, today) || amount === 0) return 'not-in-force'
  if (id === 'check-in' && account.checkIn.day === today) return 'done-today'
  const sums = sumsOf(account, today)
  const [day, month, ever] = sums.of(id)
  if (exceeded({ ...rule, perDay: null }, [day, month, ever], amount)) return 'cap-reached'
  if (sums.month + amount > limits.monthlyEarning) return 'cap-reached'
  return exceeded(rule, [day, month, ever], amount) ? 'done-today' : 'open'
}
