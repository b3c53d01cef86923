import { createExport } from '../personal-data'
import type { Context } from '../shared/context'
import { privateKeysIn, publicKeysIn } from '../shared/secrets'
import { sessionPublicKeys } from '../shared/session-grants'
import { createIdentityApi } from './api'
import { privacyTimeoutMs } from './handlers/leaving'
import { sessionKeys } from './secrets'
import { createIdentityService } from './service'
import { createWeChat, wechatPatienceMs } from './wechat/client'

/** The function that answers the identity API. */
export const createIdentityFunction = (context: Context) => {
  const { tableOf, secrets, arnOf, functionOf, clock, random, log } = context
  return createIdentityApi({
    ...context,
    store: createIdentityService(tableOf('identity'), { clock, random }),
    exported: createExport(context),
    privacy: functionOf('identity-privacy', privacyTimeoutMs),
    wechat: createWeChat(functionOf('identity-wechat', wechatPatienceMs), log),
    privateKeys: privateKeysIn(secrets, arnOf(sessionKeys)),
    publicKeys: publicKeysIn(secrets, arnOf(sessionPublicKeys)),
  })
}
