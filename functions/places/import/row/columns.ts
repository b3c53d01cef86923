/** The columns of a places file, and what is wrong with a header. Reasons are in Chinese: the centres' staff read them. */
import { err, ok, type Result } from '../../../shared/result'
import * as z from '../../../shared/zod'
import { addedColumns } from '../../contract/added-fields'

/** Must stand in the header, in any order; most of their cells may be empty, which means unknown. */
export const requiredColumns = [
  'outletNo',
  'name',
  'kind',
  'roles',
  'channel',
  'district',
  'address',
  'lng',
  'lat',
  'datum',
  'phone',
  'hours',
  'amenities',
] as const
/** May be left out. `verifiedOn` dates the position and every amenity without a date; the next four belong to projects. */
export const optionalColumns = ['verifiedOn', 'category', 'year', 'amount', 'purpose'] as const

const added = addedColumns.map(({ column }) => column)

/** In the order in which files are written. */
export const columns = [...requiredColumns, ...optionalColumns, ...added]
export type Column = (typeof columns)[number]

/** One row by column; a column that the file lacks is empty. */
export type Cells = Record<Column, string>

/** Whether a row names columns rather than being a title or a place. */
export const isHeader = (cells: readonly string[]): boolean =>
  cells.filter((cell) => columnNamed(cell.trim()) !== undefined).length >= 3

/** Which column each cell of a row belongs to. A header that is not understood spoils the whole file: nothing is guessed. */
export const readHeader = (cells: readonly string[]): Result<Column[], string[]> => {
  const names = trimmedEnd(cells.map((cell) => cell.trim()))
  const found = names.map(columnNamed)
  if (!isHeader(cells)) return err([noHeader])
  const problems = [
    ...names.flatMap((name, i) => (found[i] ? [] : [unknownColumn(name, i)])),
    ...columns.filter((column) => count(found, column) > 1).map((column) => `列 ${column} 出现了不止一次`),
    ...missingColumns(found),
  ]
  return problems.length > 0 ? err(problems) : ok(found.flatMap((column) => column ?? []))
}

/** The row by column. More filled cells than columns means that a comma was not quoted: the cells cannot be assigned to columns. */
export const cellsOfRow = (header: readonly Column[], row: readonly string[]): Result<Cells, string> => {
  const extra = row.slice(header.length).filter((cell) => cell.trim() !== '')
  if (extra.length > 0)
    return err(`这一行有 ${row.length} 格，表头只有 ${header.length} 列；含逗号的内容要用英文双引号括起来`)
  const cells = emptyCells()
  header.forEach((column, i) => {
    cells[column] = row[i] ?? ''
  })
  return ok(cells)
}

const cellsSchema = z.record(z.enum(columns), z.string())
const blank: Readonly<Cells> = z.parse(cellsSchema, Object.fromEntries(columns.map((column) => [column, ''])))

export const emptyCells = (): Cells => ({ ...blank })

const noHeader = `没有找到表头：前几行里要有一行写列名 ${requiredColumns.join(', ')}`

const missingColumns = (found: readonly (Column | undefined)[]): string[] => {
  const missing = requiredColumns.filter((column) => count(found, column) === 0)
  if (missing.length === 0) return []
  return [`缺少列 ${missing.join('、')}（内容可以留空，但要有这一列）`]
}

const columnNamed = (name: string): Column | undefined =>
  columns.find((column) => column.toLowerCase() === name.toLowerCase())

const unknownColumn = (name: string, index: number): string =>
  name === ''
    ? `第 ${index + 1} 列没有列名`
    : `不认识的列 ${JSON.stringify(name)}，可用的列：${columns.join(', ')}`

const count = (found: readonly (Column | undefined)[], column: Column): number =>
  found.filter((candidate) => candidate === column).length

/** Spreadsheets write empty cells behind the last column. */
const trimmedEnd = (names: string[]): string[] => {
  const last = names.findLastIndex((name) => name !== '')
  return names.slice(0, last + 1)
}
