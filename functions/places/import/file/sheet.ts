/** From the bytes of a CSV or Excel file to rows of text with the line each stands on. */
import { readSheet } from 'read-excel-file/node'
import { err, ok, type Result } from '../../../shared/result'
import { readCsv, type SheetRow } from '../../../shared/sheet/csv'
import { isHeader } from '../row/columns'
import { readWorkbook, type WorkbookSheet } from './workbook'

export type { SheetRow } from '../../../shared/sheet/csv'

/** Rows without any text and those above the header are left out. */
export type Sheet = {
  header: string[]
  rows: SheetRow[]
  /** What the writer of the file should know of how it was read. */
  notices: string[]
}
export type SheetFormat = 'csv' | 'xlsx'

/** By the name of the file; null: neither. */
export const formatOf = (fileName: string): SheetFormat | null => {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase()
  if (extension === 'csv' || extension === 'txt') return 'csv'
  return extension === 'xlsx' ? 'xlsx' : null
}

/** A title and the like may stand above the header, in so many rows. */
const maxRowsAboveHeader = 10

/** Reads a file's content; the error is a sentence for the person who wrote the file. */
export const readSheetRows = async (
  bytes: Uint8Array,
  format: SheetFormat,
): Promise<Result<Sheet, string>> => {
  const read = format === 'csv' ? readCsv(bytes) : await readXlsx(bytes)
  if (!read.ok) return read
  const rows = read.value.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const found = rows.slice(0, maxRowsAboveHeader + 1).findIndex(({ cells }) => isHeader(cells))
  const [header, ...rest] = rows.slice(Math.max(found, 0))
  return header ? ok({ header: header.cells, rows: rest, notices: read.value.notices }) : err('文件是空的')
}

const readXlsx = async (
  bytes: Uint8Array,
): Promise<Result<{ rows: SheetRow[]; notices: string[] }, string>> => {
  try {
    const sheets = readWorkbook(bytes)
    const sheet = sheets.find(({ isHidden }) => !isHidden)
    if (!sheet) return err('这个 Excel 文件里没有看得见的工作表')
    const read: unknown[][] = await readSheet(Buffer.from(bytes), sheet.position, { trim: false })
    const cells = read.map((row) => row.map(textOfCell))
    for (const { row, column, text } of sheet.lostCells()) {
      while (cells.length <= row) cells.push([])
      const lost = cells[row]
      while (lost && lost.length < column) lost.push('')
      if (lost) lost[column] = text
    }
    return ok({
      rows: cells.map((row, i) => ({ line: i + 1, cells: row })),
      notices: otherSheetsThan(sheet, sheets),
    })
  } catch {
    return err('打不开这个 Excel 文件；请确认它是 .xlsx，或另存为 CSV')
  }
}

const otherSheetsThan = (sheet: WorkbookSheet, sheets: readonly WorkbookSheet[]): string[] => {
  const others = sheets.filter((other) => other !== sheet)
  const named = (some: readonly WorkbookSheet[]) => some.map(({ name }) => `“${name}”`).join('、')
  const hidden = others.filter(({ isHidden }) => isHidden)
  const visible = others.filter(({ isHidden }) => !isHidden)
  const unread = [
    ...(visible.length > 0 ? [named(visible)] : []),
    ...(hidden.length > 0 ? [`隐藏的${named(hidden)}`] : []),
  ]
  return unread.length > 0 ? [`读的是工作表“${sheet.name}”，没有读${unread.join('和')}`] : []
}

/** Excel keeps numbers and dates as such; a date becomes its day. */
const textOfCell = (cell: unknown): string => {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return plainNumber(cell)
  if (typeof cell === 'boolean') return String(cell)
  if (cell instanceof Date && !Number.isNaN(cell.getTime())) return cell.toISOString().slice(0, 10)
  return ''
}

/** A spreadsheet keeps fifteen digits of a number and makes the others up. */
const largestExact = 1e15

/**
 * Without an exponent and without the noise of binary fractions: coordinates are known to nine decimals at most. With
 * one where the number is too large to be exact, so that nobody takes it for what was written.
 */
const plainNumber = (value: number): string => {
  if (Math.abs(value) >= largestExact) return value.toExponential(14)
  return Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toFixed(9)))
}
