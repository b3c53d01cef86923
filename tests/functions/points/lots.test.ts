import fc from 'fast-check'
import {
  expiring,
  hasLapsed,
  lastDayOf,
  listed,
  parted,
  returned,
  taken,
} from '../../../functions/points/rules/lots'
import { addDays, dayOf, startOfDay } from '../../../functions/shared/day'
import { added, type Lots, sumOf } from '../../../functions/shared/ledger/lots'

const year = fc.integer({ min: 2024, max: 2032 })
const lots: fc.Arbitrary<Lots> = fc.dictionary(year.map(String), fc.integer({ min: 1, max: 5000 }))
const day = fc
  .integer({ min: startOfDay('2025-01-01'), max: startOfDay('2033-12-31') })
  .map((ms) => dayOf(ms))

describe('a lot', () => {
  it('can be spent to the end of the year after its own, in China', () => {
    expect(lastDayOf(2026)).toBe('2027-12-31')
    expect(hasLapsed('2026', '2027-12-31')).toBe(false)
    expect(hasLapsed('2026', '2028-01-01')).toBe(true)
    // Half past midnight in China, still last year in UTC.
    expect(hasLapsed('2026', dayOf(Date.parse('2027-12-31T16:30:00Z')))).toBe(true)
  })
})

describe('taking points', () => {
  it('takes the oldest first', () => {
    expect(taken({ 2027: 50, 2026: 30 }, 40)).toEqual({ lots: { 2027: 40 }, taken: { 2026: 30, 2027: 10 } })
  })

  it('takes all that was asked for or nothing', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 0, max: 30_000 }), (before, points) => {
        const out = taken(before, points)
        if (points > sumOf(before)) return expect(out).toBeNull()
        expect(sumOf(out?.taken ?? {})).toBe(points)
        expect(sumOf(out?.lots ?? {})).toBe(sumOf(before) - points)
        for (const left of Object.values(out?.lots ?? {})) expect(left).toBeGreaterThan(0)
      }),
    )
  })

  it('leaves nothing in a lot older than the newest one it touched', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 30_000 }), (before, points) => {
        const out = taken(before, points)
        if (!out) return
        const newest = Math.max(...Object.keys(out.taken).map(Number))
        for (const left of Object.keys(out.lots)) expect(Number(left)).toBeGreaterThanOrEqual(newest)
      }),
    )
  })
})

describe('giving points back', () => {
  it('on the same day undoes the taking', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 0, max: 5000 }), (before, points) => {
        const out = taken(before, points)
        if (!out) return
        expect(returned(out.lots, out.taken, '2025-01-01')).toEqual({
          lots: before,
          returned: points,
          lapsed: 0,
        })
      }),
    )
  })

  it('leaves lapsed what has lapsed meanwhile', () => {
    expect(returned({ 2027: 5 }, { 2026: 30, 2027: 10 }, '2028-01-01')).toEqual({
      lots: { 2027: 15 },
      returned: 10,
      lapsed: 30,
    })
  })

  it('loses nothing: what returns and what has lapsed is what was taken', () => {
    fc.assert(
      fc.property(lots, lots, day, (now, back, on) => {
        const { lots: after, returned: points, lapsed } = returned(now, back, on)
        expect(points + lapsed).toBe(sumOf(back))
        expect(sumOf(after)).toBe(sumOf(now) + points)
      }),
    )
  })
})

describe('what runs out', () => {
  it('is announced 31 days ahead', () => {
    expect(expiring({ 2026: 30, 2027: 10 }, '2027-11-29')).toBeNull()
    expect(expiring({ 2026: 30, 2027: 10 }, '2027-11-30')).toEqual({ points: 30, on: '2027-12-31' })
    expect(expiring({ 2026: 30, 2027: 10 }, '2027-12-31')).toEqual({ points: 30, on: '2027-12-31' })
    expect(expiring({ 2026: 30, 2027: 10 }, '2028-01-01')).toBeNull()
  })

  it('parts lots into good and lapsed, and lists them by their day', () => {
    fc.assert(
      fc.property(lots, day, (all, on) => {
        const { good, lapsed } = parted(all, on)
        expect(sumOf(good) + sumOf(lapsed)).toBe(sumOf(all))
        const days = listed(good).map((lot) => lot.on)
        expect(days).toEqual([...days].sort())
        for (const last of days) expect(last >= on).toBe(true)
      }),
    )
  })

  it('adds to the lot of a year, and keeps no empty one', () => {
    expect(added({}, '2026', 5)).toEqual({ 2026: 5 })
    expect(added({ 2026: 5 }, '2026', -5)).toEqual({})
    expect(addDays(lastDayOf(2026), 1)).toBe('2028-01-01')
  })
})
