/** What `npm test` says of the processor time of suites. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { budgetOf } from '../budgets'
import {
  costsByFolder,
  costsByPhase,
  measurePhase,
  overBudget,
  type Phase,
  processorSeconds,
  readCosts,
} from '../costs'

const folder = mkdtempSync(join(tmpdir(), 'fuyi-costs-'))
afterAll(() => rmSync(folder, { recursive: true }))
const suite = 'tests/functions/points/orders.integration.test.ts'

describe('a suite', () => {
  it('over its budget is named, the one that is furthest over it first', () => {
    const within = { file: suite, seconds: budgetOf(suite) }
    const over = { file: 'tests/e2e/map.test.ts', seconds: budgetOf('tests/e2e/map.test.ts') + 1 }
    const far = { file: 'tests/miniapp/points/held.test.ts', seconds: 99 }
    expect(overBudget([within, over, far])).toEqual([
      expect.stringContaining(`99.0 s of ${budgetOf(far.file)} s  ${far.file}`),
      expect.stringContaining(over.file),
    ])
  })

  it('counts towards its domain and kind of test', () => {
    const deeper = { file: 'tests/functions/points/staff/gifts.integration.test.ts', seconds: 60 }
    const own = { file: 'tests/miniapp/points/screens.test.ts', seconds: 30 }
    expect(costsByFolder([own, { file: suite, seconds: 60 }, deeper])).toEqual([
      '2.00 min  functions/points',
      '0.50 min  miniapp/points',
    ])
  })

  it('is read from what the runner wrote; where it measured nothing there is nothing', () => {
    const path = join(folder, 'costs.jsonl')
    expect(readCosts(path)).toEqual([])
    writeFileSync(path, `${JSON.stringify({ file: suite, seconds: 1.5 })}\n`)
    expect(readCosts(path)).toEqual([{ file: suite, seconds: 1.5 }])
  })
})

describe('a run', () => {
  it('tells what each of its phases cost, and all of it together', async () => {
    const phases: Phase[] = []
    const clock = [10, 70.4, 80, 200]
    const read = () => clock.shift() ?? null
    for (const name of ['checks', 'builds']) await measurePhase(phases, name, async () => {}, read)
    expect(costsByPhase(phases, 240)).toEqual([
      'checks: 60 s of processor time',
      'builds: 120 s of processor time',
      '4.0 min of processor time in all',
    ])
  })

  it('tells nothing of it where the system does not say', async () => {
    const phases: Phase[] = []
    await measurePhase(
      phases,
      'checks',
      async () => {},
      () => null,
    )
    expect(costsByPhase(phases, null)).toEqual([])
  })
})

describe('processor seconds', () => {
  it('are those of a process and its ended children, whatever its name', () => {
    const stat = join(folder, 'stat')
    const before = Array.from({ length: 10 }, () => '7')
    writeFileSync(stat, `12 (a name) x) S ${before.join(' ')} 100 200 300 400 7 7`)
    expect(processorSeconds(stat)).toBe(10)
  })

  it('are unknown where the system does not say', () =>
    expect(processorSeconds(join(folder, 'nothing'))).toBeNull())
})
