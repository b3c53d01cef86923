/**
 * The whole product on this machine with a gift and people who have points: they redeem through the gateway and AWS's
 * runtime client. Beside it runs the same function with a counting wire before the engine, which would cost time.
 */
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { GiftItem } from '../../../functions/points/store/gift/gifts'
import { giftKey } from '../../../functions/points/store/keys'
import { clientDefaults, documentClient, openTable, type Table } from '../../../functions/shared/aws/table'
import * as z from '../../../functions/shared/zod'
import { localConfig } from '../../../infra/config'
import { readAssembly } from '../../../infra/local/builds/assembly'
import { assemblyFolder } from '../../../infra/local/builds/builds'
import { clientConfig } from '../../../infra/local/engine/engine'
import { localEnvironment } from '../../../infra/local/runtime/environment'
import { startFunction } from '../../../infra/local/runtime/functions'
import { type LocalStack, startStack } from '../../../infra/local/stack'
import { functionName } from '../../../infra/names'
import { callerNames, grantPoints } from '../../support/worlds/concurrent-callers'
import { city } from '../../support/worlds/points-world'
import { eventOf, originVerify } from '../stage'
import type { WireItem } from './item-size'
import { openWire, type Transacted, type Wire } from './wire'
import { type Wish, wishes } from './wish'

export type RedeemSetup = {
  table: Table
  wire: Wire
  /** A wish of somebody who has the points and never asked before. */
  wish(gift: GiftItem): Wish
  /** Through the gateway; gives the status. */
  redeem(wish: Wish): Promise<number>
  /** One read of an account through the same gateway and function. */
  readAccount(wish: Wish): Promise<number>
  /** The same function behind the wire; gives status and body. */
  redeemCounted(wish: Wish): Promise<{ statusCode: number; body: string }>
  /** The yardstick: one eventually consistent GetItem of a gift. */
  getItem(gift: GiftItem): Promise<void>
  /** An item after a transaction has written it. */
  itemOf(written: Transacted): Promise<WireItem>
  stop(): Promise<void>
}

const answerSchema = z.object({ statusCode: z.number(), body: z.string() })

/** @param people how many will redeem once each */
export async function startRedeemSetup(people: number, step: (text: string) => void): Promise<RedeemSetup> {
  const stack = await startStack({
    guard: false,
    pages: false,
    schedules: false,
    seed: false,
    workers: 1,
    onStep: ({ name, summary }) => step(`${name}: ${summary}`),
  })
  const wire = await openWire(stack.endpoint)
  const counted = await startCounted(stack, wire)
  const client = new DynamoDBClient({ ...clientDefaults, ...clientConfig(stack.endpoint) })
  const tableName = stack.tableNames.points ?? ''
  const table = openTable({ name: tableName, client: documentClient(client) })
  const callers = callerNames(people)
  step(`give points to ${people} people`)
  await grantPoints(table, callers, 12, Date.now())
  const wishOf = wishes(stack.secrets.read('session-keys'))
  let next = 0
  const itemAt = async (table: string, key: WireItem): Promise<WireItem> => {
    const keys = z.parse(z.object({ PK: z.object({ S: z.string() }), SK: z.object({ S: z.string() }) }), key)
    const answer = await client.send(new GetItemCommand({ TableName: table, Key: keys }))
    return { ...answer.Item }
  }
  return {
    table,
    wire,
    wish(gift) {
      const name = callers[next++]
      if (name === undefined) throw new RangeError('everybody has redeemed already')
      return wishOf(name, gift)
    },
    redeem: ({ headers, body }) =>
      statusOf(fetch(`${stack.url}/api/orders`, { method: 'POST', headers, body })),
    readAccount: ({ headers: { authorization = '' } }) =>
      statusOf(fetch(`${stack.url}/api/points/account?region=${city}`, { headers: { authorization } })),
    async redeemCounted({ headers, body }) {
      const event = eventOf('/api/orders', headers, { method: 'POST', body })
      const outcome = await counted.invoke(JSON.stringify(event))
      if (outcome.kind !== 'answer') throw new Error(`the function did not answer: ${outcome.kind}`)
      return z.parse(answerSchema, JSON.parse(outcome.payload))
    },
    async getItem({ id }) {
      const { PK, SK } = giftKey(id)
      await client.send(new GetItemCommand({ TableName: tableName, Key: { PK: { S: PK }, SK: { S: SK } } }))
    },
    itemOf: async (written) => ('item' in written ? written.item : itemAt(written.table, written.key)),
    async stop() {
      await counted.stop()
      await wire.stop()
      client.destroy()
      await stack.stop()
    },
  }
}

/** The points call no other function. */
const nowhere = 'http://127.0.0.1:9'

async function startCounted(stack: LocalStack, wire: Wire) {
  const wanted = functionName(localConfig, 'points')
  const spec = [...readAssembly(assemblyFolder).functions.values()].find(({ name }) => name === wanted)
  if (!spec) throw new Error(`there is no function ${wanted}`)
  const { unresolved: _, ...rest } = spec
  const services = { database: wire.url, secrets: stack.secrets.endpoint, functions: nowhere }
  const places = { ...services, addresses: nowhere, objects: nowhere, wechat: stack.wechat.url }
  const environment = { ...spec.environment, ...localEnvironment(places, originVerify) }
  return startFunction({ ...rest, environment }, () => {}, 1)
}

/** The body is read to its end, as a phone does. */
async function statusOf(answering: Promise<Response>): Promise<number> {
  const answer = await answering
  await answer.arrayBuffer()
  return answer.status
}
