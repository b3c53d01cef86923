import fc from 'fast-check'
import { added, type Lots, lotRules, sumOf } from '../../../../functions/shared/ledger/lots'

/** Lots named after a month, each good for the whole of the next. */
const lastDays: Record<string, string> = {
  '2026-01': '2026-02-28',
  '2026-02': '2026-03-31',
  '2026-03': '2026-04-30',
}
const { hasLapsed, listed, parted, taken, returned } = lotRules((lot) => lastDays[lot] ?? '2026-12-31')

const lots: fc.Arbitrary<Lots> = fc.dictionary(
  fc.constantFrom('2026-01', '2026-02', '2026-03', 'for-ever'),
  fc.integer({ min: 1, max: 5000 }),
)
const day = fc.constantFrom(
  '2026-01-01',
  '2026-02-28',
  '2026-03-01',
  '2026-04-15',
  '2026-05-01',
  '2027-01-01',
)

describe('lots with a day that the domain says', () => {
  it('can be spent on their last day, and not on the next', () => {
    expect(hasLapsed('2026-01', '2026-02-28')).toBe(false)
    expect(hasLapsed('2026-01', '2026-03-01')).toBe(true)
  })

  it('are spent in the order in which they run out, whatever they are called', () => {
    const all = { 'for-ever': 10, '2026-02': 20, '2026-01': 5 }
    expect(listed(all).map(({ lot }) => lot)).toEqual(['2026-01', '2026-02', 'for-ever'])
    expect(taken(all, 12)).toEqual({
      lots: { 'for-ever': 10, '2026-02': 13 },
      taken: { '2026-01': 5, '2026-02': 7 },
    })
  })

  it('give all that is asked for or nothing', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 0, max: 30_000 }), (before, amount) => {
        const out = taken(before, amount)
        if (amount > sumOf(before)) return expect(out).toBeNull()
        expect(sumOf(out?.taken ?? {})).toBe(amount)
        expect(sumOf(out?.lots ?? {})).toBe(sumOf(before) - amount)
      }),
    )
  })

  it('get back what was taken of them, but for what has lapsed meanwhile', () => {
    fc.assert(
      fc.property(lots, lots, day, (now, back, on) => {
        const { lots: after, returned: amount, lapsed } = returned(now, back, on)
        expect(amount + lapsed).toBe(sumOf(back))
        expect(lapsed).toBe(sumOf(parted(back, on).lapsed))
        expect(sumOf(after)).toBe(sumOf(now) + amount)
      }),
    )
  })

  it('are not there when they are empty', () => {
    expect(added({ '2026-01': 5 }, '2026-01', -5)).toEqual({})
  })
})
