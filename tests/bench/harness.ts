/** How the bench times, counts and prints. A figure returns rows; it never judges by wall clock alone, only by ratios within one run. */
import { performance } from 'node:perf_hooks'

/** One line of the table. `met` is null where the figure has no target of its own. */
export type Row = {
  what: string
  target: string
  measured: string
  met: boolean | null
  /** The bare numbers behind `measured`, for `--json`; the unit is part of the key, e.g. `p50Ms`. */
  values: Record<string, number>
}

/** The value that `share` (0..1) of `values`, given in ascending order, do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('percentile of nothing')
  const index = Math.min(values.length - 1, Math.ceil(share * values.length) - 1)
  return values[Math.max(0, index)] ?? Number.NaN
}

export type RaceOptions = {
  /** Timed samples of each arm. */
  rounds: number
  /** Calls in one sample; more than one where a call is too short for the clock. */
  batch?: number
  /** Untimed rounds first, so that neither arm pays for compilation or connection. */
  warmUp?: number
}

/** What a race found: milliseconds a call, and how one arm compares with another by their medians. */
export type Timed<Arm extends string> = {
  p50(arm: Arm): number
  p99(arm: Arm): number
  ratio(arm: Arm, base: Arm): number
  /** Processor time of this process, all of its threads together: the mean, as what one call leaves to clear away another pays. */
  processor(arm: Arm): number
}

/**
 * Times several ways of doing the same thing in turns, so that all of them meet the same machine: every round runs each
 * arm once, in an order that rotates. An arm gets the number of the call and should take its input from it, so that all
 * arms answer the same questions.
 */
export async function race<Arm extends string>(
  arms: Record<Arm, (call: number) => unknown>,
  { rounds, batch = 1, warmUp = Math.ceil(rounds / 5) }: RaceOptions,
): Promise<Timed<Arm>> {
  const names = Object.keys(arms).filter((name): name is Arm => name in arms)
  const samples = new Map<Arm, number[]>(names.map((name) => [name, []]))
  const processor = new Map<Arm, number>()
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + warmUp) % names.length]
      if (name === undefined) continue
      const before = process.cpuUsage()
      const spent = await timeBatch(arms[name], Math.abs(round) * batch, batch)
      const { user, system } = process.cpuUsage(before)
      if (round < 0) continue
      samples.get(name)?.push(spent)
      processor.set(name, (processor.get(name) ?? 0) + (user + system) / 1000)
    }
  }
  const sorted = (name: Arm) => (samples.get(name) ?? []).sort((a, b) => a - b)
  return {
    p50: (name) => percentile(sorted(name), 0.5),
    p99: (name) => percentile(sorted(name), 0.99),
    ratio: (name, base) => percentile(sorted(name), 0.5) / percentile(sorted(base), 0.5),
    processor: (name) => (processor.get(name) ?? 0) / (rounds * batch),
  }
}

async function timeBatch(arm: (call: number) => unknown, first: number, batch: number): Promise<number> {
  const from = performance.now()
  for (let call = first; call < first + batch; call++) {
    const answer = arm(call)
    if (answer instanceof Promise) await answer
  }
  return (performance.now() - from) / batch
}

/** `0.052 ms`, `3.4 ms`, `812 ms`: three figures are all that a shared machine can tell. */
export function ms(value: number): string {
  if (value < 0.1) return `${(value * 1000).toPrecision(2)} µs`
  return `${value < 100 ? value.toPrecision(3) : Math.round(value)} ms`
}

/** Kibibytes, as WeChat and browsers count them. */
export const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

export const times = (ratio: number): string => `${ratio.toFixed(2)}×`

/** Text width on a terminal: Chinese characters take two columns. */
const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0)

const verdict = (met: boolean | null): string => (met === null ? '–' : met ? 'yes' : 'no')

/** The rows as one Markdown table, padded to be read on a terminal as well. */
export function table(rows: readonly Row[]): string {
  const head = ['what', 'target', 'measured', 'met']
  const cells = [head, ...rows.map((row) => [row.what, row.target, row.measured, verdict(row.met)])]
  const widths = head.map((_, column) => Math.max(...cells.map((line) => width(line[column] ?? ''))))
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - width(text))).join(' | ')} |`
  const rule = `|${widths.map((columns) => '-'.repeat(columns + 2)).join('|')}|`
  return [line(head), rule, ...cells.slice(1).map(line)].join('\n')
}
