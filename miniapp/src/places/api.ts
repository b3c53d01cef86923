/** What the phone asks the server of a place. */
import type { Result } from '@common/result'
import type * as z from '@common/zod'
import {
  type PlaceResponse,
  placeResponseSchema,
  placesPaths,
  type ReportRequest,
  reportResponseSchema,
} from '@contract/places'
import { ask, type Failure, pathOf } from '@/shared/request'

export function fetchPlace(id: string): Promise<Result<PlaceResponse, Failure>> {
  return ask({ path: pathOf(placesPaths.place, { id }), schema: placeResponseSchema })
}

export type ReportAnswer = z.infer<typeof reportResponseSchema>

/** Nobody is told who reports, unless the points are to go to them (`credit`). */
export function sendReport(id: string, body: ReportRequest): Promise<Result<ReportAnswer, Failure>> {
  const path = pathOf(placesPaths.reports, { id })
  return ask({ path, schema: reportResponseSchema, body, auth: body.credit === true })
}
