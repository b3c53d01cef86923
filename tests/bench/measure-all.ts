/** Measures one figure after the other; one that fails is a row of the table and does not keep the others from being measured. */
import type { Bench, Figure } from './bench'
import type { Row } from './harness'

/** `missing`: names of the figures that could not be measured. */
export type Measured = { rows: Row[]; missing: string[] }

export async function measureAll(figures: readonly Figure[], bench: Bench): Promise<Measured> {
  const rows: Row[] = []
  const missing: string[] = []
  for (const { name, measure } of figures) {
    try {
      rows.push(...(await measure(bench)))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      missing.push(name)
      rows.push({ what: name, target: '', measured: `not measured: ${reason}`, met: false, values: {} })
    }
  }
  return { rows, missing }
}
