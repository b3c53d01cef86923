/** What citizens reported and nobody has decided on, by person and city of the desk. */
import { fetchReports } from '@/desk/api'
import { fresh, regionOf } from '@/desk/named'
import { createRemote } from '@/shared/query/remote'

export const reportList = createRemote((name) => fetchReports(regionOf(name)), fresh)
