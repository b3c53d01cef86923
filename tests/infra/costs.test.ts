import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { billOf, costTables, usageOf } from '../../infra/costs'
import { floodTable, growthTable } from '../../infra/growth-costs'

/** The page with that table in the place of the one that has the same first line. */
const withTable = (page: string, table: string): string => {
  const [head = ''] = table.trim().split('\n')
  const lines = page.split('\n')
  const from = lines.indexOf(head)
  if (from < 0) throw new Error(`docs/costs.md has no table that begins with ${head}`)
  const length = lines.slice(from).findIndex((line) => !line.startsWith('|'))
  return lines.toSpliced(from, length, ...table.trim().split('\n')).join('\n')
}

describe('the cost of a month', () => {
  it('is what docs/costs.md says', () => {
    const file = resolve(__dirname, '../../docs/costs.md')
    const page = readFileSync(file, 'utf8')
    const written = [costTables(), growthTable(), floodTable()].reduce(withTable, page)
    // `WRITE_DOCS=1` writes the tables anew.
    if (process.env.WRITE_DOCS === '1') writeFileSync(file, written)
    expect(readFileSync(file, 'utf8')).toBe(written)
  })

  it('grows less than the users do, since CloudFront answers for the functions', () => {
    const total = (users: number) => billOf(users).reduce((sum, { dollars }) => sum + dollars, 0)
    expect(total(1_000_000)).toBeLessThan(10 * total(10_000))
    expect(usageOf(2_000_000).calls).toBeLessThan(2 * usageOf(1_000_000).calls)
  })
})
