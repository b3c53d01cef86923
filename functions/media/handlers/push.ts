/** What WeChat pushes. It sends a message up to three times until it is answered, so each may come again. */
import type { Log } from '../../shared/aws/logger'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { mediaOperations } from '../operations'
import { isSignedBy, openedMessage, pushKeysOf } from '../push/envelope'
import { verdictIn } from '../push/messages'
import type { MediaService } from '../service'

type Operations = typeof mediaOperations
export type PushViews = { service: MediaService; pushSecret: () => Promise<string>; log: Log }

const plain = (body: string) => ({
  response: {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body,
  },
})

export const handleConfirmPush =
  ({ pushSecret }: PushViews): HandlerOf<Operations['confirmPush']> =>
  async ({ query: { signature, timestamp, nonce, echostr } }) => {
    const { token } = pushKeysOf(await pushSecret())
    return isSignedBy(signature, token, timestamp, nonce) ? ok(plain(echostr)) : err({ code: 'push-refused' })
  }

export const handleReceivePush =
  ({ service, pushSecret, log }: PushViews): HandlerOf<Operations['receivePush']> =>
  async ({ query: { msg_signature, timestamp, nonce }, body: { Encrypt }, origin: { requestId } }) => {
    const keys = pushKeysOf(await pushSecret())
    const message = isSignedBy(msg_signature, keys.token, timestamp, nonce, Encrypt)
      ? openedMessage(Encrypt, keys)
      : null
    if (message === null) return err({ code: 'push-refused' })
    const said = verdictIn(message)
    log('wechat-pushed', { requestId, cause: said?.verdict ?? 'unknown' })
    const taken = said ? await service.answerCheck(said.trace, said.verdict) : ok(null)
    return taken.ok ? ok(plain('success')) : err({ code: taken.error })
  }
