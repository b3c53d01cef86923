/** What suites cost in processor time, against their budgets. Printed by the run, never a failure: machines differ. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from '../functions/shared/zod'
import { budgetOf } from './budgets'

/** Shared with jest's runner, which jest does not compile. */
export const {
  processorSeconds,
}: {
  processorSeconds: (stat?: string) => number | null
} = require('./support/processor-time.cjs')

const costSchema = z.object({
  /** From the root of the project. */
  file: z.string(),
  /** Of the test's process and of those that it started. */
  seconds: z.number(),
})
export type SuiteCost = z.infer<typeof costSchema>

/** As `tests/support/measured-runner.cjs` wrote them; empty where nothing was measured. */
export const readCosts = (path: string): SuiteCost[] => readLines(path, costSchema)

/** Of a file of JSON lines; empty where there is none. */
export const readLines = <T>(path: string, schema: z.ZodMiniType<T>): T[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => z.parse(schema, JSON.parse(line)))
    : []

/** One line a suite that costs more than its budget, the dearest excess first. */
export const overBudget = (costs: readonly SuiteCost[]): string[] =>
  costs
    .map(({ file, seconds }) => ({ file, seconds, budget: budgetOf(file) }))
    .filter(({ seconds, budget }) => seconds > budget)
    .sort((a, b) => b.seconds - b.budget - (a.seconds - a.budget))
    .map(({ file, seconds, budget }) => `over budget: ${seconds.toFixed(1)} s of ${budget} s  ${file}`)

/** Processor minutes by folder, `functions/points` and the like, the dearest first. */
export const costsByFolder = (costs: readonly SuiteCost[]): string[] => {
  const sums = new Map<string, number>()
  for (const { file, seconds } of costs) {
    const folder = dirname(file).split('/').slice(1, 3).join('/')
    sums.set(folder, (sums.get(folder) ?? 0) + seconds)
  }
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .map(([folder, seconds]) => `${(seconds / 60).toFixed(2)} min  ${folder}`)
}

export type Phase = { name: string; seconds: number }

/** Does the work and notes under its name what it cost; nothing where the system does not say. */
export const measurePhase = async (
  phases: Phase[],
  name: string,
  work: () => Promise<unknown>,
  read: () => number | null = processorSeconds,
): Promise<void> => {
  const before = read()
  await work()
  const after = read()
  if (before !== null && after !== null) phases.push({ name, seconds: after - before })
}

/** One line a phase, in the order of the run, and one of the whole run. */
export const costsByPhase = (phases: readonly Phase[], total: number | null): string[] => [
  ...phases.map(({ name, seconds }) => `${name}: ${seconds.toFixed(0)} s of processor time`),
  ...(total === null ? [] : [`${(total / 60).toFixed(1)} min of processor time in all`]),
]
