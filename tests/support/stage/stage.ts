/**
 * The whole product on one real engine at a set time: every API with its own table, people who log in as phones do, and
 * tokens that identity signed. Call `withEngine('identity', 'points', 'places')` at the top of the test file.
 */
import { randomBytes } from 'node:crypto'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createIdentityApi } from '../../../functions/identity/api'
import { type Role, type SessionResponse, sessionResponseSchema } from '../../../functions/identity/contract'
import { staffFragment } from '../../../functions/identity/fragments'
import { createIdentityStore, type IdentityStore } from '../../../functions/identity/store'
import { wechatService } from '../../../functions/identity/wechat/assemble'
import { createWeChat } from '../../../functions/identity/wechat/client'
import { createMetaApi } from '../../../functions/meta/api'
import { createPlacesApi } from '../../../functions/places/api'
import { placesFragment, reportersFragment } from '../../../functions/places/fragments'
import { reportAwards } from '../../../functions/places/service/report-awards'
import { createPlacesStore, createReviewStore } from '../../../functions/places/store'
import { createPointsApi } from '../../../functions/points/api'
import { holdings } from '../../../functions/points/fragments'
import { createDesks } from '../../../functions/points/service/desks'
import { createPointsStore } from '../../../functions/points/store'
import { createLogger } from '../../../functions/shared/logger'
import { revocationsIn } from '../../../functions/shared/revocation'
import { createSessionReader } from '../../../functions/shared/session'
import { type PrivateKey, type PublicKey, publicKeySchema } from '../../../functions/shared/signing'
import { type Item, openTable } from '../../../functions/shared/table'
import * as z from '../../../functions/shared/zod'
import { type Answer, type Caller, callerOf, type Sent } from '../api'
import type { Bench } from '../engine'
import { newSigningKey } from '../identity'
import { buildPlace } from '../places'
import { city, outlets, uuid7 } from '../points-world'
import { appid, appSecret, invoking, type WeChatServer } from '../wechat'

export const domains = ['places', 'identity', 'points', 'meta'] as const
export type Domain = (typeof domains)[number]
export const tables = ['places', 'identity', 'points'] as const

/** Where another centre works; it has no place and no gift here. */
export const anotherCity = '371600'

export type Somebody = { session: SessionResponse; openid: string }

export type Stage = {
  apis: Record<Domain, Caller>
  identity: IdentityStore
  time: { now: number }
  logged: string[]
  keys: { private: PrivateKey; public: PublicKey }
  secret: string
  /** Keys of what was written to any table, as `PK / SK`, in order. */
  writes: string[]
  /** Everything in all tables. */
  scan: () => Promise<Record<string, Item[]>>
  /** A new idempotency key of this moment. */
  key: () => string
  /** Asks from a network address of its own, unless told otherwise. */
  call: (domain: Domain, method: string, target: string, sent?: Sent) => Promise<Answer>
  login: (openid: string) => Promise<SessionResponse>
  /** What `wx.login` gives to that person's phone. */
  newLoginCode: (openid: string) => string
  /** Logs in with those roles, granted as the command line does. */
  enter: (openid: string, roles?: readonly Role[]) => Promise<Somebody>
}

/** Far ahead: DynamoDB Local, alone of the engines, removes what has expired by the machine's own clock. */
const stageDay = '2036-11-18T10:00:00+08:00'

export const createStage = async (
  bench: Bench,
  wechat: WeChatServer,
  options: { client?: DynamoDBDocumentClient } = {},
): Promise<Stage> => {
  const time = { now: Date.parse(stageDay) }
  const [logged, writes]: [string[], string[]] = [[], []]
  const key = newSigningKey(time.now)
  const keys = { private: key, public: z.parse(publicKeySchema, key) }
  const secret = 'the secret of the points, as long as it has to be'
  const client = counting(options.client ?? bench.client(), writes)
  const { identity, apis } = apisOn(bench, { wechat, time, logged, keys, secret, client })
  await loadPlaces(bench)
  let requests = 0
  const call: Stage['call'] = (domain, method, target, sent) => {
    requests++
    const sourceIp = `198.18.${Math.floor(requests / 250)}.${1 + (requests % 250)}`
    return apis[domain].call(method, target, { sourceIp, ...sent })
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
    apis,
    identity,
    time,
    logged,
    keys,
    secret,
    writes,
    scan: async () =>
      Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await bench.scan(name)]))),
    key: () => uuid7(time.now, Math.random),
    call,
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

/** The APIs as their handlers put them together. */
const apisOn = (bench: Bench, { wechat, time, logged, keys, secret, client }: Given) => {
  const clock = () => time.now
  const log = createLogger({ clock, write: (line) => logged.push(line) })
  const open = (name: string) => openTable({ name: bench.tableNameOf(name), client, sleep: async () => {} })
  const [places, points] = [open('places'), open('points')]
  const publicKeys = async () => [keys.public]
  const sessions = createSessionReader({ publicKeys, isRevoked: revocationsIn(open('identity')), clock })
  const identity = createIdentityStore(open('identity'), { clock, random: randomBytes })
  const store = createPointsStore(points, { clock, random: randomBytes })
  const common = { sessions, clock, log }
  const asking = {
    table: open('identity'),
    api: wechat.origin,
    appid,
    secret: async () => appSecret,
    clock,
    random: randomBytes,
    log,
    // How long it waits is tested elsewhere: here a busy machine must not be taken for a WeChat that is away.
    timeoutMs: 60_000,
  }
  const handlers = {
    places: createPlacesApi({
      ...common,
      store: createPlacesStore(places, { clock, random: randomBytes }),
      review: createReviewStore(places, reportAwards(points, clock), clock),
    }),
    identity: createIdentityApi({
      store: identity,
      holdings: holdings(points, { clock }),
      reporters: reportersFragment(places),
      wechat: createWeChat(invoking(wechatService(asking)), log),
      privateKeys: async () => [keys.private],
      publicKeys,
      clock,
      log,
    }),
    points: createPointsApi({
      ...common,
      store,
      desks: createDesks(points, store, { clock, random: randomBytes }),
      places: placesFragment(places),
      staff: staffFragment(open('identity')),
      secret: async () => secret,
    }),
    meta: createMetaApi({ version: 'test', clock, log }),
  }
  const apis = {
    places: callerOf(handlers.places),
    identity: callerOf(handlers.identity),
    points: callerOf(handlers.points),
    meta: callerOf(handlers.meta),
  }
  return { identity, apis }
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

/** The keys of what a command wrote, as `PK / SK`; a command that cannot be read is told as it is. */
const writtenBy = (input: unknown): string[] => {
  const parsed = z.safeParse(commandSchema, input)
  if (!parsed.success) return [JSON.stringify(input)]
  const changes =
    'TransactItems' in parsed.data ? parsed.data.TransactItems.flatMap(Object.values) : [parsed.data]
  return changes.map(({ Key, Item }) => `${(Key ?? Item)?.PK} / ${(Key ?? Item)?.SK}`)
}

const loadPlaces = async (bench: Bench): Promise<void> => {
  const store = createPlacesStore(bench.tableOf('places'))
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
