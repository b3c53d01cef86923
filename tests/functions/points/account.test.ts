import fc from 'fast-check'
import type { Entry } from '../../../functions/points/contract'
import {
  type AccountState,
  adjusted,
  type Change,
  closed,
  emptyAccount,
  mostPoints,
  pickedUp,
  refunded,
  settled,
  spent,
  usable,
} from '../../../functions/points/rules/account'
import { defaultRules } from '../../../functions/points/rules/default-rules'
import { earned } from '../../../functions/points/rules/earning'
import { dayMs } from '../../../functions/shared/day'
import { type Lots, sumOf } from '../../../functions/shared/ledger/lots'

const at = Date.parse('2026-11-18T10:00:00+08:00')
const limits = { monthlyEarning: 600, yearlyRedemption: 500 }
const gift = { id: '320800-gift000001', name: '洗衣液', price: 100, perPerson: null }
const holding = (lots: Lots, more: Partial<AccountState> = {}): AccountState => ({
  ...emptyAccount,
  revision: 1,
  seq: 1,
  balance: sumOf(lots),
  lots,
  ...more,
})
const order = (taken: Lots, reservedAt = at) => ({
  id: '261118-0000000000',
  points: sumOf(taken),
  taken,
  reservedAt: new Date(reservedAt).toISOString(),
  gift,
})

describe('spending', () => {
  const buy = (account: AccountState, more = {}) =>
    spent(account, { order: '261118-0000000000', gift, limits, at, ...more })

  it('takes the price and records from which lots', () => {
    const bought = buy(holding({ 2025: 60, 2026: 60 }))
    expect(bought).toMatchObject({
      ok: true,
      value: {
        taken: { 2025: 60, 2026: 40 },
        account: { balance: 20, lots: { 2026: 20 }, reserved: 1, gifts: { gift000001: 1 } },
        entries: [
          { seq: 2, kind: 'spend', points: -100, balance: 20, reason: { type: 'order', gift: '洗衣液' } },
        ],
      },
    })
  })

  it('does not touch what has lapsed: that is written off first', () => {
    expect(buy(holding({ 2024: 99, 2026: 50 }))).toEqual({ ok: false, error: 'points-short' })
    const bought = buy(holding({ 2024: 99, 2026: 150 }))
    if (!bought.ok) throw new Error(bought.error)
    expect(bought.value.entries.map(({ kind, points, balance }) => [kind, points, balance])).toEqual([
      ['expire', -99, 150],
      ['spend', -100, 50],
    ])
    expect(bought.value.taken).toEqual({ 2026: 100 })
  })

  it('is refused beyond what one person may have', () => {
    const had = holding({ 2026: 500 }, { gifts: { gift000001: 2 } })
    expect(buy(had, { gift: { ...gift, perPerson: 2 } })).toEqual({
      ok: false,
      error: 'person-limit-reached',
    })
    expect(buy(had, { gift: { ...gift, perPerson: 3 } }).ok).toBe(true)
  })

  it('is refused beyond the cap of the year, and begins anew with the next', () => {
    const account = holding({ 2026: 500 }, { redeemed: { year: 2026, points: 401 } })
    expect(buy(account)).toEqual({ ok: false, error: 'yearly-cap-reached' })
    expect(buy(account, { at: at + 60 * dayMs }).ok).toBe(true)
  })

  it('is refused to a closed account', () => {
    expect(buy(holding({ 2026: 500 }, { isClosed: true }))).toEqual({ ok: false, error: 'account-closed' })
  })
})

describe('giving an order back', () => {
  it('undoes it: points, lots, the count of the gift and of the year', () => {
    const before = holding({ 2025: 60, 2026: 60 })
    const bought = spent(before, { order: 'o', gift, limits, at })
    if (!bought.ok) throw new Error(bought.error)
    const back = refunded(bought.value.account, { order: order(bought.value.taken), why: 'cancelled', at })
    expect(back.account).toMatchObject({ lots: before.lots, balance: 120, gifts: {}, reserved: 0 })
    expect(back.account.redeemed).toEqual({ year: 2026, points: 0 })
    expect(back.entries).toMatchObject([
      { kind: 'refund', points: 100, reason: { type: 'cancelled', lapsed: 0 } },
    ])
  })

  it('leaves lapsed what has lapsed meanwhile, and says how much', () => {
    const account = holding({}, { seq: 5, reserved: 1, gifts: { gift000001: 1 } })
    const inJanuary = Date.parse('2027-01-03T10:00:00+08:00')
    const back = refunded(account, {
      order: order({ 2025: 60, 2026: 40 }),
      why: 'not-picked-up',
      at: inJanuary,
    })
    expect(back.account).toMatchObject({ balance: 40, lots: { 2026: 40 } })
    expect(back.entries).toMatchObject([{ points: 40, reason: { type: 'not-picked-up', lapsed: 60 } }])
  })

  it('does not lower what was spent in another year', () => {
    const account = holding({}, { reserved: 1, redeemed: { year: 2027, points: 70 } })
    const inJanuary = Date.parse('2027-01-03T10:00:00+08:00')
    const back = refunded(account, { order: order({ 2026: 100 }), why: 'cancelled', at: inJanuary })
    expect(back.account.redeemed).toEqual({ year: 2027, points: 70 })
  })

  it('brings nothing to a closed account', () => {
    const back = refunded(holding({}, { isClosed: true, reserved: 1 }), {
      order: order({ 2026: 100 }),
      why: 'cancelled',
      at,
    })
    expect(back).toMatchObject({
      account: { balance: 0, lots: {} },
      entries: [{ points: 0, reason: { lapsed: 100 } }],
    })
  })
})

describe('adjusting', () => {
  const by = (points: number) => ({ points, adjustment: '320800-0000000000', text: '补记', at })

  it('gives points of this year, and takes the oldest', () => {
    expect(adjusted(holding({ 2025: 5 }), by(10))).toMatchObject({
      value: { account: { lots: { 2025: 5, 2026: 10 } } },
    })
    expect(adjusted(holding({ 2025: 5, 2026: 5 }), by(-7))).toMatchObject({
      value: { account: { lots: { 2026: 3 } } },
    })
  })

  it('never below nothing', () => {
    expect(adjusted(holding({ 2026: 5 }), by(-6))).toEqual({ ok: false, error: 'points-short' })
  })

  it('fills an account to a million points and no further', () => {
    const nearlyFull = holding({ 2026: mostPoints - 10 })
    expect(adjusted(nearlyFull, by(10))).toMatchObject({
      ok: true,
      value: { account: { balance: mostPoints } },
    })
    expect(adjusted(nearlyFull, by(11))).toEqual({ ok: false, error: 'balance-cap-reached' })
    expect(adjusted(holding({ 2026: mostPoints + 50 }), by(-20))).toMatchObject({ ok: true })
  })
})

describe('closing', () => {
  it('writes off what is left and forgets the ways of the person', () => {
    const account = holding({ 2026: 40 }, { gifts: { a: 1 }, checkIn: { day: '2026-11-18', streak: 9 } })
    expect(closed(account, at)).toMatchObject({
      account: { balance: 0, lots: {}, gifts: {}, isClosed: true, checkIn: { streak: 0 } },
      entries: [{ kind: 'expire', points: -40, reason: { type: 'closed' } }],
    })
  })

  it('of an empty account writes no entry', () => {
    expect(closed(emptyAccount, at)).toMatchObject({ account: { isClosed: true }, entries: [] })
  })
})

/** What may happen to an account, in any order, over years. */
type Step =
  | { type: 'earn'; rule: 'check-in' | 'visit' | 'event' }
  | { type: 'spend'; price: number }
  | { type: 'back' | 'pick-up'; which: number }
  | { type: 'adjust'; points: number }
  | { type: 'wait'; days: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('earn' as const), rule: fc.constantFrom('check-in', 'visit', 'event') }),
  fc.record({ type: fc.constant('spend' as const), price: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ type: fc.constantFrom('back' as const, 'pick-up' as const), which: fc.nat(5) }),
  fc.record({ type: fc.constant('adjust' as const), points: fc.integer({ min: -50, max: 50 }) }),
  fc.record({ type: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 200 }) }),
)

/** An account with its whole ledger and its open orders, in the hands of somebody who does one thing after the other. */
const history = () => {
  let [now, account] = [at, emptyAccount]
  const ledger: Entry[] = []
  const open: { taken: Lots; reservedAt: number }[] = []
  const apply = (change: Change) => {
    account = change.account
    ledger.push(...change.entries)
  }
  const earn = (rule: 'check-in' | 'visit' | 'event') => {
    const reason = { type: 'event', subject: 's', label: 'l' } as const
    const earning = rule === 'check-in' ? { rule, at: now } : { rule, at: now, reason }
    const change = earned(account, defaultRules, earning)
    if (change.ok) apply(change.value)
  }
  const spend = (price: number) => {
    const bought = spent(account, { order: 'o', gift: { ...gift, price }, limits, at: now })
    if (!bought.ok) return
    apply(bought.value)
    open.push({ taken: bought.value.taken, reservedAt: now })
  }
  const end = (which: number, type: 'back' | 'pick-up') => {
    const [chosen] = open.splice(which, 1)
    if (!chosen) return
    const ended = order(chosen.taken, chosen.reservedAt)
    apply(
      type === 'back' ? refunded(account, { order: ended, why: 'cancelled', at: now }) : pickedUp(account),
    )
  }
  const adjust = (points: number) => {
    const change = adjusted(account, { points, adjustment: 'a', text: 't', at: now })
    if (points !== 0 && change.ok) apply(change.value)
  }
  const take = (step: Step) => {
    if (step.type === 'wait') now += step.days * dayMs
    if (step.type === 'earn') earn(step.rule)
    if (step.type === 'spend') spend(step.price)
    if (step.type === 'adjust') adjust(step.points)
    if (step.type === 'back' || step.type === 'pick-up') end(step.which, step.type)
  }
  return { take, seen: () => ({ now, account, ledger, open }) }
}

describe('whatever happens to an account', () => {
  it('its balance is the sum of its entries and of its lots, and never below nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { take, seen } = history()
        for (const one of steps) {
          take(one)
          const { now, account, ledger, open } = seen()
          expect(account.balance).toBe(ledger.reduce((sum, { points }) => sum + points, 0))
          expect(account.balance).toBe(sumOf(account.lots))
          expect(account.balance).toBeGreaterThanOrEqual(0)
          expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, i) => i + 1))
          expect(ledger.at(-1)?.balance ?? 0).toBe(account.balance)
          expect(account.reserved).toBe(open.length)
          expect(usable(account, now)).toBe(settled(account, now).account.balance)
          expect(account.redeemed.points).toBeLessThanOrEqual(limits.yearlyRedemption)
          expect(account.redeemed.points).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('lapses year by year, oldest first, and not twice', () => {
    const account = holding({ 2024: 3, 2023: 2, 2026: 1 })
    const once = settled(account, at)
    expect(once.entries.map(({ points, reason }) => [points, reason])).toEqual([
      [-2, { type: 'lapsed', year: 2023 }],
      [-3, { type: 'lapsed', year: 2024 }],
    ])
    expect(settled(once.account, at).entries).toEqual([])
  })
})
