/** The cells of a row, one for each column: what a row lacks is empty, what it has too much is left out. Pure. */
export const cellsOf = (columns: readonly string[], row: readonly string[] = columns) =>
  columns.map((_, at) => ({ key: `${at}`, text: row[at] ?? '' }))

/** So few that every phone has room for them in large letters too. */
export const isNarrow = (columns: readonly string[]): boolean => columns.length <= 2
