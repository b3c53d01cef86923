import { ownActions } from '../audit/fragments'
import { reportersFragment } from '../places/fragments'
import { holdings } from '../points/fragments'
import type { Context } from '../shared/context'
import { privateKeysIn, publicKeysIn } from '../shared/secrets'
import { sessionPublicKeys } from '../shared/session-grants'
import { createIdentityApi } from './api'
import { sessionKeys } from './secrets'
import { createIdentityStore } from './store'
import { createWeChat, wechatPatienceMs } from './wechat/client'

/** The function that answers the identity API. */
export const createIdentityFunction = (context: Context) => {
  const { tableOf, secrets, arnOf, functionOf, clock, random, log } = context
  return createIdentityApi({
    ...context,
    store: createIdentityStore(tableOf('identity'), { clock, random }),
    holdings: holdings({ points: tableOf('points'), audit: tableOf('audit') }, { clock }),
    acts: ownActions(tableOf('audit')),
    reporters: reportersFragment(tableOf('places')),
    wechat: createWeChat(functionOf('identity-wechat', wechatPatienceMs), log),
    privateKeys: privateKeysIn(secrets, arnOf(sessionKeys)),
    publicKeys: publicKeysIn(secrets, arnOf(sessionPublicKeys)),
  })
}
