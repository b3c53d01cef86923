/** A good row with some cells changed, and what is read from it. */
import type { Cells } from '../../../../functions/places/import/row/columns'
import { type RowContext, readRow } from '../../../../functions/places/import/row/row'
import { districtName } from '../../../../functions/places/rules/divisions'
import { goodRow } from '../../../support/samples/sheets'

/** Of a file for that city. */
export const context: RowContext = {
  adcode: '320800',
  today: '2026-11-18',
  demo: false,
  districtName: (written) => districtName('320800', written),
}
export const read = (overrides: Partial<Cells>) => readRow(goodRow(overrides), context)
export const placeOf = (overrides: Partial<Cells>) => {
  const row = read(overrides)
  if (!row.ok) throw new Error(JSON.stringify(row.error))
  return row.value.draft
}
export const problemsOf = (overrides: Partial<Cells>) => {
  const row = read(overrides)
  return row.ok ? [] : row.error
}
export const skippedOf = (overrides: Partial<Cells>) => {
  const row = read(overrides)
  return row.ok ? row.value.skipped : []
}
