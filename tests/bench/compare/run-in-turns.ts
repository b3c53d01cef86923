/** Runs one comparison: both states warm, then each once a turn, the one that goes first changing every turn. */
import { median } from '../machine'
import { type Turns, type Verdict, verdictOf } from './verdict'

export const turns = 5

/** One state of a bench, ready to run. `turn` gives what one turn took: ms of processor time. */
export type Arm = { turn(): Promise<number>; stop(): Promise<void> }
export type Arms = { old: Arm; new: Arm }

export type Compared = { what: string; turns: Turns; verdict: Verdict }

export async function runInTurns(what: string, arms: Arms): Promise<Compared> {
  const taken: { old: number[]; new: number[] } = { old: [], new: [] }
  for (let turn = 0; turn < turns; turn++) {
    const order = turn % 2 === 0 ? (['old', 'new'] as const) : (['new', 'old'] as const)
    for (const state of order) taken[state].push(await arms[state].turn())
  }
  return { what, turns: taken, verdict: verdictOf(taken) }
}

const figure = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0))
const spread = (values: readonly number[]): string =>
  `${figure(median(values))} ms (${figure(Math.min(...values))} to ${figure(Math.max(...values))})`

/** A Markdown table as docs/performance.md has it. */
export const compareTable = (rows: readonly Compared[]): string =>
  [
    '| processor time | old | new | verdict |',
    '|---|--:|--:|---|',
    ...rows.map(
      ({ what, turns: { old, new: runs }, verdict }) =>
        `| ${what} | ${spread(old)} | ${spread(runs)} | ${verdict} |`,
    ),
  ].join('\n')
