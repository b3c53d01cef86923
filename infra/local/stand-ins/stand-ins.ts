/** The two services that the local run stands in for, with the secrets that the template asks for. */
import { join } from 'node:path'
import { localConfig } from '../../config'
import { current, type NewSecret, openSecretsStore, type SecretsStore, secretArn } from './secrets'
import { startSecretsManager } from './secrets-manager'
import { startWeChat, type WeChatStandIn } from './wechat'

export type StandIns = {
  /** Of Secrets Manager. */
  endpoint: string
  store: SecretsStore
  /** The current value of a secret; throws where there is none. */
  read: (name: string) => string
  wechat: WeChatStandIn
  stop: () => Promise<void>
}

/** In the cloud somebody makes it by hand (docs/deploy.md), so no template has it. */
const appSecret = `fuyi/${localConfig.stage}/wechat`

/** @param dataDir absent keeps the secrets in memory */
export const startStandIns = async (secrets: readonly NewSecret[], dataDir?: string): Promise<StandIns> => {
  const store = openSecretsStore(dataDir && join(dataDir, 'secrets.json'))
  for (const secret of [...secrets, { name: appSecret, value: { length: 32 } }]) store.create(secret)
  const read = (name: string) => {
    const versions = store.find(name)?.secret.versions ?? []
    const value = versions.find(({ labels }) => labels.includes(current))?.value
    if (!value) throw new Error(`the secret ${name} has no value`)
    return value
  }
  const { wechat } = localConfig
  if (wechat?.secretArn !== secretArn(appSecret))
    throw new Error('the local configuration names another app secret')
  const [secretsManager, standIn] = await Promise.all([
    startSecretsManager(store),
    startWeChat({ appid: wechat.appid, secret: read(appSecret) }),
  ])
  return {
    endpoint: secretsManager.url,
    store,
    read,
    wechat: standIn,
    stop: async () => {
      await Promise.all([secretsManager.stop(), standIn.stop()])
    },
  }
}
