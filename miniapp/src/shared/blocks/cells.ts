/** The cells of a row, one for each column: what a row lacks is empty, what it has too much is left out. Pure. */
export const cellsOf = (columns: readonly string[], row: readonly string[] = columns) =>
  columns.map((_, at) => ({ key: `${at}`, text: row[at] ?? '' }))

/** Said above a table that is wider than its place: a column that is cut off looks as if it were not there. */
export const slideText = '左右滑动，看全这张表'

/** So few that every phone has room for them in large letters too. */
export const isNarrow = (columns: readonly string[]): boolean => columns.length <= 2
