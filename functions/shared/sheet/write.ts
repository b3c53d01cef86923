/** A table as a file that Excel opens in Chinese. Pure. */

/** A number stands as it is; what begins like a formula, as text. */
export type WrittenCell = string | number

/** With a byte order mark (without one Excel takes UTF-8 for GBK), lines ended as RFC 4180 wants. */
export const csvText = (heads: readonly string[], rows: readonly (readonly WrittenCell[])[]): string =>
  `\uFEFF${[heads, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`

/** Characters of a cell, the last of which Excel shows and saves; what comes behind them is lost. */
export const mostExcelCharacters = 32_767

/** Whether Excel would cut it off, or has. */
export const isExcelCut = (cell: WrittenCell): boolean =>
  typeof cell === 'string' && guarded(cell).length >= mostExcelCharacters

/** Text that begins like a formula, full-width or not, would be run by Excel: an apostrophe keeps it text. */
const formula = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r]/

function csvCell(cell: WrittenCell): string {
  if (typeof cell === 'number') return String(cell)
  const safe = guarded(cell)
  // Spaces at an end belong to the text, and are cut off by some programs where they stand bare.
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

const guarded = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** The text of a cell as it was before `csvText` guarded it. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell

/** A name for the file that every system takes. */
export const csvName = (name: string): string => `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.csv`
