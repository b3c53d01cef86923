/** What `npm test` says of a run: nothing that needed a second try is hidden, and where the time went. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { detailLines, reportSchema, summaryLine, summaryOf } from '../report'

const root = resolve(__dirname, '../..')
const configuration: {
  projects: { displayName: string; setupFilesAfterEnv?: string[] }[]
} = require('../jest.config.cjs')

/** Fails at the first try and passes at the second; passes; fails at both. */
const tests = `
  let tries = 0
  test('a flaky one', () => { tries += 1; expect(tries).toBe(2) })
  test('a good one', () => {})
  test('a broken one', () => { throw new Error('always') })
`

/** The report of a run of these tests, with the set-up of the browser's projects or without. */
function run(setup: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  try {
    writeFileSync(join(folder, 'some.test.js'), tests)
    const swc = [require.resolve('@swc/jest'), { jsc: { parser: { syntax: 'typescript' } } }]
    const config = { rootDir: folder, setupFilesAfterEnv: setup, transform: { '\\.ts$': swc } }
    const output = join(folder, 'report.json')
    const { stderr } = spawnSync(
      process.execPath,
      [
        resolve(root, 'node_modules/jest/bin/jest.js'),
        ...['--config', JSON.stringify(config), '--json', '--outputFile', output],
      ],
      { cwd: root, encoding: 'utf8' },
    )
    return {
      stderr,
      summary: summaryOf(reportSchema.parse(JSON.parse(readFileSync(output, 'utf8'))), folder),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a second try', () => {
  it('is given only to the projects that drive a browser or a phone: a race in the ledger stays red', () => {
    const retrying = configuration.projects.filter(({ setupFilesAfterEnv = [] }) =>
      setupFilesAfterEnv.includes('<rootDir>/tests/support/retry.ts'),
    )
    expect(retrying.map(({ displayName }) => displayName)).toEqual(['weapp', 'e2e'])
  })

  it('is counted and named, with why the first one failed; what fails twice has failed', () => {
    const { stderr, summary } = run([join(root, 'tests/support/retry.ts')])
    expect(summary).toMatchObject({ passed: 2, failed: 1, flaky: ['a flaky one'] })
    expect(summaryLine(summary)).toBe('2 passed, 1 failed, 1 flaky')
    expect(detailLines(summary)[0]).toBe('flaky: a flaky one (passed at its second try)')
    expect(stderr).toMatch(/RETRY[\s\S]*a flaky one[\s\S]*Expected: 2/)
  })

  it('is not given elsewhere', () => {
    const { summary } = run([])
    expect(summary).toMatchObject({ passed: 1, failed: 2, flaky: [] })
  })
})

describe('a run', () => {
  const file = (name: string, seconds: number) => ({
    name: `/home/${name}`,
    startTime: 1000,
    endTime: 1000 + seconds * 1000,
    assertionResults: [{ fullName: `of ${name}`, status: 'passed' }],
  })
  const plain = {
    numPassedTests: 12,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    testResults: Array.from({ length: 12 }, (_, n) => file(`${n}.test.ts`, n)),
  }

  it('names the ten files that took longest', () => {
    const lines = detailLines(summaryOf(plain, '/home'))
    expect(lines).toHaveLength(10)
    expect(lines[0]).toBe('slowest:   11.0 s  11.test.ts')
  })

  it('has failed where tests were skipped or files could not run', () => {
    const summary = summaryOf({ ...plain, numPendingTests: 2, numRuntimeErrorTestSuites: 1 }, '/home')
    expect(summaryLine(summary)).toBe('12 passed, 3 failed, 2 skipped, which counts as failed')
  })

  it('of chosen tests has failed where one of them did not run, and not by those that were left out', () => {
    const left = { fullName: 'left out', status: 'pending' }
    const [one = file('1.test.ts', 1)] = plain.testResults
    const results = [{ ...one, assertionResults: [...one.assertionResults, left] }]
    const report = { ...plain, numPendingTests: 1, testResults: results }
    const chosen = { file: '0.test.ts', test: 'of 0.test.ts' }
    expect(summaryOf(report, '/home', [chosen])).toMatchObject({ failed: 0, skipped: 0 })
    const missing = { file: '0.test.ts', test: 'left out' }
    expect(summaryOf(report, '/home', [chosen, missing])).toMatchObject({ failed: 1, skipped: 1 })
  })
})
