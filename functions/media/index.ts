import { auditRecords } from '../audit/fragments'
import type { Context, DataContext } from '../shared/context'
import type { Invoke } from '../shared/invoke'
import { type GatewayHandler, gatewayHandler } from '../shared/lambda'
import { createRouter, route } from '../shared/router'
import { sessionsOf } from '../shared/session-reader'
import { taskWrites } from '../tasks/fragments'
import {
  handleCreateUpload,
  handleDecideMedia,
  handleFinishUpload,
  handleListMedia,
  handleShowMedia,
} from './handlers/media'
import { mediaOperations as operations, mediaProblems as problems } from './operations'
import { createMediaService, renditionsTimeoutMs } from './service'
import { createMediaStore } from './store'

export { createPictures } from './pictures/service'

type MediaContext = DataContext & Pick<Context, 'objects'> & { pictures: Invoke }

/** What is done in media, for its function and for demonstration data. `pictures`: the function that makes renditions. */
export const createMedia = ({ tableOf, clock, random, objects, pictures }: MediaContext) =>
  createMediaService({
    store: createMediaStore(tableOf('media'), clock),
    objects,
    pictures,
    audit: auditRecords(tableOf('audit'), { clock, random }),
    tasks: taskWrites(tableOf('tasks')),
    clock,
    random,
  })

/** The function that answers the media API. */
export const createMediaFunction = (context: Context): GatewayHandler => {
  const { clock, objects } = context
  const pictures = context.functionOf('media-pictures', renditionsTimeoutMs)
  const service = createMedia({ ...context, pictures })
  const views = { service, objects }
  const routes = {
    createUpload: route(operations.createUpload, handleCreateUpload(views)),
    showMedia: route(operations.showMedia, handleShowMedia(views)),
    listMedia: route(operations.listMedia, handleListMedia(views)),
    finishUpload: route(operations.finishUpload, handleFinishUpload(views)),
    decideMedia: route(operations.decideMedia, handleDecideMedia(views)),
  } satisfies Record<keyof typeof operations, unknown>
  const sessions = sessionsOf(context)
  const router = createRouter({ ...context, routes: Object.values(routes), problems, sessions })
  return gatewayHandler(router, clock)
}
