import type { Slice } from './row-height'

export type RowKeys = {
  listId: string | undefined
  idOf(row: number): string | undefined
  /** The row that Tab leads to; null where every row is one. */
  stopAt: number | null
}

/** WeChat's reader goes from row to row by itself, and there is no keyboard. */
export function useListKeys(_offsets: Float64Array, _drawn: Slice): RowKeys {
  return { listId: undefined, idOf: () => undefined, stopAt: null }
}
