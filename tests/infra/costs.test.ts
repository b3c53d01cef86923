import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { billOf, costTables, usageOf } from '../../infra/costs'
import { floodTable, growthTable } from '../../infra/growth-costs'

describe('the cost of a month', () => {
  it('is what docs/costs.md says', () => {
    const page = readFileSync(resolve(__dirname, '../../docs/costs.md'), 'utf8')
    expect(page).toContain(costTables())
    expect(page).toContain(growthTable())
    expect(page).toContain(floodTable())
  })

  it('grows less than the users do, since CloudFront answers for the functions', () => {
    const total = (users: number) => billOf(users).reduce((sum, { dollars }) => sum + dollars, 0)
    expect(total(1_000_000)).toBeLessThan(10 * total(10_000))
    expect(usageOf(2_000_000).calls).toBeLessThan(2 * usageOf(1_000_000).calls)
  })
})
