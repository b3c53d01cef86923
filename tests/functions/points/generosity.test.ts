import fc from 'fast-check'
import type { EarningRule, EarningRuleId } from '../../../functions/points/contract'
import { type AccountState, emptyAccount } from '../../../functions/points/rules/account'
import { defaultRules } from '../../../functions/points/rules/default-rules'
import { earned } from '../../../functions/points/rules/earning'
import { isBetterOffer, isMoreGenerous, needsSecondPerson } from '../../../functions/points/rules/generosity'
import { addDays } from '../../../functions/shared/day'

const days = Array.from({ length: 6 }, (_, i) => addDays('2026-11-16', i))
const limit = fc.option(fc.integer({ min: 0, max: 12 }))
const ruleArbitrary: fc.Arbitrary<EarningRule> = fc.record({
  amount: fc.integer({ min: 0, max: 6 }),
  perDay: limit,
  perMonth: limit,
  lifetime: limit,
  from: fc.option(fc.constantFrom(...days)),
  until: fc.option(fc.constantFrom(...days)),
  streak: fc.option(
    fc.record({ every: fc.integer({ min: 2, max: 4 }), points: fc.integer({ min: 1, max: 4 }) }),
  ),
})
const ids: readonly EarningRuleId[] = ['check-in', 'visit', 'code']
const rulesArbitrary = fc
  .record({
    rules: fc.record({ 'check-in': ruleArbitrary, visit: ruleArbitrary, code: ruleArbitrary }),
    limits: fc.record({
      monthlyEarning: fc.integer({ min: 0, max: 12 }),
      yearlyRedemption: fc.integer({ min: 0, max: 12 }),
    }),
  })
  .map(({ rules, limits }) => ({ rules: { ...defaultRules.rules, ...rules }, limits }))
type Rules = Parameters<typeof earned>[1]

/** How each field is taken back: by so much, or left as it is. */
const less = fc.integer({ min: 0, max: 4 })
const cutArbitrary = fc.record({
  amount: less,
  perDay: less,
  perMonth: less,
  lifetime: less,
  days: less,
  streak: fc.constantFrom('kept', 'gone', 'rarer', 'lower'),
})
type Cut = typeof cutArbitrary extends fc.Arbitrary<infer T> ? T : never
const cutLimit = (value: number | null, by: number) => (by === 0 ? value : Math.max(0, (value ?? 12) - by))
const cutStreak = (streak: EarningRule['streak'], how: string): EarningRule['streak'] => {
  if (streak === null || how === 'gone') return null
  if (how === 'rarer') return { ...streak, every: streak.every * 2 }
  return how === 'lower' ? { ...streak, points: Math.max(1, streak.points - 1) } : streak
}
const cutRule = (rule: EarningRule, cut: Cut): EarningRule => ({
  amount: Math.max(0, rule.amount - cut.amount),
  perDay: cutLimit(rule.perDay, cut.perDay),
  perMonth: cutLimit(rule.perMonth, cut.perMonth),
  lifetime: cutLimit(rule.lifetime, cut.lifetime),
  from: cut.days === 0 ? rule.from : addDays(rule.from ?? '2026-11-16', cut.days),
  until: cut.days === 0 ? rule.until : addDays(rule.until ?? '2026-11-21', -cut.days),
  streak: cutStreak(rule.streak, cut.streak),
})
const cutsArbitrary = fc.record({
  rules: fc.record({ 'check-in': cutArbitrary, visit: cutArbitrary, code: cutArbitrary }),
  month: less,
  year: less,
})
const cutAll = (
  before: Rules,
  { rules, month, year }: typeof cutsArbitrary extends fc.Arbitrary<infer T> ? T : never,
): Rules => ({
  rules: {
    ...before.rules,
    'check-in': cutRule(before.rules['check-in'], rules['check-in']),
    visit: cutRule(before.rules.visit, rules.visit),
    code: cutRule(before.rules.code, rules.code),
  },
  limits: {
    monthlyEarning: Math.max(0, before.limits.monthlyEarning - month),
    yearlyRedemption: Math.max(0, before.limits.yearlyRedemption - year),
  },
})

const sum = fc.integer({ min: 0, max: 8 })
const accountArbitrary: fc.Arbitrary<AccountState> = fc
  .record({
    day: fc.constantFrom(...days),
    points: sum,
    sums: fc.tuple(sum, sum, sum),
    checkedIn: fc.constantFrom(...days),
    streak: fc.integer({ min: 0, max: 11 }),
  })
  .map(({ day, points, sums, checkedIn, streak }) => ({
    ...emptyAccount,
    earned: { day, points, entries: 1, rules: Object.fromEntries(ids.map((id) => [id, sums])) },
    checkIn: { day: checkedIn, streak },
  }))

const tries = fc.record({ rule: fc.constantFrom(...ids), day: fc.constantFrom(...days) })
type Try = { rule: EarningRuleId; day: string }

const reason = { type: 'visit', place: '320800-32080290' } as const
const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`)
/** Points that it gives; 0 where it is refused. `amount`: of a code. */
const given = (account: AccountState, rules: Rules, { rule, day }: Try): number => {
  const at = noon(day)
  const done =
    rule === 'check-in'
      ? earned(account, rules, { rule, at })
      : earned(account, rules, { rule, at, reason, ...(rule === 'code' && { amount: 3 }) })
  return done.ok ? (done.value.entries.at(-1)?.points ?? 0) : 0
}
/** The same rules with this way giving exactly so many points each time. */
const giving = (rules: Rules, id: EarningRuleId, amount: number): Rules => ({
  ...rules,
  rules: { ...rules.rules, [id]: { ...rules.rules[id], amount, streak: null } },
})
const uncapped = { perDay: null, perMonth: null, lifetime: null }
const withoutCaps = (rules: Rules, id: EarningRuleId): Rules => ({
  limits: { monthlyEarning: 1e6, yearlyRedemption: 1e6 },
  rules: { ...rules.rules, [id]: { ...rules.rules[id], ...uncapped } },
})

describe('rules that are cut somewhere', () => {
  it('are not more generous, and give nothing that the rules before would not have let through', () => {
    const inSizeInTimeAndUnderEveryCap = (before: Rules, after: Rules, account: AccountState, one: Try) => {
      const points = given(account, after, one)
      if (points === 0) return
      expect(given(account, withoutCaps(before, one.rule), one)).toBeGreaterThanOrEqual(points)
      const same = one.rule === 'code' ? before : giving(before, one.rule, points)
      expect(given(account, same, one)).toBe(points)
    }
    fc.assert(
      fc.property(rulesArbitrary, cutsArbitrary, accountArbitrary, tries, (before, cuts, account, one) => {
        const after = cutAll(before, cuts)
        expect(isMoreGenerous(before, after)).toBe(false)
        inSizeInTimeAndUnderEveryCap(before, after, account, one)
      }),
      { numRuns: 2_000 },
    )
  })

  it('are more generous when the cut is taken back, unless it cut nothing', () => {
    fc.assert(
      fc.property(rulesArbitrary, cutsArbitrary, (before, cuts) => {
        const after = cutAll(before, cuts)
        const amountOfCodes = { ...after.rules.code, amount: before.rules.code.amount }
        const isSame =
          JSON.stringify({ ...after, rules: { ...after.rules, code: amountOfCodes } }) ===
          JSON.stringify(before)
        expect(isMoreGenerous(after, before)).toBe(!isSame)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('rules are more generous', () => {
  const change = (id: EarningRuleId, more: Partial<EarningRule>): Rules => ({
    ...defaultRules,
    rules: { ...defaultRules.rules, [id]: { ...defaultRules.rules[id], ...more } },
  })
  it.each<[string, Rules, boolean]>([
    ['with a higher amount', change('visit', { amount: 6 }), true],
    ['with a lower amount', change('visit', { amount: 4 }), false],
    ['with a higher cap of a day', change('visit', { perDay: 16 }), true],
    ['without a cap of a month', change('visit', { perMonth: null }), true],
    ['with a cap for life', change('visit', { lifetime: 10 }), false],
    ['until a day', change('visit', { until: '2026-12-31' }), false],
    ['with a bonus oftener', change('check-in', { streak: { every: 3, points: 10 } }), true],
    ['with a bonus half as often', change('check-in', { streak: { every: 14, points: 10 } }), false],
    ['with a bonus in another rhythm', change('check-in', { streak: { every: 10, points: 10 } }), true],
    ['without a bonus', change('check-in', { streak: null }), false],
    ['with an amount for codes, which each batch says itself', change('code', { amount: 9 }), false],
    [
      'with more to earn in a month',
      { ...defaultRules, limits: { ...defaultRules.limits, monthlyEarning: 601 } },
      true,
    ],
    [
      'with more to spend in a year',
      { ...defaultRules, limits: { ...defaultRules.limits, yearlyRedemption: 5001 } },
      true,
    ],
    [
      'that give here and take there',
      { ...change('visit', { amount: 6 }), limits: { monthlyEarning: 1, yearlyRedemption: 1 } },
      true,
    ],
  ])('%s', (_, after, expected) => expect(isMoreGenerous(defaultRules, after)).toBe(expected))
})

describe('a gift is a better offer', () => {
  type Sold = Parameters<typeof isBetterOffer>[0]
  const [from, until] = ['2026-11-10T00:00:00.000Z', '2026-12-31T16:00:00.000Z']
  const sold: Sold = { price: 100, perPerson: 2, onSaleFrom: from, onSaleUntil: until, isPublished: true }
  it.each<[string, Partial<Sold>, boolean]>([
    ['for fewer points', { price: 99 }, true],
    ['for more points', { price: 101 }, false],
    ['with more pieces a person', { perPerson: 3 }, true],
    ['with no limit a person', { perPerson: null }, true],
    ['with fewer pieces a person', { perPerson: 1 }, false],
    ['for longer', { onSaleUntil: '2027-01-01T16:00:00.000Z' }, true],
    ['without an end', { onSaleUntil: null }, true],
    ['not when it ends earlier', { onSaleUntil: '2026-12-01T16:00:00.000Z' }, false],
    ['from earlier on', { onSaleFrom: '2026-11-09T00:00:00.000Z' }, true],
    ['without a beginning', { onSaleFrom: null }, true],
    ['not when it begins later', { onSaleFrom: '2026-11-11T00:00:00.000Z' }, false],
    ['not when the same end is written otherwise', { onSaleUntil: '2027-01-01T00:00:00+08:00' }, false],
    ['not when it is taken off, whatever it says then', { price: 1, isPublished: false }, false],
    ['not when nothing of it changes', {}, false],
  ])('%s', (_, change, expected) => expect(isBetterOffer(sold, { ...sold, ...change })).toBe(expected))

  it('when it comes on sale', () => {
    expect(isBetterOffer({ ...sold, isPublished: false }, { ...sold, price: 500 })).toBe(true)
  })

  it('not when a sale that was open gets a first and a last moment', () => {
    const open = { ...sold, onSaleFrom: null, onSaleUntil: null }
    expect(isBetterOffer(open, sold)).toBe(false)
  })
})

describe('a gift that people can see takes two for what it says', () => {
  type Shown = Parameters<typeof needsSecondPerson>[0]
  const shown: Shown = {
    name: '晴雨伞一把',
    about: '三折，两年质保。',
    price: 100,
    perPerson: 2,
    onSaleFrom: null,
    onSaleUntil: null,
    isPublished: true,
  }
  it.each<[string, Partial<Shown>, boolean]>([
    ['another name', { name: '长柄伞一把' }, true],
    ['another description', { about: '加微信送伞。' }, true],
    ['a lower price', { price: 99 }, true],
    ['a higher price', { price: 101 }, false],
    ['the same again', {}, false],
    ['another name for a gift that is taken off', { name: '长柄伞一把', isPublished: false }, false],
  ])('%s', (_, change, expected) => expect(needsSecondPerson(shown, { ...shown, ...change })).toBe(expected))

  it('and one that nobody can see for nothing, until it comes on sale', () => {
    const hidden = { ...shown, isPublished: false }
    expect(needsSecondPerson(hidden, { ...hidden, name: '长柄伞一把' })).toBe(false)
    expect(needsSecondPerson(hidden, { ...hidden, isPublished: true })).toBe(true)
  })
})
