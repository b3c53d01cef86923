/** What staff do with pictures. */
import type { Objects } from '../../shared/objects'
import { err, ok, type Result } from '../../shared/result'
import type { HandlerOf } from '../../shared/router'
import type { Media } from '../contract'
import type { mediaOperations } from '../operations'
import type { MediaItem } from '../rules'
import type { MediaService } from '../service'
import { servedKey } from '../shown'

type Operations = typeof mediaOperations
export type MediaViews = { service: MediaService; objects: Pick<Objects, 'presignRead'> }

/** Long enough to look at it. */
const lookSeconds = 10 * 60

const viewOf = async (objects: MediaViews['objects'], item: MediaItem): Promise<Media> => {
  const { id, region, state, type, bytes, description, by, at, width, height, decided } = item
  const renditions = item.renditions.map(async ({ name, ...about }) => ({
    ...about,
    src:
      state === 'approved'
        ? `/${servedKey(id, name)}`
        : await objects.presignRead(`${item.reviewed}${name}`, lookSeconds),
  }))
  return {
    ...{ id, region, state, type, bytes, description, by, at, width, height, decided },
    renditions: await Promise.all(renditions),
  }
}

const answerOf = async <Code extends string>(
  { objects }: MediaViews,
  done: Result<MediaItem, Code>,
): Promise<Result<{ json: Media }, { code: Code }>> =>
  done.ok ? ok({ json: await viewOf(objects, done.value) }) : err({ code: done.error })

export const handleCreateUpload =
  ({ service, objects }: MediaViews): HandlerOf<Operations['createUpload']> =>
  async ({ session, body, key }) => {
    // Of its maker's key, so that whoever repeats the request gets the same file.
    const id = `${body.region}-${key.text.replaceAll('-', '')}`
    const begun = await service.begin({ ...body, id, by: session.person })
    if (!begun.ok) return err({ code: begun.error === 'reused' ? 'idempotency-key-reused' : begun.error })
    const { media, form } = begun.value
    return ok({ json: { media: await viewOf(objects, media), form } })
  }

export const handleShowMedia =
  (views: MediaViews): HandlerOf<Operations['showMedia']> =>
  async ({ params: { id } }) => {
    const item = await views.service.read(id)
    return answerOf(views, item ? ok(item) : err('unknown-media'))
  }

export const handleListMedia =
  ({ service, objects }: MediaViews): HandlerOf<Operations['listMedia']> =>
  async ({ body: { region, ids } }) => {
    const items = (await service.readMany(ids)).filter((item) => item.region === region)
    return ok({ json: { media: await Promise.all(items.map((item) => viewOf(objects, item))) } })
  }

export const handleFinishUpload =
  (views: MediaViews): HandlerOf<Operations['finishUpload']> =>
  async ({ session, params: { id } }) =>
    answerOf(views, await views.service.finish(id, session.person))

export const handleDecideMedia =
  (views: MediaViews): HandlerOf<Operations['decideMedia']> =>
  async ({ session, params: { id }, body }) =>
    answerOf(views, await views.service.decide(id, { ...body, by: session.person }))
