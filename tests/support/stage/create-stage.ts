/** Makes the whole product on one real engine: every function with its table, people who log in as phones do. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createIdentity, createPrivacyFunction, createWeChatFunction } from '../../../functions/identity'
import { sessionResponseSchema } from '../../../functions/identity/contract'
import { createPictures } from '../../../functions/media'
import { createPlacesStore } from '../../../functions/places'
import type { Context } from '../../../functions/shared/aws/context'
import type { Invoke } from '../../../functions/shared/aws/invoke'
import { publicKeySchema } from '../../../functions/shared/session/signing'
import * as z from '../../../functions/shared/zod'
import type { TestDatabase } from '../engine/engine'
import { buildPlace } from '../samples/places'
import { type Caller, callerOf } from '../worlds/api'
import { contextOn } from '../worlds/context'
import { newSigningKey } from '../worlds/identity'
import { city, outlets, uuid7 } from '../worlds/points-world'
import { pushSecret } from '../worlds/pushes'
import { appid, appSecret, invoking, type WeChatServer } from '../worlds/wechat'
import { stageDomain } from './domains'
import { type Stage, tables } from './stage'

/** Far ahead: DynamoDB Local, alone of the engines, removes what has expired by the machine's own clock. */
const stageDay = '2036-11-18T10:00:00+08:00'

export const createStage = async (
  database: TestDatabase,
  wechat: WeChatServer,
  options: { client?: DynamoDBDocumentClient } = {},
): Promise<Stage> => {
  const time = { now: Date.parse(stageDay) }
  const [logged, writes]: [string[], string[]] = [[], []]
  const key = newSigningKey(time.now)
  const keys = { private: key, public: z.parse(publicKeySchema, key) }
  const secret = 'the secret of the points, as long as it has to be'
  const client = counting(options.client ?? database.client(), writes)
  const context = stageContext(database, { wechat, time, logged, keys, secret, client })
  const apiOf = apisOn(context)
  const identity = createIdentity(context)
  await loadPlaces(database)
  let requests = 0
  const call: Stage['call'] = (domain, method, target, sent) => {
    requests++
    const sourceIp = `198.18.${Math.floor(requests / 250)}.${1 + (requests % 250)}`
    return apiOf(domain).call(method, target, { sourceIp, ...sent })
  }
  const login: Stage['login'] = async (openid) => {
    const headers = { 'content-type': 'application/json' }
    const body = { code: wechat.codeFor(openid) }
    return z.parse(
      sessionResponseSchema,
      (await call('identity', 'POST', '/api/sessions', { headers, body })).json(),
    )
  }
  return {
    apiOf,
    identity,
    objects: context.objects,
    time,
    logged,
    keys,
    secret,
    writes,
    scan: async () =>
      Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await database.scan(name)]))),
    key: () => uuid7(time.now, Math.random),
    call,
    finishLeaving: () => privacyOn(context)({ schedule: 'unfinished' }),
    login,
    newLoginCode: (openid) => wechat.codeFor(openid),
    async enter(openid, roles = []) {
      const session = await login(openid)
      for (const role of roles) {
        const granted = await identity.grantRole({ to: session.me.id, role, by: null })
        if (!granted.ok) throw new Error(`a role of the test was refused: ${granted.error}`)
      }
      return { openid, session: roles.length === 0 ? session : await login(openid) }
    },
  }
}

type Given = Pick<Stage, 'time' | 'logged' | 'keys' | 'secret'> & {
  wechat: WeChatServer
  client: DynamoDBDocumentClient
}

/** What every function works with; each is made as its handler makes it. */
const stageContext = (database: TestDatabase, { wechat, keys, secret, ...given }: Given): Context => {
  const context = contextOn(database, {
    ...given,
    clock: () => given.time.now,
    secrets: {
      'wechat-push': pushSecret,
      'session-keys': JSON.stringify({ keys: [keys.private] }),
      'session-public-keys': JSON.stringify({ keys: [keys.public] }),
    },
    otherSecret: secret,
  })
  const askWeChat = createWeChatFunction({
    ...context,
    api: wechat.origin,
    appid,
    secret: async () => appSecret,
    // How long it waits is tested elsewhere: here a busy machine must not be taken for a WeChat that is away.
    timeoutMs: 60_000,
  })
  const called: Readonly<Record<string, Invoke>> = {
    'identity-wechat': invoking(askWeChat),
    'identity-privacy': invoking(privacyOn(context)),
    'media-pictures': invoking(createPictures(context)),
  }
  return {
    ...context,
    functionOf: (name, timeoutMs) => called[name] ?? context.functionOf(name, timeoutMs),
  }
}

/** Made when it is asked: a test names the tables of those domains alone that it asks. */
const privacyOn = (context: Context) => (event: unknown) => createPrivacyFunction(context)(event)

/** The API of a domain, made when it is first asked: a test names the tables of those alone that it asks. */
const apisOn = (context: Context): Stage['apiOf'] => {
  const apis = new Map<string, Caller>()
  return (name) => {
    const api = apis.get(name) ?? callerOf(stageDomain(name).create(context))
    apis.set(name, api)
    return api
  }
}

const reading = ['GetItemCommand', 'QueryCommand', 'BatchGetItemCommand', 'ScanCommand']

const counting = (client: DynamoDBDocumentClient, writes: string[]): DynamoDBDocumentClient => {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        // What is refused throws here, and has written nothing.
        const answer = await next(args)
        if (!reading.includes(commandName)) writes.push(...writtenBy(args.input))
        return answer
      },
    { step: 'initialize', priority: 'low', name: 'testWrites' },
  )
  return client
}

const keySchema = z.object({ PK: z.string(), SK: z.string() })
const changeSchema = z.object({ Key: z.optional(keySchema), Item: z.optional(keySchema) })
const commandSchema = z.union([
  z.object({ TransactItems: z.array(z.record(z.string(), changeSchema)) }),
  changeSchema,
])

/** The keys of what a command wrote, as `PK / SK`; a command that cannot be read is returned as it is. */
const writtenBy = (input: unknown): string[] => {
  const parsed = z.safeParse(commandSchema, input)
  if (!parsed.success) return [JSON.stringify(input)]
  const changes =
    'TransactItems' in parsed.data ? parsed.data.TransactItems.flatMap(Object.values) : [parsed.data]
  return changes.map(({ Key, Item }) => `${(Key ?? Item)?.PK} / ${(Key ?? Item)?.SK}`)
}

const loadPlaces = async (database: TestDatabase): Promise<void> => {
  const store = createPlacesStore({ tableOf: database.tableOf, clock: Date.now })
  const places = Object.entries(outlets).map(([name, id]) =>
    buildPlace({ id, outletNo: id.slice(7), roles: name === 'plain' ? [] : ['love-aid'] }),
  )
  const applied = await store.applyImport({
    adcode: city,
    name: '淮安',
    region: null,
    places: [],
    upserts: places.map(({ doubts, ...place }) => ({ ...place, demo: false })),
    deletes: [],
    pinyin: {},
  })
  if (!applied.ok) throw new Error(`the import of the test was refused: ${applied.error}`)
}
