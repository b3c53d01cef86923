/** A file that is read piece by piece, since memory would not hold it. */
export type Source = {
  /** Bytes. */
  size: number
  /** From this byte to before that one; both within the file. */
  read: (from: number, until: number) => Promise<Uint8Array>
}

/** Bytes from `from` to before `until`. */
export type Range = { from: number; until: number }

/** Sorted, those that touch or overlap as one. */
export function merged(ranges: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const { from, until } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = all[all.length - 1]
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else all.push({ from, until })
  }
  return all
}
