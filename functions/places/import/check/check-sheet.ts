/** Reads every row of a file, and says what is wrong with it as it stands, without looking at what is known. */
import { dayOf } from '../../../shared/day'
import { err, ok, type Result } from '../../../shared/result'
import type { RowProblem } from '../../../shared/sheet/cells'
import { districtName } from '../../rules/divisions'
import type { Sheet, SheetRow } from '../file/sheet'
import type { RowReading } from '../plan/plan'
import type { ImportFailure, ImportRequest } from '../request'
import { perhapsSwapped } from '../row/cells'
import { type Column, cellsOfRow, readHeader } from '../row/columns'
import { type CellProblem, type RowContext, readRow } from '../row/row'
import { duplicatesIn, foreignDatumsIn, lostZerosIn, mangledNumbersIn } from './row-problems'

type ReadPlace = RowReading & { line: number; datum: string; skipped: RowProblem[]; notices: RowProblem[] }
export type CheckedSheet = {
  rows: number
  readings: (RowReading & { line: number })[]
  bad: RowProblem[]
  badRows: number
  skipped: RowProblem[]
  warnings: RowProblem[]
}

/** Reads every row; errors are listed row by row, in the order of the file. */
export const checkSheet = (sheet: Sheet, request: ImportRequest): Result<CheckedSheet, ImportFailure> => {
  const header = readHeader(sheet.header)
  if (!header.ok) return err({ code: 'header', details: header.error })
  if (sheet.rows.length === 0) return err({ code: 'no-rows', details: ['表头下面没有内容'] })
  const { read, bad } = readRows(sheet.rows, header.value, request)
  if (areSwapped(sheet.rows, bad)) return err({ code: 'outside', details: [swapped] })
  const duplicates = duplicatesIn(read.map(({ line, draft }) => ({ line, ...draft })))
  const repeated = new Set(duplicates.map(({ line }) => line))
  const good = read.filter(({ line }) => !repeated.has(line))
  const facts = good.map(({ line, datum, draft }) => ({ line, datum, ...draft }))
  return ok({
    rows: sheet.rows.length,
    readings: good,
    bad: [...bad, ...duplicates].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    badRows: sheet.rows.length - good.length,
    skipped: good.flatMap(({ skipped }) => skipped),
    warnings: [
      ...sheet.notices.map((reason) => ({ line: null, column: null, reason })),
      ...good.flatMap(({ notices }) => notices),
      ...mangledNumbersIn(facts),
      ...foreignDatumsIn(facts),
      ...lostZerosIn(facts),
    ],
  })
}

const swapped = 'lng 列里写的是纬度，lat 列里写的是经度：请对调这两列'

/** Latitudes beyond a pole in every row are no slip of the hand. */
const areSwapped = (rows: readonly SheetRow[], bad: readonly RowProblem[]): boolean => {
  const beyond = new Set(bad.flatMap(({ line, reason }) => (reason.includes(perhapsSwapped) ? [line] : [])))
  return rows.length > 1 && beyond.size === rows.length
}

const readRows = (rows: readonly SheetRow[], header: readonly Column[], request: ImportRequest) => {
  const context: RowContext = {
    adcode: request.adcode,
    // Generated data has the dates it was generated with, whatever the clock of this machine says.
    today: request.demo ? '9999-12-31' : dayOf(request.clock()),
    demo: request.demo ?? false,
    districtName: (written) => districtName(request.adcode, written),
  }
  const read: ReadPlace[] = []
  const bad: RowProblem[] = []
  rows.forEach(({ line, cells: row }, i) => {
    const cells = cellsOfRow(header, row)
    const place = cells.ok ? readRow(cells.value, context) : err([{ column: null, reason: cells.error }])
    const onLine = (problems: readonly CellProblem[]) => problems.map((problem) => ({ line, ...problem }))
    if (cells.ok && place.ok) {
      const { draft, unread, skipped, notices } = place.value
      const remarks = { skipped: onLine(skipped), notices: onLine(notices) }
      read.push({ line, datum: cells.value.datum, draft, unread, ...remarks })
    }
    if (!place.ok) bad.push(...place.error.map((problem) => ({ line, ...problem })))
    const done = i + 1
    if (done % 1000 === 0 || done === rows.length)
      request.onProgress?.({ phase: 'check', done, total: rows.length })
  })
  return { read, bad }
}
