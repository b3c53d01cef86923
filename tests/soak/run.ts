/**
 * `npm run soak -- --minutes 30`: the histories of the ledger's model test, longer, with more people and more faults, on a
 * real engine on this machine, until the time is up or something goes wrong. `--seed N` begins with the history of that
 * number, as a failure prints it; `--people N`, `--steps N` and `--together N` change what is drawn. Without `--seed` the
 * suites that `npm test` plays a part of are played in full first.
 */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import * as z from '../../functions/shared/zod'
import { localTemplate } from '../../infra/local/builds/templates'
import { startEngine } from '../../infra/local/engine/engine'
import { tablesOfDomain } from '../support/engine/domain-engine'
import { openDatabase } from '../support/engine/engine'
import { type History, histories } from '../support/ledger-model/actions'
import {
  type FaultProfile,
  faultsWithoutSdkRetries,
  faultsWithSdkRetries,
  noFaults,
} from '../support/ledger-model/fault-injection'
import { type Played, play } from '../support/ledger-model/history'

const profiles: readonly (readonly [string, FaultProfile])[] = [
  ['no faults', noFaults],
  ['faults without SDK retries', faultsWithoutSdkRetries],
  ['faults with SDK retries', faultsWithSdkRetries],
]
const wholeSchema = z.coerce.number<string>().check(z.int(), z.minimum(0))
const optionsSchema = z.object({
  minutes: z.coerce.number<string>().check(z.positive(), z.maximum(24 * 60)),
  seed: wholeSchema,
  people: wholeSchema,
  steps: wholeSchema,
  together: wholeSchema,
})
type Options = z.infer<typeof optionsSchema>

/** However long it runs: each history leaves two tables in the engine's memory. */
const historiesPerEngine = 200

const optionsOf = (args: string[]): Options => {
  const text = (fallback: string) => ({ type: 'string' as const, default: fallback })
  const { values } = parseArgs({
    args,
    options: {
      minutes: text('10'),
      seed: text(String(Date.now() % 1_000_000_000)),
      people: text('8'),
      steps: text('80'),
      together: text('5'),
    },
  })
  return z.parse(optionsSchema, values)
}

/** The same number, the same history. */
const historyOf = (seed: number, { steps, together }: Options): History => {
  const [history] = fc.sample(histories(steps, together), { seed, numRuns: 1 })
  if (!history) throw new Error('no history was drawn')
  return history
}

type Sum = Omit<Played, 'violations'> & { histories: number }

const add = (sum: Sum, played: Played): void => {
  sum.histories++
  sum.steps += played.steps
  sum.repeated += played.repeated
  for (const part of ['requests', 'answers', 'faults'] as const)
    for (const [name, count] of Object.entries(played[part])) sum[part][name] = (sum[part][name] ?? 0) + count
}

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

const tell = (sum: Sum, violations: number, began: number): void => {
  const total = Object.values(sum.requests).reduce((all, one) => all + one, 0)
  console.log(`
${sum.histories} histories, ${sum.steps} steps, ${total} operations in ${((Date.now() - began) / 60_000).toFixed(1)} min
  operations  ${listed(sum.requests)}
  answers     ${listed(sum.answers)}
  faults      ${listed(sum.faults)}
  sent again  ${sum.repeated}
  violations  ${violations}`)
}

/** Suites of which `npm test` plays a part (tests/support/full-histories.ts). */
const playedInPart = [
  'tests/functions/points/proof',
  'tests/functions/exhibition/proof',
  'tests/functions/security/fuzz',
]

/** Exit code of jest. */
const playInFull = (): number => {
  const root = resolve(__dirname, '../..')
  const program = resolve(root, 'node_modules/jest/bin/jest.js')
  const args = [program, '--config', 'tests/jest.config.cjs', '--maxWorkers=2', ...playedInPart]
  const env = { ...process.env, FULL_HISTORIES: '1' }
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
}

const main = async (): Promise<number> => {
  const options = optionsOf(process.argv.slice(2))
  if (!process.argv.includes('--seed') && playInFull() !== 0) return 1
  const until = Date.now() + options.minutes * 60_000
  const began = Date.now()
  console.log(`begins with history ${options.seed}`)
  const sum: Sum = { histories: 0, steps: 0, requests: {}, answers: {}, faults: {}, repeated: 0 }
  const template = await localTemplate('data')
  let { seed } = options
  while (Date.now() < until) {
    const engine = await startEngine()
    try {
      for (let i = 0; i < historiesPerEngine && Date.now() < until; i++, seed++) {
        const [faults, profile] = profiles[seed % profiles.length] ?? ['no faults', noFaults]
        const database = openDatabase(engine, template, tablesOfDomain('points'))
        const played = await play(database, historyOf(seed, options), { profile, people: options.people })
        add(sum, played)
        if (played.violations.length > 0) {
          const { people, steps, together } = options
          const again = `npm run soak -- --seed ${seed} --people ${people} --steps ${steps} --together ${together}`
          console.log(`\nhistory ${seed}, ${faults}:\n${played.violations.join('\n')}\n\nagain: ${again}`)
          tell(sum, played.violations.length, began)
          return 1
        }
        if (sum.histories % 20 === 0)
          console.log(`  ${sum.histories} histories, ${sum.steps} steps, all is well`)
      }
    } finally {
      await engine.stop()
    }
  }
  tell(sum, 0, began)
  return 0
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error)
    process.exitCode = 2
  },
)
