/** The plain read-then-write ledger, in the storms that ours stands: that it fails is what shows that they are storms. */
import { naiveStorm } from '../../../bench/naive-ledger'
import { withEngine } from '../../../support/engine'
import { seeded } from '../../../support/random'

const bench = withEngine('points')
const storm = { people: 100, stock: 40, price: 5, points: 12, taps: 2 }
const play = (atOnce: number, lostPercent: number) =>
  naiveStorm(bench.client(), bench.tableName, { ...storm, atOnce, lostPercent }, seeded(1))

describe('a ledger that reads, decides and writes', () => {
  it('is right as long as nothing overlaps and nothing gets lost, but for the second tap', async () => {
    const harm = await play(1, 0)
    expect(harm).toMatchObject({ sold: 40, oversold: 0, pointsDoubled: 0, pointsLost: 0, stockSays: 0 })
    expect(harm.chargedTwice).toBe(20)
  })

  it('oversells, doubles points and charges twice where requests overlap', async () => {
    const harm = await play(50, 5)
    expect(harm.oversold).toBeGreaterThan(0)
    expect(harm.pointsDoubled).toBeGreaterThan(0)
    expect(harm.chargedTwice).toBeGreaterThan(0)
    expect(harm.stockSays).toBeGreaterThan(harm.stockIs)
  })
})
