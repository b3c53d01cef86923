import type { WrittenCell as Cell } from '@common/sheet/write'
import type { Desk } from '../desk'
import type { LoadPage } from './read-all'

export type ExportColumn<T> = {
  head: string
  /** `who`: how a person of that id is called, as on the list. */
  cell: (row: T, who: (id: string) => string) => Cell
}

export type ExportProps<T> = {
  desk: Pick<Desk, 'region'>
  /** Of the file, without the city before it and without its ending. */
  name: string
  columns: readonly ExportColumn<T>[]
  load: LoadPage<T>
  /** Said beside the file once it is there, of its rows of cells; null: nothing. */
  noteOf?: (rows: readonly (readonly Cell[])[]) => string | null
  /** Ids of the persons in a row. */
  personsIn?: (row: T) => readonly (string | null | undefined)[]
}
