/** What the phone asks the server of the welfare map. Nothing here knows where the person is. */
import { err, ok, type Result } from '@common/result'
import * as z from '@common/zod'
import {
  type PlaceResponse,
  placeResponseSchema,
  placesPaths,
  type Region,
  type ReportRequest,
  regionsResponseSchema,
  reportResponseSchema,
} from '@contract/places'
import { type PackedCatalogue, packedCatalogueSchema } from '@rules/places/catalogue'
import { cityGridSchema } from '@rules/places/city-grid'
import { type Call, type Failure, pathOf, request } from '@/shared/request'
import type { GridAnswer } from './catalogue/grid'
import type { CatalogueAnswer } from './catalogue/store'

export async function fetchRegions(): Promise<Result<Region[], Failure>> {
  const answer = await fresh({ path: placesPaths.regions, schema: regionsResponseSchema })
  return answer.ok ? ok(answer.value.regions) : answer
}

/** Asks with the ETag of what is kept, if anything is. A city's catalogue may take a while on a weak network. */
export async function fetchCatalogue(
  adcode: string,
  etag: string | null,
): Promise<Result<CatalogueAnswer, Failure>> {
  const path = pathOf(placesPaths.catalogue, { adcode })
  const answer = await request({ path, schema: documentSchema, etag, timeout: 20_000 })
  if (!answer.ok) return answer
  if (answer.value.state === 'unchanged') return ok({ status: 'same' })
  return ok({ status: 'new', ...answer.value.value, etag: answer.value.etag })
}

export async function fetchCityGrid(etag: string | null): Promise<Result<GridAnswer, Failure>> {
  const answer = await request({ path: placesPaths.cityGrid, schema: cityGridSchema, etag })
  if (!answer.ok) return answer
  if (answer.value.state === 'unchanged') return ok({ status: 'same' })
  return ok({ status: 'new', packed: answer.value.value, etag: answer.value.etag })
}

/** The document as it came beside what this build reads in it: a later build may read more in what is kept. */
const documentSchema = z.pipe(
  z.unknown(),
  z.transform((document, context): { document: unknown; packed: PackedCatalogue } => {
    const packed = packedCatalogueSchema.safeParse(document)
    if (packed.success) return { document, packed: packed.data }
    context.issues.push({ code: 'custom', message: 'no catalogue', input: document })
    return z.NEVER
  }),
)

export function fetchPlace(id: string): Promise<Result<PlaceResponse, Failure>> {
  return fresh({ path: pathOf(placesPaths.place, { id }), schema: placeResponseSchema })
}

export type ReportAnswer = z.infer<typeof reportResponseSchema>

/** Nobody is told who reports, unless the points are to go to them (`credit`). */
export function sendReport(id: string, body: ReportRequest): Promise<Result<ReportAnswer, Failure>> {
  const path = pathOf(placesPaths.reports, { id })
  return fresh({ path, schema: reportResponseSchema, body, auth: body.credit === true })
}

/** A call without an ETag is always answered anew; a 304 to it is no answer. */
async function fresh<T>(call: Call<T>): Promise<Result<T, Failure>> {
  const answer = await request(call)
  if (!answer.ok) return answer
  return answer.value.state === 'new' ? ok(answer.value.value) : err({ code: 'bad-answer' })
}
