/** What is kept of places, and everything that is done with it. Only the files in `store/` know the table's keys. */
import { randomBytes } from 'node:crypto'
import type { Table } from '../shared/table'
import { importer } from './store/imports'
import { packStore } from './store/packs'
import { placeReader } from './store/places'
import { cityGridReader } from './store/region/city-grid'
import { contactWriter } from './store/region/contact'
import { regionListReader } from './store/region/region-list'
import { regionReader } from './store/region/regions'
import { openReportStore, type ReportAwards, type ReportTasks } from './store/report/open-reports'
import { type ReportDependencies, reportStore } from './store/report/reports'

export type { RegionHead } from './store/region/regions'
export type { OpenReportItem } from './store/report/open-report'
export type { DecisionRefusal, ReportAction, ReportAwards, ReportTasks } from './store/report/open-reports'
export type { ReportRefusal } from './store/report/reports'
export { untilTomorrow } from './store/report/sources'
export type PlacesStore = ReturnType<typeof createPlacesStore>

export type ReviewStore = ReturnType<typeof createReviewStore>

/** For what imports places and takes no reports. */
const noTasks: ReportTasks = { open: () => [], end: () => [] }

export const createPlacesStore = (
  table: Table,
  { clock = Date.now, random = randomBytes, tasks = noTasks }: Partial<ReportDependencies> = {},
) => ({
  ...regionReader(table),
  ...regionListReader(table),
  ...contactWriter(table, clock),
  ...placeReader(table),
  ...packStore(table),
  ...cityGridReader(table),
  ...importer(table, clock),
  ...reportStore(table, { clock, random, tasks }),
})

/** What staff do with reports. Accepting one may give its reporter points, which are the points domain's to write. */
export const createReviewStore = (table: Table, awards: ReportAwards, clock: () => number = Date.now) => ({
  ...openReportStore(table, awards, clock),
  readPlaces: placeReader(table).readPlaces,
})
