/** The earning rules of a city whose staff have not changed them. Version 0: nobody has. */
import type { EarningRule, RulesOfCity } from '../contract'

const plain: EarningRule = {
  amount: 0,
  perDay: null,
  perMonth: null,
  lifetime: null,
  from: null,
  until: null,
  streak: null,
}

/**
 * Points a day's attention is worth, not a day's work: a month of checking in and visiting brings a small gift, and
 * nobody gets further by being quick. Whatever the rules add up to, a month ends at 600.
 */
export const defaultRules: RulesOfCity = {
  rules: {
    'check-in': { ...plain, amount: 2, streak: { every: 7, points: 10 } },
    visit: { ...plain, amount: 5, perDay: 15, perMonth: 100 },
    report: { ...plain, amount: 20, perDay: 40, perMonth: 100 },
    /** Each batch of codes says its own amount. */
    code: plain,
    quiz: { ...plain, amount: 5 },
    event: { ...plain, amount: 20 },
  },
  limits: { monthlyEarning: 600, yearlyRedemption: 5000 },
  version: 0,
}
