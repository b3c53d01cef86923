/** A table as a file that Excel opens in Chinese. Pure. */

/** A number stands as it is; what begins like a formula, as text. */
export type Cell = string | number

/** With a byte order mark (without one Excel takes UTF-8 for GBK), lines ended as RFC 4180 wants. */
export const csvText = (heads: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[heads, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`

/** Text that begins like a formula, full-width or not, would be run by Excel: an apostrophe keeps it text. */
function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** A name for the file that every system takes. */
export const csvName = (name: string): string => `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.csv`
