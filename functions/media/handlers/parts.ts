/** Files that go up in parts. */
import { idFromKey } from '../../shared/codes/ids'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok, type Result } from '../../shared/result'
import type { PartsResponse } from '../contract'
import { partBytes } from '../contract/fields'
import type { mediaOperations } from '../operations'
import type { PartsToSend } from '../service/parts'
import { answerOf, type MediaViews, viewOf } from './media'

type Operations = typeof mediaOperations

const partsOf = async <Code extends string>(
  views: MediaViews,
  result: Result<PartsToSend, Code>,
): Promise<Result<{ json: PartsResponse }, { code: Code }>> => {
  if (!result.ok) return err({ code: result.error })
  const { media, missing } = result.value
  return ok({ json: { media: await viewOf(views, media), partBytes, missing } })
}

export const handleBeginParts =
  (views: MediaViews): HandlerOf<Operations['beginParts']> =>
  async ({ session, body: file, key }) => {
    const id = idFromKey(file.region, key)
    const begun = await views.service.beginParts({ ...file, id, by: session.person })
    if (begun.ok) return partsOf(views, begun)
    return err({ code: begun.error === 'reused' ? 'idempotency-key-reused' : begun.error })
  }

export const handleShowParts =
  (views: MediaViews): HandlerOf<Operations['showParts']> =>
  async ({ session, params: { id } }) =>
    partsOf(views, await views.service.nextParts(id, session.person))

export const handleGiveUpParts =
  (views: MediaViews): HandlerOf<Operations['giveUpParts']> =>
  async ({ session, params: { id } }) =>
    answerOf(views, await views.service.giveUpParts(id, session.person))
