import { auditRecords } from '../audit/fragments'
import { createWeChat, type WeChat, wechatPatienceMs } from '../identity/fragments'
import type { Context, DataContext } from '../shared/aws/context'
import type { Invoke } from '../shared/aws/invoke'
import { rememberedText } from '../shared/aws/secrets'
import { type GatewayHandler, gatewayHandler } from '../shared/http/lambda'
import { createRouter, route } from '../shared/http/router'
import { sessionsOf } from '../shared/session/session-reader'
import { taskWrites } from '../tasks/fragments'
import {
  handleCreateUpload,
  handleDecidedMedia,
  handleDecideMedia,
  handleFinishUpload,
  handleListMedia,
  handleShowMedia,
} from './handlers/media'
import { handleBeginParts, handleGiveUpParts, handleShowParts } from './handlers/parts'
import { handleConfirmPush, handleReceivePush } from './handlers/push'
import { mediaOperations as operations, mediaProblems as problems } from './operations'
import { pushSecret } from './secrets'
import { createMediaService, renditionsTimeoutMs } from './service'
import { createMediaStore } from './store'

export { createPictures } from './pictures/service'
export { createMediaSweep } from './sweep'

type MediaContext = DataContext &
  Pick<Context, 'objects'> & { pictures: Invoke; wechat: Pick<WeChat, 'checkMedia'> }

/**
 * What is done in media, for its function and for demonstration data. `pictures`: the function that makes renditions. `wechat`: the one
 * that asks WeChat.
 */
export const createMedia = ({ tableOf, clock, random, objects, pictures, wechat }: MediaContext) =>
  createMediaService({
    store: createMediaStore(tableOf('media'), clock),
    objects,
    pictures,
    wechat,
    audit: auditRecords(tableOf('audit'), { clock, random }),
    tasks: taskWrites(tableOf('tasks')),
    clock,
    random,
  })

/** The function that answers the media API. */
export const createMediaFunction = (context: Context): GatewayHandler => {
  const { clock, objects, log } = context
  const pictures = context.functionOf('media-pictures', renditionsTimeoutMs)
  const wechat = createWeChat(context.functionOf('identity-wechat', wechatPatienceMs), log)
  const service = createMedia({ ...context, pictures, wechat })
  const views = {
    service,
    objects,
    clock,
    log,
    pushSecret: rememberedText(context.secrets, context.arnOf(pushSecret), clock),
  }
  const routes = {
    createUpload: route(operations.createUpload, handleCreateUpload(views)),
    beginParts: route(operations.beginParts, handleBeginParts(views)),
    showParts: route(operations.showParts, handleShowParts(views)),
    giveUpParts: route(operations.giveUpParts, handleGiveUpParts(views)),
    showMedia: route(operations.showMedia, handleShowMedia(views)),
    listMedia: route(operations.listMedia, handleListMedia(views)),
    decidedMedia: route(operations.decidedMedia, handleDecidedMedia(views)),
    finishUpload: route(operations.finishUpload, handleFinishUpload(views)),
    decideMedia: route(operations.decideMedia, handleDecideMedia(views)),
    confirmPush: route(operations.confirmPush, handleConfirmPush(views)),
    receivePush: route(operations.receivePush, handleReceivePush(views)),
  } satisfies Record<keyof typeof operations, unknown>
  const sessions = sessionsOf(context)
  const router = createRouter({ ...context, routes: Object.values(routes), problems, sessions })
  return gatewayHandler(router, clock)
}
