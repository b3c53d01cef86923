/** How busy and how fast this machine is: printed beside times, so that two runs can be compared. */
import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from './harness'

/** Load average over one minute above which times of a browser mean little. */
const quietLoad = 0.5

export const loadNow = (): number => loadavg()[0] ?? Number.NaN

/** Waits until others have left the machine, `patience` ms at most; answers with the load that was found then. */
export async function waitForQuiet(step: (text: string) => void, patience: number): Promise<number> {
  const end = performance.now() + patience
  let load = loadNow()
  if (load >= quietLoad && patience > 0) {
    step(
      `load ${load.toFixed(2)}: wait until it is below ${quietLoad}, ${Math.round(patience / 1000)} s at most`,
    )
  }
  while (load >= quietLoad && performance.now() < end) {
    await wait(2_000)
    load = loadNow()
  }
  return load
}

/**
 * A fixed piece of work for one processor; it needs no memory and touches nothing. Runs in Node and, by its own text, in
 * a page. @returns ms
 */
export function calibrationLoop(): number {
  const from = performance.now()
  let x = 1
  for (let i = 0; i < 20_000_000; i++) x = (Math.imul(x, 1_664_525) + 1_013_904_223) | 0
  // What nobody uses, a compiler leaves out.
  return performance.now() - from + (x === 0 ? 1e-9 : 0)
}

export const median = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
