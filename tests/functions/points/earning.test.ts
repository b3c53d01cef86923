import type { EarningRuleId, RulesOfCity } from '../../../functions/points/contract'
import { type AccountState, emptyAccount, mostPoints } from '../../../functions/points/rules/account'
import { defaultRules } from '../../../functions/points/rules/default-rules'
import { checkInOf, earned, isOutlier, waysOf } from '../../../functions/points/rules/earning'
import { addDays, dayMs, dayOf } from '../../../functions/shared/day'

const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`)
const day = '2026-11-18'
const reason = { type: 'visit', place: '320800-32080290' } as const

const rulesWith = (id: EarningRuleId, change: Partial<RulesOfCity['rules'][EarningRuleId]>): RulesOfCity => ({
  ...defaultRules,
  rules: { ...defaultRules.rules, [id]: { ...defaultRules.rules[id], ...change } },
})
const must = (result: ReturnType<typeof earned>): AccountState => {
  if (!result.ok) throw new Error(result.error)
  return result.value.account
}
const visit = (account: AccountState, at: number, rules: RulesOfCity = defaultRules) =>
  earned(account, rules, { rule: 'visit', reason, at })
const checkIn = (account: AccountState, at: number, rules: RulesOfCity = defaultRules) =>
  earned(account, rules, { rule: 'check-in', at })

describe('a full account', () => {
  it.each(['visit', 'check-in'] as const)('earns no more by a %s', (rule) => {
    const full = { ...emptyAccount, balance: mostPoints, lots: { 2026: mostPoints } }
    const change = rule === 'visit' ? visit(full, noon(day)) : checkIn(full, noon(day))
    expect(change).toEqual({ ok: false, error: 'balance-cap-reached' })
  })

  it('does not count what has lapsed and waits to be written off', () => {
    const lapsed = { ...emptyAccount, balance: mostPoints, lots: { 2020: mostPoints } }
    expect(must(visit(lapsed, noon(day))).balance).toBe(5)
  })
})

describe('checking in', () => {
  it('counts days in a row, and gives the bonus on every seventh', () => {
    let account = emptyAccount
    const given: number[] = []
    for (let i = 0; i < 15; i++) {
      const before = account.balance
      account = must(checkIn(account, noon(addDays(day, i))))
      given.push(account.balance - before)
    }
    expect(given).toEqual([2, 2, 2, 2, 2, 2, 12, 2, 2, 2, 2, 2, 2, 12, 2])
    expect(account.checkIn).toEqual({ day: '2026-12-02', streak: 15 })
  })

  it('begins anew after a day without', () => {
    const account = must(checkIn(must(checkIn(emptyAccount, noon(day))), noon('2026-11-20')))
    expect(account.checkIn.streak).toBe(1)
  })

  it('says the bonus in its reason', () => {
    const account = { ...emptyAccount, checkIn: { day: '2026-11-17', streak: 6 } }
    const change = checkIn(account, noon(day))
    expect(change).toMatchObject({ value: { entries: [{ points: 12, reason: { streak: 7, bonus: 10 } }] } })
  })

  it('shows days up to yesterday while today is not done', () => {
    const account = { ...emptyAccount, checkIn: { day: '2026-11-17', streak: 6 } }
    expect(checkInOf(account, defaultRules, day)).toMatchObject({ doneToday: false, streak: 6 })
    expect(checkInOf(account, defaultRules, '2026-11-17')).toMatchObject({ doneToday: true, streak: 6 })
    expect(checkInOf(account, defaultRules, '2026-11-19')).toMatchObject({ doneToday: false, streak: 0 })
  })
})

describe('caps', () => {
  it('of a day hold for the day in China', () => {
    let account = emptyAccount
    for (let i = 0; i < 3; i++) account = must(visit(account, noon(day)))
    expect(visit(account, noon(day))).toEqual({ ok: false, error: 'cap-reached' })
    expect(visit(account, Date.parse('2026-11-18T15:59:59Z'))).toEqual({ ok: false, error: 'cap-reached' })
    expect(visit(account, Date.parse('2026-11-18T16:00:00Z')).ok).toBe(true)
  })

  it('of a month begin anew with the next', () => {
    let account = emptyAccount
    const rules = rulesWith('visit', { perDay: null, perMonth: 10 })
    account = must(visit(account, noon('2026-11-05'), rules))
    account = must(visit(account, noon('2026-11-30'), rules))
    expect(visit(account, noon('2026-11-30'), rules)).toEqual({ ok: false, error: 'cap-reached' })
    expect(visit(account, noon('2026-12-01'), rules).ok).toBe(true)
  })

  it('of a life never do', () => {
    const rules = rulesWith('visit', { perDay: null, perMonth: null, lifetime: 10 })
    let account = must(visit(emptyAccount, noon('2026-11-05'), rules))
    account = must(visit(account, noon('2027-03-05'), rules))
    expect(visit(account, noon('2031-01-01'), rules)).toEqual({ ok: false, error: 'cap-reached' })
  })

  it('of all rules together hold over all rules', () => {
    const rules = { ...defaultRules, limits: { ...defaultRules.limits, monthlyEarning: 6 } }
    const account = must(visit(emptyAccount, noon(day), rules))
    expect(checkIn(account, noon(day), rules)).toEqual({ ok: false, error: 'monthly-cap-reached' })
    expect(checkIn(account, noon('2026-12-01'), rules).ok).toBe(true)
  })

  it('give all of it or nothing, so that a code is never worth less', () => {
    const rules = rulesWith('code', { perDay: 10 })
    const code = (account: AccountState, amount: number) =>
      earned(account, rules, {
        rule: 'code',
        amount,
        at: noon(day),
        reason: { type: 'code', batch: '320800-0000000000', label: '开业' },
      })
    const account = must(code(emptyAccount, 6))
    expect(code(account, 6)).toEqual({ ok: false, error: 'cap-reached' })
    expect(must(code(account, 4)).balance).toBe(10)
  })
})

describe('a rule', () => {
  it('is in force from its first day to its last', () => {
    const rules = rulesWith('visit', { from: '2026-11-18', until: '2026-11-19' })
    const on = (day: string) => visit(emptyAccount, noon(day), rules).ok
    expect([on('2026-11-17'), on('2026-11-18'), on('2026-11-19'), on('2026-11-20')]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('of no points is not in force', () => {
    expect(visit(emptyAccount, noon(day), rulesWith('visit', { amount: 0 }))).toEqual({
      ok: false,
      error: 'rule-not-in-force',
    })
  })

  it('gives nothing to a closed account', () => {
    expect(visit({ ...emptyAccount, isClosed: true }, noon(day))).toEqual({
      ok: false,
      error: 'account-closed',
    })
  })
})

describe('the ways to earn', () => {
  const stateOf = (account: AccountState, id: EarningRuleId, rules: RulesOfCity = defaultRules, on = day) =>
    waysOf(account, rules, on).find(({ rule }) => rule === id)?.state

  it('are listed for this person today', () => {
    const account = must(checkIn(must(visit(emptyAccount, noon(day))), noon(day)))
    expect(waysOf(account, defaultRules, day)).toMatchObject([
      { rule: 'check-in', amount: 2, today: 2, thisMonth: 2, state: 'done-today' },
      { rule: 'visit', amount: 5, today: 5, perDay: 15, thisMonth: 5, perMonth: 100, state: 'open' },
      { rule: 'report', today: 0, state: 'open' },
      { rule: 'code', amount: null, state: 'open' },
      { rule: 'quiz', state: 'open' },
      { rule: 'event', state: 'open' },
    ])
    expect(stateOf(account, 'check-in', defaultRules, '2026-11-19')).toBe('open')
  })

  it('say whether one can come back tomorrow or only next month', () => {
    let account = emptyAccount
    for (let i = 0; i < 3; i++) account = must(visit(account, noon(day)))
    expect(stateOf(account, 'visit')).toBe('done-today')
    expect(stateOf(account, 'visit', rulesWith('visit', { perMonth: 15 }))).toBe('cap-reached')
    expect(stateOf(account, 'visit', rulesWith('visit', { until: '2026-11-17' }))).toBe('not-in-force')
    expect(
      stateOf(account, 'quiz', { ...defaultRules, limits: { monthlyEarning: 19, yearlyRedemption: 1 } }),
    ).toBe('cap-reached')
  })
})

describe('somebody who earns much faster than people do', () => {
  const having = (points: number, entries: number, on = day): AccountState => ({
    ...emptyAccount,
    earned: { day: on, points, entries, rules: {} },
  })

  it('has three fifths of what a month can bring', () => {
    expect(isOutlier(having(359, 1), defaultRules.limits)).toBe(false)
    expect(isOutlier(having(360, 1), defaultRules.limits)).toBe(true)
  })

  it('or more than six entries a day', () => {
    expect(isOutlier(having(12, 12, '2026-11-01'), defaultRules.limits)).toBe(false)
    expect(isOutlier(having(13, 13, '2026-11-01'), defaultRules.limits)).toBe(true)
    expect(dayOf(noon(day) + dayMs)).toBe('2026-11-19')
  })
})
