/** What crosses from logic layer to view: WeChat's own measure of a page's cost. */

/** One `setData` call as it crossed. */
export interface Crossing {
  /** UTF-8 bytes of the JSON that crosses. */
  readonly bytes: number
  readonly paths: readonly string[]
}

export interface Figures {
  readonly calls: number
  readonly bytes: number
  /** Bytes of the largest call. */
  readonly largest: number
}

export function sumOf(crossings: readonly Crossing[]): Figures {
  return {
    calls: crossings.length,
    bytes: crossings.reduce((sum, { bytes }) => sum + bytes, 0),
    largest: Math.max(0, ...crossings.map(({ bytes }) => bytes)),
  }
}

/** An aligned table, first column left, numbers right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [head, ...rows.map((row) => row.map(String))]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}
