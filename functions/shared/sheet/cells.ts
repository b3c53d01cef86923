/** Single cells of a table that somebody wrote. Errors are sentences in Chinese that go after “第 N 行，列 …：”. Pure. */
import { addDays, type Day } from '../day'
import { err, ok, type Result } from '../result'

export type Cell<T> = Result<T, string>
/** A sentence about one row; `column` is null where it is about the row as a whole, `line` where it is about the file. */
export type RowProblem = { line: number | null; column: string | null; reason: string }

/** What a spreadsheet shows in place of a value: why there is none. Null for anything else. */
export const lostValue = (cell: string): string | null => {
  const text = tidy(cell.normalize('NFKC'))
  if (/^#(N\/A|[A-Z][A-Z0-9/_]*[!?])$|^Err:5\d\d$/i.test(text))
    return `是电子表格的错误值 ${shown(cell)}，不是内容；请改好公式，或粘贴成数值`
  if (/^#{2,}$/.test(text)) return '只有 #：表格的列太窄，存下的不是内容；请加宽这一列，重新保存'
  if (/^=./.test(text)) return `是没有算出结果的公式 ${shown(cell)}；请在电子表格里打开并保存，或粘贴成数值`
  return null
}

/** Quoted and cut, so that a message stays one line. */
export const shown = (text: string): string => {
  const line = tidy(text)
  return `“${line.length > 40 ? `${line.slice(0, 40)}…` : line}”`
}

export const tidy = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control and zero-width characters are what is being removed
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** For cells that hold a code: half-width and without a spreadsheet's leading apostrophe. */
export const codeText = (text: string): string => tidy(text.normalize('NFKC')).replace(/^'/, '')

/** `2026-11-02`, `2026/11/2` or `2026年11月2日`; null where empty. */
export const dayWritten = (cell: string): Cell<Day | null> => {
  const text = codeText(cell)
  if (text === '') return ok(null)
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (!match) return err(`日期写作 2026-11-02，而不是 ${shown(cell)}`)
  const [, year = '', month = '', date = ''] = match
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isRealDay(day) ? ok(day) : err(`没有这一天：${shown(cell)}`)
}

const isRealDay = (day: Day): boolean =>
  !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day
