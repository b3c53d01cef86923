import { ok } from '../../shared/result'
import type { AnswerTo } from '../../shared/router'
import type { Directory } from '../directory'
import type { placesOperations } from '../operations'

export const answerRegions =
  (directory: Directory): AnswerTo<typeof placesOperations.regions> =>
  async () =>
    ok({ json: { regions: await directory() }, headers: { 'cache-control': 'public, max-age=60' } })
