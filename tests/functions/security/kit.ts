/** What the tests of security share: the whole product with everything in it, and somebody for each request. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { isForStaff } from '../../../functions/shared/declaration/operation'
import { type TestDatabase, withEngine, withLastingEngine } from '../../support/engine/engine'
import { createStage } from '../../support/stage/create-stage'
import type { Listed } from '../../support/stage/requests'
import { createScene, type Scene } from '../../support/stage/scene'
import { type Somebody, tables } from '../../support/stage/stage'
import type { Answer } from '../../support/worlds/api'
import { refusal } from '../../support/worlds/points-world'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

/** An engine with the table of every domain; call at the top of a test file. */
export const withEveryTable = (): TestDatabase => {
  const [first, ...others] = tables
  return withEngine(first, ...others)
}

/** One product for all tests of a file, which is there once they run: making it costs more than most of them. */
export const withOneProduct = (): { readonly product: SetUp } => {
  const [first, ...others] = tables
  const database = withLastingEngine(first, ...others)
  const wechat = withWeChat()
  let product: SetUp
  beforeAll(async () => {
    product = await setUp(database, wechat)
  })
  return {
    get product() {
      return product
    },
  }
}
type SetUp = Awaited<ReturnType<typeof setUp>>

/** WeChat for a test file; there once its tests run. */
export const withWeChat = (): { readonly server: WeChatServer } => {
  let server: WeChatServer
  beforeAll(async () => {
    server = await startWeChat()
  })
  afterAll(() => server.stop())
  return {
    get server() {
      return server
    },
  }
}

export const linsOpenid = 'oLin-self-0001'

export const setUp = async (
  database: TestDatabase,
  wechat: { readonly server: WeChatServer },
  options: { client?: DynamoDBDocumentClient } = {},
) => {
  const stage = await createStage(database, wechat.server, options)
  const lin = await stage.enter(linsOpenid)
  return { stage, lin, scene: await createScene(stage, lin) }
}

/** Somebody who is answered. */
export const whoMay = (
  { lin, keeper, second }: Scene,
  { operation }: Pick<Listed, 'operation'>,
): Somebody => {
  if (operation.access === 'outlet') return keeper
  return isForStaff(operation.access) ? second : lin
}

/** `200`, or status and code of the refusal. */
export const outcomeOf = (answer: Answer): string =>
  answer.status < 400 ? String(answer.status) : refusal(answer)
