/** The columns of the files that bulletins and years of the fund are written in, as editors read them. Pure. */
import { err, ok, type Result } from '../../../shared/result'
import { unguarded } from '../../../shared/sheet/write'

/** Which column each cell of a row belongs to. A header that is not understood spoils the whole file: nothing is guessed. */
export function readHeader<Column extends string>(
  columns: readonly Column[],
  cells: readonly string[],
): Result<Column[], string[]> {
  const names = withoutEnd(cells.map((cell) => cell.trim()))
  const found = names.map((name) => columns.find((column) => column === name))
  const problems = [
    ...names.flatMap((name, i) => (found[i] ? [] : [unknown(name, i, columns)])),
    ...columns.flatMap((column) => {
      const times = found.filter((one) => one === column).length
      if (times === 0) return [`缺少列“${column}”（内容可以留空，但要有这一列）`]
      return times > 1 ? [`列“${column}”出现了不止一次`] : []
    }),
  ]
  return problems.length > 0 ? err(problems) : ok(found.flatMap((column) => column ?? []))
}

/** More filled cells than columns means that a comma was not quoted: the cells cannot be assigned to columns. */
export function cellsOfRow<Column extends string>(
  header: readonly Column[],
  row: readonly string[],
): Result<(column: Column) => string, string> {
  const extra = row.slice(header.length).filter((cell) => cell.trim() !== '')
  if (extra.length > 0)
    return err(`这一行有 ${row.length} 格，表头只有 ${header.length} 列；含逗号的内容要用英文双引号括起来`)
  const cells = new Map(header.map((column, i) => [column, unguarded(row[i] ?? '')]))
  return ok((column) => cells.get(column) ?? '')
}

/** Spreadsheets write empty cells behind the last column. */
const withoutEnd = (names: readonly string[]): string[] =>
  names.slice(0, names.findLastIndex((name) => name !== '') + 1)

const unknown = (name: string, index: number, columns: readonly string[]): string =>
  name === '' ? `第 ${index + 1} 列没有列名` : `不认识的列“${name}”，可用的列：${columns.join('、')}`
