import type { ReactNode } from 'react'

export interface Column<T> {
  head: string
  cell: (row: T) => ReactNode
  /** What the head sorts by, where the whole set is loaded; absent: the head is no button. */
  sort?: (row: T) => string | number
  /** Numbers stand at the end of their column. */
  end?: boolean
  /** Left out while a row is open beside the list. */
  aside?: boolean
}

export interface Selection<T> {
  selected: ReadonlySet<string>
  /** Whether the action could take the row at all. */
  canSelect: (row: T) => boolean
  /** What the row is called to whoever hears the box, e.g. its name. */
  nameOf: (row: T) => string
  onChange: (selected: ReadonlySet<string>) => void
}

/**
 * What staff go through. On a wide window a table on the left, the picked row in full on the right, and arrow keys go
 * up and down. On a phone each row is a card with the first column as its name, and the picked one takes the place of
 * the list. Put it into a DeskPage.
 */
export interface ListProps<T> {
  /** What the rows are, e.g. 礼品. */
  label: string
  /** The first names the row: it is what one presses. */
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  /** More of them are still on the server: heads do not sort a part. */
  isPart?: boolean
  /** Rows that one action can take together; on a desktop, and not while a row is open. */
  selection?: Selection<T>
  /** Key of the row that `detail` shows; null for none. */
  picked?: string | null
  onPick?: (key: string | null) => void
  detail?: ReactNode
  detailTitle?: string
  /** What to say where there are no rows. */
  empty: string
  /** Above the rows: tabs, filters, a search, the button for a new one. */
  tools?: ReactNode
  /** Below the rows: more of them. */
  foot?: ReactNode
}
