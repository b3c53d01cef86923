/** What staff do with files. */
import { mayAsStaff } from '../../shared/access/access'
import type { Objects } from '../../shared/aws/objects'
import { idFromKey } from '../../shared/codes/ids'
import { badCursor, readSortCursor, sortCursorOf } from '../../shared/http/cursor'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok, type Result } from '../../shared/result'
import type { Media } from '../contract'
import { servedKey } from '../keys'
import type { mediaOperations } from '../operations'
import { type MediaItem, stateShown } from '../rules'
import { checkStand } from '../rules/check'
import type { MediaService } from '../service'

type Operations = typeof mediaOperations
export type MediaViews = {
  service: MediaService
  objects: Pick<Objects, 'presignRead'>
  clock: () => number
}

/** Long enough to look at it. */
const lookSeconds = 10 * 60

export const viewOf = async ({ objects, clock }: MediaViews, item: MediaItem): Promise<Media> => {
  const { id, region, power, type, bytes, description, by, at, width, height, seconds } = item
  const state = stateShown(item)
  const decided = state === 'ready' ? null : item.decided
  const renditions = item.renditions.map(async ({ name, ...about }) => ({
    ...about,
    src:
      state === 'approved'
        ? `/${servedKey(id, name)}`
        : await objects.presignRead(`${item.reviewed}${name}`, lookSeconds),
  }))
  return {
    ...{ id, region, power, state, type, bytes, description, by, at, width, height, seconds, decided },
    renditions: await Promise.all(renditions),
    ...(state !== 'waiting' && { check: checkStand(item.check, clock()) }),
  }
}

export const answerOf = async <Code extends string>(
  views: MediaViews,
  done: Result<MediaItem, Code>,
): Promise<Result<{ json: Media }, { code: Code }>> =>
  done.ok ? ok({ json: await viewOf(views, done.value) }) : err({ code: done.error })

export const handleCreateUpload =
  (views: MediaViews): HandlerOf<Operations['createUpload']> =>
  async ({ session, body: file, key }) => {
    const id = idFromKey(file.region, key)
    const begun = await views.service.begin({ ...file, id, by: session.person })
    if (!begun.ok) return err({ code: begun.error === 'reused' ? 'idempotency-key-reused' : begun.error })
    const { media, form } = begun.value
    return ok({ json: { media: await viewOf(views, media), form } })
  }

export const handleShowMedia =
  (views: MediaViews): HandlerOf<Operations['showMedia']> =>
  async ({ params: { id } }) => {
    const item = await views.service.read(id)
    if (!item) return err({ code: 'unknown-media' })
    const [words, usedBy] = await Promise.all([views.service.readWords(item), views.service.readUses(item)])
    return ok({ json: { ...(await viewOf(views, item)), ...(words !== null && { words }), usedBy } })
  }

export const handleListMedia =
  (views: MediaViews): HandlerOf<Operations['listMedia']> =>
  async ({ body: { region, ids } }) => {
    const items = (await views.service.readMany(ids)).filter((item) => item.region === region)
    return ok({ json: { media: await Promise.all(items.map((item) => viewOf(views, item))) } })
  }

const perPage = 15

export const handleDecidedMedia =
  ({ service }: MediaViews): HandlerOf<Operations['decidedMedia']> =>
  async ({ query: { region, power, cursor } }) => {
    const from = readSortCursor(cursor, /^\d{4}-[\dT:.Z-]+#[\dA-Za-z-]+$/)
    if (!from.ok) return err(badCursor)
    const { decided, next } = await service.listDecided(region, power, { from: from.value, limit: perPage })
    return ok({ json: { decided, cursor: sortCursorOf(next) } })
  }

export const handleFinishUpload =
  (views: MediaViews): HandlerOf<Operations['finishUpload']> =>
  async ({ session, params: { id }, origin: { requestId } }) =>
    answerOf(views, await views.service.finish(id, { by: session.person, requestId }))

export const handleDecideMedia =
  (views: MediaViews): HandlerOf<Operations['decideMedia']> =>
  async ({ session, params: { id }, body }) => {
    const item = await views.service.read(id)
    // Only the file tells which of the two powers it takes.
    if (item && !mayAsStaff(session, item.region, item.power)) return err({ code: 'forbidden' })
    return answerOf(views, await views.service.decide(id, { ...body, by: session.person }))
  }
