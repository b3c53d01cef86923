/** The cells of the fields that are described in contract/added-fields.ts. */
import { err, ok } from '../../../shared/result'
import { type Cell, shown } from '../../../shared/sheet/cells'
import * as z from '../../../shared/zod'
import type { PlaceSummary } from '../../contract'
import { addedColumns, addedSchema, type CellForm } from '../../contract/added-fields'
import { textCell, wordCell } from './cells'
import type { Cells } from './columns'
import type { RowReader } from './row-reader'

type AddedFields = z.infer<typeof addedSchema>

/** Absent where the cell is empty, or cannot be read. */
export const readAdded = (reader: RowReader): AddedFields => {
  const values = addedColumns.map(({ column, title, cell }) => [
    column,
    reader.optional(column, addedCell(cell, title), null),
  ])
  return z.parse(addedSchema, Object.fromEntries(values.filter(([, value]) => value !== null)))
}

export const writeAdded = (place: Pick<PlaceSummary, keyof AddedFields>): Partial<Cells> =>
  Object.fromEntries(addedColumns.map(({ column, cell }) => [column, writeAddedCell(cell, place[column])]))

/** Null where the cell is empty. */
export const addedCell =
  (form: CellForm, title: string) =>
  (cell: string): Cell<string | boolean | null> => {
    switch (form.form) {
      case 'text':
        return textOrNull(textCell({ max: form.longest })(cell))
      case 'yes-no':
        return yesNoCell(cell)
      case 'word':
        return wordCell(Object.keys(form.words), title)(cell)
    }
  }

const textOrNull = (read: Cell<string>): Cell<string | null> =>
  read.ok && read.value === '' ? ok(null) : read

const yes = ['yes', '有', '是']
const no = ['no', '没有', '无', '否']

const yesNoCell = (cell: string): Cell<boolean | null> => {
  const text = cell.normalize('NFKC').trim().toLowerCase()
  if (text === '') return ok(null)
  if (yes.includes(text)) return ok(true)
  return no.includes(text) ? ok(false) : err(`写 yes 或 no，而不是 ${shown(cell)}`)
}

/** The cell that reads back as the value. */
export const writeAddedCell = (form: CellForm, value: unknown): string => {
  if (value === undefined || value === null) return ''
  return form.form === 'yes-no' ? (value === true ? 'yes' : 'no') : String(value)
}
