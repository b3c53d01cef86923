/** The cities and their places, as the server has them. Nothing here knows where the person is. */
import { ok, type Result } from '@common/result'
import type { Region } from '@contract/places'
import * as endpoints from '@functions/places/endpoints/cities'
import { call, callOf, type Failure, request } from '@/shared/api/request'
import type { GridAnswer } from './catalogue/grid'
import type { CatalogueAnswer } from './catalogue/store'

export async function fetchRegions(): Promise<Result<Region[], Failure>> {
  const answer = await call(endpoints.regions, {})
  return answer.ok ? ok(answer.value.regions) : answer
}

/** Asks with the ETag of what is kept, if anything is. A city's catalogue may take a while on a weak network. */
export async function fetchCatalogue(
  adcode: string,
  etag: string | null,
): Promise<Result<CatalogueAnswer, Failure>> {
  const answer = await request(callOf(endpoints.catalogue, { params: { adcode } }, { etag, timeout: 20_000 }))
  if (!answer.ok) return answer
  if (answer.value.state === 'unchanged') return ok({ status: 'same' })
  const { value: packed, document, etag: fresh } = answer.value
  // As it came, too: a later build may read more in what is kept.
  return ok({ status: 'new', packed, document, etag: fresh })
}

export async function fetchCityGrid(etag: string | null): Promise<Result<GridAnswer, Failure>> {
  const answer = await request(callOf(endpoints.cityGrid, {}, { etag }))
  if (!answer.ok) return answer
  if (answer.value.state === 'unchanged') return ok({ status: 'same' })
  return ok({ status: 'new', packed: answer.value.value, etag: answer.value.etag })
}
