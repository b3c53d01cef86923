/** The cities and their places, as the server has them. Nothing here knows where the person is. */
import { ok, type Result } from '@common/result'
import * as z from '@common/zod'
import { placesPaths, type Region, regionsResponseSchema } from '@contract/places'
import { type PackedCatalogue, packedCatalogueSchema } from '@rules/places/catalogue'
import { cityGridSchema } from '@rules/places/city-grid'
import { ask, type Failure, pathOf, request } from '@/shared/request'
import type { GridAnswer } from './catalogue/grid'
import type { CatalogueAnswer } from './catalogue/store'

export async function fetchRegions(): Promise<Result<Region[], Failure>> {
  const answer = await ask({ path: placesPaths.regions, schema: regionsResponseSchema })
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
