import { createExport } from '../personal-data'
import type { Context, DataContext } from '../shared/aws/context'
import { privateKeysIn, publicKeysIn } from '../shared/aws/secrets'
import { sessionPublicKeys } from '../shared/session/session-grants'
import { createIdentityApi } from './api'
import type { ExportPart } from './contract'
import { privacyTimeoutMs } from './handlers/leaving'
import { sessionKeys } from './secrets'
import { createIdentityService } from './service'
import { createWeChat, wechatPatienceMs } from './wechat/client'

export { createPrivacyFunction } from './privacy'
export { createWeChatFunction } from './wechat/assemble'

/** What is kept of people and done with it, also for commands and demonstration data. */
export const createIdentity = ({ tableOf, clock, random }: DataContext) =>
  createIdentityService({ tableOf, clock, random })

/** The function that answers the identity API. `exported`: what the other domains hold of a person, from all of them if absent. */
export const createIdentityFunction = (
  context: Context,
  exported: (person: string) => Promise<ExportPart> = createExport(context),
) => {
  const { secrets, arnOf, functionOf, log } = context
  return createIdentityApi({
    ...context,
    store: createIdentity(context),
    exported,
    privacy: functionOf('identity-privacy', privacyTimeoutMs),
    wechat: createWeChat(functionOf('identity-wechat', wechatPatienceMs), log),
    privateKeys: privateKeysIn(secrets, arnOf(sessionKeys)),
    publicKeys: publicKeysIn(secrets, arnOf(sessionPublicKeys)),
  })
}
