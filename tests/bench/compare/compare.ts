/** `npm run bench -- --against FOLDER`: this checkout against another one, in turns in one run. */
import type { Bench } from '../bench'
import { loadNow } from '../machine'
import type { Comparison } from './comparison'
import { comparisonsOf } from './comparisons'
import { type Compared, compareTable, runInTurns } from './run-in-turns'
import { openSetting, type Setting } from './setting'
import { openStates, type States } from './states'

/**
 * @param only group of the benches to run; all of them if absent
 * @returns `missing`: what could not be measured, and why
 */
export async function compareWith(
  folder: string,
  { step, stage }: Pick<Bench, 'step' | 'stage'>,
  only?: string,
): Promise<{ table: string; missing: string[] }> {
  const states = await openStates(folder, step)
  const chosen = comparisonsOf(states).filter(({ group }) => only === undefined || group === only)
  if (chosen.length === 0) throw new RangeError(`no bench ${only}; there are cold nearby redeem import`)
  const setting = await openSetting(await stage(), states)
  const loads = [loadNow()]
  const rows: Compared[] = []
  const missing: string[] = []
  try {
    for (const comparison of chosen) {
      step(comparison.what)
      await compareOne(comparison, setting, states).then(
        (row) => rows.push(row),
        (error: unknown) =>
          missing.push(`${comparison.what}: ${error instanceof Error ? error.message : error}`),
      )
      loads.push(loadNow())
    }
  } finally {
    await setting.stop()
  }
  const table = `${compareTable(rows)}\n\nload ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`
  return { table, missing }
}

async function compareOne({ what, open }: Comparison, setting: Setting, states: States): Promise<Compared> {
  const old = await open(setting, states, 'old')
  try {
    const current = await open(setting, states, 'new')
    return await runInTurns(what, { old, new: current }).finally(current.stop)
  } finally {
    await old.stop()
  }
}
