/** What an import is asked to do, and what it answers. */

import type { RowProblem } from '../../shared/sheet/cells'
import type { PlacesStore } from '../store'
import type { SheetFormat } from './file/sheet'
import type { Fact } from './plan/facts'
import type { Losses } from './plan/losses'

export type ImportRequest = {
  store: Pick<PlacesStore, 'readRegion' | 'readContent' | 'applyImport'>
  clock: () => number
  bytes: Uint8Array
  format: SheetFormat
  /** The region, created where it does not exist. */
  adcode: string
  /** Its name; absent: the one it has, or that of a listed city. */
  name?: string
  /** The places are demonstration data. */
  demo?: boolean
  /** Load nothing if any row is bad or any cell cannot be read. */
  strict?: boolean
  /** Whether empty cells erase known facts; otherwise these stay, and are counted. */
  erase?: boolean
  /** Load a file although none of its positions can be the region's. */
  outside?: boolean
  /** Remove the region's places that the file does not name; not while any row is bad. */
  replace?: boolean
  /** Check and compare, but write nothing. */
  dryRun?: boolean
  onProgress?: (progress: ImportProgress) => void
}
export type ImportProgress = { phase: 'check' | 'write'; done: number; total: number }

export type ImportReport = {
  adcode: string
  name: string
  /** Rows with text, the header not counted. */
  rows: number
  /** What was done, or with `dryRun` would be. */
  added: number
  changed: number
  unchanged: number
  removed: number
  bad: RowProblem[]
  /** How many rows are bad; one row can have several problems. */
  badRows: number
  /** Cells that could not be read, of rows that were: what was known there stays. */
  skipped: RowProblem[]
  /** Known facts for which the file has empty cells: kept, or emptied with `erase`. */
  emptied: Partial<Record<Fact, number>>
  /** What known places lose by rows that say less of them: counted before it is written, too. */
  lost: Losses
  warnings: RowProblem[]
  /** Of the region afterwards. */
  version: number
  /** Whether the good rows are in the table now; `refused`: `strict` and something bad. */
  loaded: 'yes' | 'dry-run' | 'refused'
}

/** Why nothing at all could be done; `details` are sentences in Chinese. */
export type ImportFailure = {
  code: 'unreadable' | 'header' | 'no-rows' | 'no-name' | 'outside' | 'region-changed'
  details: string[]
}
