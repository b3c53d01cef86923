import fc from 'fast-check'
import { emptyShard, type Shard, spread, stockOf } from '../../../functions/points/rules/stock'

const shard = fc.record({ left: fc.nat(300), taken: fc.nat(300) })
const shards: fc.Arbitrary<Shard[]> = fc
  .array(shard, { minLength: 1, maxLength: 50 })
  .map((all) => all.map((one, n) => ({ ...one, n, handedOver: 0, held: 0 })))

describe('spreading pieces over shards', () => {
  it('changes what is left by just so many', () => {
    fc.assert(
      fc.property(shards, fc.integer({ min: -500, max: 2000 }), (all, change) => {
        const spreading = spread(all, change)
        if (!spreading.ok) return expect(stockOf(all).left).toBeLessThan(-change)
        expect(spreading.value.reduce((sum, one) => sum + one.change, 0)).toBe(change)
        for (const { n, change: by } of spreading.value)
          expect((all[n] ?? emptyShard(n)).left + by).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('levels new ones', () => {
    expect(spread([0, 1, 2].map(emptyShard), 10)).toEqual({
      ok: true,
      value: [
        { n: 0, change: 4 },
        { n: 1, change: 3 },
        { n: 2, change: 3 },
      ],
    })
  })

  it('takes away only what is left', () => {
    const all = [{ ...emptyShard(0), left: 2, taken: 9 }]
    expect(spread(all, -2)).toEqual({ ok: true, value: [{ n: 0, change: -2 }] })
    expect(spread(all, -3)).toEqual({ ok: false, error: 'stock-taken' })
  })
})
