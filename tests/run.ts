/**
 * `npm test`: every check, every build and every test, each step with its seconds; the last line counts them.
 * `npm run check` (`--quick`): the checks that need no build, and the tests of the pure rules, whose properties draw new
 * examples each time.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildMiniapp, synthesize } from '../infra/local/builds/builds'
import { hasJava, startEngine } from '../infra/local/engine/engine'
import { Failure } from '../infra/local/failure'
import {
  costsByFolder,
  costsByPhase,
  measurePhase,
  overBudget,
  type Phase,
  processorSeconds,
  readCosts,
  readLines,
} from './costs'
import { missingPrerequisites } from './prerequisites'
import { type ChosenTest, detailLines, reportSchema, summaryLine, summaryOf } from './report'
import { namePattern, testsFor } from './second-engine'
import { freshSeed } from './seed'
import { statementsOfTestSchema } from './support/engine/statements'

const root = resolve(__dirname, '..')
const counted = { passed: 0, failed: 0 }
const phases: Phase[] = []
const costsFile = resolve(root, '.cache/suite-costs.jsonl')
const statementsFile = resolve(root, '.cache/statements.jsonl')

/** Programs of node_modules, by what they check. */
const checks: Record<string, string[]> = {
  // TypeScript 7 checks; 5.9 stays for what uses its compiler as a library (docs/decisions/064).
  types: [
    'typescript-7/bin/tsc',
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    '.cache/tsc-7.tsbuildinfo',
  ],
  lint: ['@biomejs/biome/bin/biome', 'ci', '.', '--colors=off', '--diagnostic-level=error'],
  boundaries: [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'functions',
    'infra',
    'miniapp',
    'tests',
  ],
  'dead code': ['knip/bin/knip.js', '--no-progress'],
}

const main = async () => {
  const isQuick = process.argv.includes('--quick')
  mkdirSync(resolve(root, '.cache'), { recursive: true })
  if (!isQuick) needEverything()
  await measurePhase(phases, 'checks', () =>
    twoAtATime(
      Object.entries(checks).map(
        ([name, command]) =>
          () =>
            check(name, command),
      ),
    ),
  )
  if (isQuick) {
    const rules = ['--selectProjects', 'functions', 'miniapp', '--testPathIgnorePatterns', 'integration']
    const { env, message } = freshSeed(process.env)
    console.log(`  ${message}`)
    await jest('rules', rules, env)
  } else {
    await measurePhase(phases, 'builds', builds)
    await measurePhase(phases, 'suites', () =>
      jest('tests', [], { SUITE_COSTS: fresh(costsFile), STATEMENTS: fresh(statementsFile) }),
    )
    await measurePhase(phases, 'second engine', secondEngine)
    tellCosts()
  }
  console.log(`${counted.passed} passed, ${counted.failed} failed`)
  process.exitCode = counted.failed > 0 ? 1 : 0
}

const builds = async () => {
  await build('h5', () => buildMiniapp('h5'))
  await build('h5-demo', () => buildMiniapp('h5-demo'))
  await build('weapp', () => buildMiniapp('weapp'))
  await build('functions', synthesize)
}

/** Printed before the long wait, and counted. */
const needEverything = () => {
  for (const missing of missingPrerequisites()) {
    counted.failed++
    console.log(`  FAILED: ${missing}`)
  }
}

/** What an engine decides is proven again on DynamoDB Local: the engine of the other run is not the real one either. */
const secondEngine = async () => {
  // Without Java hundreds of tests would say what the one failure above has said.
  if (!hasJava()) return
  const recorded = readLines(statementsFile, statementsOfTestSchema)
  const chosen = testsFor(recorded)
  const kindsOf = (some: typeof recorded) => new Set(some.flatMap(({ kinds }) => kinds)).size
  const files = [...new Set(chosen.map(({ file }) => file))]
  console.log(
    `  second engine: ${chosen.length} of ${recorded.length} tests ask ${kindsOf(chosen)} of ${kindsOf(recorded)} kinds`,
  )
  // One for all files: each would warm up a machine of its own.
  const engine = await startEngine({ kind: 'dynamodb-local' })
  const env = { DDB_ENGINE: 'java', DDB_ENDPOINT: engine.endpoint }
  const args = [`--testNamePattern=${namePattern(chosen)}`, '--runTestsByPath', ...files]
  await jest('second engine', args, env, chosen).finally(engine.stop)
}

/** An empty file for what the processes of a run append. */
const fresh = (path: string): string => {
  rmSync(path, { force: true })
  return path
}

const tellCosts = () => {
  const costs = readCosts(costsFile)
  for (const line of overBudget(costs)) console.log(`  ${line}`)
  for (const line of costsByFolder(costs)) console.log(`  ${line}`)
  for (const line of costsByPhase(phases, processorSeconds())) console.log(`  ${line}`)
}

const tell = (name: string, began: number, said: string) => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6)
  console.log(`  ${name.padEnd(13)}${seconds} s  ${said}`)
}

const twoAtATime = async (tasks: (() => Promise<void>)[]) => {
  const rest = [...tasks]
  const worker = async () => {
    for (let task = rest.shift(); task; task = rest.shift()) await task()
  }
  await Promise.all([worker(), worker()])
}

const check = async (name: string, [program = '', ...args]: string[]) => {
  const began = performance.now()
  const { code, output } = await run([resolve(root, 'node_modules', program), ...args], {}, 'collect')
  counted[code === 0 ? 'passed' : 'failed']++
  tell(name, began, code === 0 ? 'ok' : 'FAILED')
  if (code !== 0) console.log(output.trimEnd())
}

const build = async (name: string, work: () => Promise<{ state: string }>) => {
  const began = performance.now()
  try {
    const { state } = await work()
    tell(`build ${name}`, began, state)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    counted.failed++
    tell(`build ${name}`, began, `FAILED: ${error.message}`)
  }
}

/** Jest's own summary goes to the screen; its figures are read from its report. */
const jest = async (
  name: string,
  args: string[],
  env: Record<string, string> = {},
  chosen?: readonly ChosenTest[],
) => {
  const began = performance.now()
  const report = resolve(root, '.cache/jest.json')
  rmSync(report, { force: true })
  const program = resolve(root, 'node_modules/jest/bin/jest.js')
  const options = ['--config', 'tests/jest.config.cjs', '--maxWorkers=2', '--json', '--outputFile', report]
  const { code } = await run([program, ...options, ...args], env, 'errors only')
  if (!existsSync(report)) {
    counted.failed++
    return tell(name, began, `FAILED: jest ended with code ${code} and no report`)
  }
  const summary = summaryOf(reportSchema.parse(JSON.parse(readFileSync(report, 'utf8'))), root, chosen)
  counted.passed += summary.passed
  // A run that fails without a failed test, as for an open handle, has failed all the same.
  counted.failed += summary.failed === 0 && code !== 0 ? 1 : summary.failed
  tell(name, began, summaryLine(summary))
  for (const line of detailLines(summary)) console.log(`    ${line}`)
}

type Ended = { code: number | null; output: string }

/** Jest writes its summary to stderr and its JSON to stdout, which nobody wants to read. */
const run = (
  args: string[],
  env: Record<string, string>,
  output: 'collect' | 'errors only',
): Promise<Ended> =>
  new Promise((done) => {
    const child: ChildProcess = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...env },
      stdio: output === 'collect' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'ignore', 'inherit'],
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk))
    child.once('close', (code) => done({ code, output: text }))
  })

main()
