/** Reads the cells of one row one by one, and keeps what has to be said of them. */
import type { Cell } from '../../../shared/sheet/cells'
import type { Noticed } from './cells'
import type { Cells, Column } from './columns'

export type CellProblem = { column: Column; reason: string }

export class RowReader {
  /** What makes the row useless. */
  readonly problems: CellProblem[] = []
  /** What could not be read, without costing the row. */
  readonly skipped: CellProblem[] = []
  /** What was read otherwise than it is written. */
  readonly notices: CellProblem[] = []

  constructor(private readonly cells: Cells) {}

  /** The cell's value, or undefined: the row is then refused. */
  required<T>(column: Column, read: (cell: string) => Cell<T>): T | undefined {
    const value = read(this.cells[column])
    if (!value.ok) {
      this.refuse(column, value.error)
      return undefined
    }
    return value.value
  }

  /** The cell's value, or `unknown`: a cell that could not be read is reported, and what is known of the place stays. */
  optional<T>(column: Column, read: (cell: string) => Cell<T>, unknown: T): T {
    const value = read(this.cells[column])
    if (!value.ok) {
      this.skipped.push({ column, reason: value.error })
      return unknown
    }
    return value.value
  }

  /** As `optional`, for a cell whose reader has something to say of it. */
  noticed<T>(column: Column, read: (cell: string) => Cell<Noticed<T>>, unknown: T): T {
    const { value, notices } = this.optional(column, read, { value: unknown, notices: [] })
    this.notices.push(...notices.map((reason) => ({ column, reason })))
    return value
  }

  refuse(column: Column, reason: string): void {
    this.problems.push({ column, reason })
  }
}
