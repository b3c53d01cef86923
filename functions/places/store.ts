/** What is kept of places, and everything that is done with it. Only the files in `store/` know the table's keys. */
import { randomBytes } from 'node:crypto'
import type { Table } from '../shared/table'
import { cityGridReader } from './store/city-grid'
import { contactWriter } from './store/contact'
import { importer } from './store/imports'
import { openReportStore, type ReportAwards } from './store/open-reports'
import { packStore } from './store/packs'
import { placeReader } from './store/places'
import { regionListReader } from './store/region-list'
import { regionReader } from './store/regions'
import { type ReportDependencies, reportStore } from './store/reports'

export type { OpenReportItem } from './store/open-report'
export type { DecisionRefusal, ReportAwards, ReportDeed } from './store/open-reports'
export type { RegionHead } from './store/regions'
export type { ReportRefusal } from './store/reports'
export { untilTomorrow } from './store/sources'
export type PlacesStore = ReturnType<typeof createPlacesStore>

export type ReviewStore = ReturnType<typeof createReviewStore>

export const createPlacesStore = (
  table: Table,
  { clock = Date.now, random = randomBytes }: Partial<ReportDependencies> = {},
) => ({
  ...regionReader(table),
  ...regionListReader(table),
  ...contactWriter(table, clock),
  ...placeReader(table),
  ...packStore(table),
  ...cityGridReader(table),
  ...importer(table, clock),
  ...reportStore(table, { clock, random }),
})

/** What staff do with reports. Accepting one may give its reporter points, which are the points domain's to write. */
export const createReviewStore = (table: Table, awards: ReportAwards, clock: () => number = Date.now) => ({
  ...openReportStore(table, awards, clock),
  readPlaces: placeReader(table).readPlaces,
})
