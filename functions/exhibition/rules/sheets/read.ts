/** From the rows of a file to drafts, or everything that is wrong with it. Pure. */

import { err, type Result } from '../../../shared/result'
import type { RowProblem } from '../../../shared/sheet/cells'
import { mostExcelCharacters } from '../../../shared/sheet/write'
import { isFreeOfPersons } from '../../contract/entries'
import type { Content } from '../../contract/kinds'
import { bulletinColumns, fundColumns, mostSheetRows, type SheetKind } from '../../contract/sheets'
import { readBulletin } from './bulletin-row'
import { cellsOfRow, readHeader } from './columns'
import { type FundRow, readFundRow, yearOf } from './fund-rows'

/** `line`: of the text, from 1. */
export type Row = { line: number; cells: readonly string[] }
/** `line`: the first of its rows, as Excel counts. `name`: the last part of its id; null: of a bulletin that has none yet. */
export type Drafted = { line: number; name: string | null; content: Content }
/** The last part of its id, whether it was written or not. */
export type NameOf = (draft: Pick<Drafted, 'name' | 'content'>) => string
export type ReadSheet = { rows: number; drafts: Drafted[]; problems: RowProblem[] }

/** @param all the header first, then rows; those without any text are passed over */
export function readSheet(kind: SheetKind, all: readonly Row[], nameOf: NameOf): ReadSheet {
  const [header, ...rows] = numbered(all).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!header) return refused(0, '文件是空的')
  if (rows.length > mostSheetRows)
    return refused(rows.length, `有 ${rows.length} 行，一次最多 ${mostSheetRows} 行；请分成几个文件`)
  const read = kind === 'bulletin' ? bulletins(header, rows) : years(header, rows)
  const problems = [
    ...read.problems,
    ...cut(header, rows),
    ...twice(read.drafts, nameOf),
    ...personal(read.drafts),
  ]
  if (read.drafts.length + problems.length === 0) return refused(0, '只有表头，没有内容')
  const order = (one: RowProblem) => one.line ?? 0
  return { ...read, rows: rows.length, problems: problems.sort((a, b) => order(a) - order(b)) }
}

/** A cell of several lines is one row to Excel, where its editor looks for it. */
function numbered(all: readonly Row[]): Row[] {
  let inside = 0
  return all.map(({ line, cells }) => {
    const row = { line: line - inside, cells }
    inside += cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
    return row
  })
}

const refused = (rows: number, reason: string): ReadSheet => ({
  ...{ rows, drafts: [], problems: [{ line: null, column: null, reason }] },
})
const ofHeader = (line: number, reasons: readonly string[]) => ({
  drafts: [],
  problems: reasons.map((reason) => ({ line, column: null, reason })),
})
type Read = Pick<ReadSheet, 'drafts' | 'problems'>

function bulletins(header: Row, rows: readonly Row[]): Read {
  const columns = readHeader(bulletinColumns, header.cells)
  if (!columns.ok) return ofHeader(header.line, columns.error)
  const { values, problems } = each(rows, ({ cells }) => {
    const cell = cellsOfRow(columns.value, cells)
    return cell.ok ? readBulletin(cell.value) : err([{ column: null, reason: cell.error }])
  })
  return { drafts: values, problems }
}

function years(header: Row, rows: readonly Row[]): Read {
  const columns = readHeader(fundColumns, header.cells)
  if (!columns.ok) return ofHeader(header.line, columns.error)
  const { values, problems } = each(rows, ({ cells }) => {
    const cell = cellsOfRow(columns.value, cells)
    return cell.ok ? readFundRow(cell.value) : err([{ column: null, reason: cell.error }])
  })
  const byYear = new Map<number, (FundRow & { line: number })[]>()
  for (const value of values) byYear.set(value.year, [...(byYear.get(value.year) ?? []), value])
  const drafts: Drafted[] = []
  for (const [year, ofYear] of byYear) {
    const read = yearOf(ofYear)
    if (read.ok) drafts.push({ line: ofYear[0]?.line ?? 1, name: String(year), content: read.value })
    else problems.push(...read.error)
  }
  return { drafts, problems }
}

/** Every row by itself: its value with its line, or what is wrong with it. */
function each<T extends object>(
  rows: readonly Row[],
  read: (row: Row) => Result<T, { column: string | null; reason: string }[]>,
) {
  const values: (T & { line: number })[] = []
  const problems: RowProblem[] = []
  for (const row of rows) {
    const one = read(row)
    if (one.ok) values.push({ ...one.value, line: row.line })
    else problems.push(...one.error.map((problem) => ({ line: row.line, ...problem })))
  }
  return { values, problems }
}

/** Excel saves so many characters of a cell and no more: a text of just that length was longer, as good as surely. */
const cut = (header: Row, rows: readonly Row[]): RowProblem[] =>
  rows.flatMap(({ line, cells }) =>
    cells.flatMap((cell, at) =>
      cell.length === mostExcelCharacters
        ? [{ line, column: header.cells[at]?.trim() || null, reason: cutReason }]
        : [],
    ),
  )
const cutReason = `正好 ${mostExcelCharacters} 个字，是被 Excel 截断的：Excel 一格最多存这么多。这一条请在工作台里改，或用文本编辑器改导出的文件`

/** Two rows of one id would be one entry, the later in the place of the earlier. */
function twice(drafts: readonly Drafted[], nameOf: NameOf): RowProblem[] {
  const firsts = new Map<string, Drafted>()
  return drafts.flatMap((draft) => {
    const id = nameOf(draft)
    const first = firsts.get(id)
    if (first) return [{ line: draft.line, column: '编号', reason: sameName(id, draft, first) }]
    firsts.set(id, draft)
    return []
  })
}

function sameName(id: string, { name }: Drafted, first: Drafted): string {
  if (name === null && first.name === null) return `和第 ${first.line} 行的日期、标题都一样，请各写一个编号`
  if (name === null) return `没有写编号，按日期和标题取的 ${id} 第 ${first.line} 行已经有了，请另写一个编号`
  if (first.name === null) return `第 ${first.line} 行没有写编号，按日期和标题取的也是 ${id}，请另写一个编号`
  return `编号 ${id} 第 ${first.line} 行已经有了`
}

const personal = (drafts: readonly Drafted[]): RowProblem[] =>
  drafts.flatMap(({ line, content }) =>
    isFreeOfPersons(content)
      ? []
      : [{ line, column: null, reason: '里面有像身份证号或银行卡号的数字，请删去' }],
  )
