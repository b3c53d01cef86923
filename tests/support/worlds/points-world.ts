/**
 * A points API on a real engine at a set time, with people, outlets and gifts: call `withDomain('points')` at the
 * top of the test file and `await createPointsWorld(database)` in the test.
 */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createAuditFunction } from '../../../functions/audit'
import type { DomainName } from '../../../functions/domains'
import type { Role } from '../../../functions/identity/contract'
import { createPlacesStore } from '../../../functions/places'
import { createPoints, createPointsFunction, createPointsSweep } from '../../../functions/points'
import {
  type Account,
  accountSchema,
  type Order,
  orderSchema,
  type PickupCode,
  pickupCodeSchema,
} from '../../../functions/points/contract'
import { holdings } from '../../../functions/points/fragments'
import { adjusted } from '../../../functions/points/rules/account'
import { pickupDigits } from '../../../functions/points/rules/rolling-code'
import type { PointsService } from '../../../functions/points/service'
import type { Desks } from '../../../functions/points/service/desks'
import type { Swept } from '../../../functions/points/service/sweep'
import { accountWrites } from '../../../functions/points/store/account/accounts'
import type { GiftItem } from '../../../functions/points/store/gift/gifts'
import type { Context } from '../../../functions/shared/aws/context'
import { openTable, type Table } from '../../../functions/shared/aws/table'
import { keyOf } from '../../../functions/shared/codes/rolling-code'
import type { GatewayHandler } from '../../../functions/shared/http/lambda'
import * as z from '../../../functions/shared/zod'
import { createTasksFunction } from '../../../functions/tasks'
import type { TestDatabase } from '../engine/engine'
import { buildPlace } from '../samples/places'
import { seeded } from '../samples/random'
import { type Answer, type Caller, callerOf } from './api'
import { testContext } from './context'
import { domainOf } from './domain-of'
import { personNamed, type TestSessions, testSessions } from './sessions'

export const city = '320800'
/** Outlets that are there: the first two carry a love-aid plaque, the third is a post station, the last is neither. */
export const outlets = {
  first: '320800-32080290',
  second: '320800-32080216',
  station: '320800-32080720',
  plain: '320800-32080101',
} as const

export type Sent = { key?: string; headers?: Record<string, string> }
/** Somebody who asks, with the roles they hold. */
export type Person = {
  id: string
  get: (target: string) => Promise<Answer>
  post: (target: string, body?: unknown, sent?: Sent) => Promise<Answer>
  put: (target: string, body: unknown) => Promise<Answer>
  delete: (target: string) => Promise<Answer>
  /** Orders at the first outlet under a new key by default. */
  order: (gift: string | { id: string }, how?: { outlet?: string; key?: string }) => Promise<Answer>
  /** Orders and gives the order; throws where it was refused. */
  ordered: (gift: string | { id: string }, how?: { outlet?: string; key?: string }) => Promise<Order>
  account: (region?: string) => Promise<Account>
  cancel: (order: string) => Promise<Answer>
  /** The eight digits that the phone shows now. */
  pickupDigits: (order: string) => Promise<string>
}

export type GiftOverrides = Partial<
  Pick<GiftItem, 'name' | 'category' | 'price' | 'perPerson' | 'onSaleFrom' | 'onSaleUntil' | 'outlets'>
> & { stock?: number; region?: string; isPublished?: boolean }

export type PointsWorld = Caller & {
  store: PointsService
  desks: Desks
  /** What is held of people, as a domain that uses the fragment has it. */
  holdings: ReturnType<typeof holdings>
  table: Table
  /** Ms since 1970; set it to let time pass. */
  time: { now: number }
  logged: string[]
  sessions: TestSessions
  secret: string
  /** `as('lin')`: a person with a readable id. */
  as: (name: string, roles?: readonly Role[]) => Person
  /** Somebody who said that they are under 18. */
  minor: (name: string) => Person
  /** The owner of that outlet. */
  owner: (name: string, outlet?: string) => Person
  staff: (name: string, powers?: Extract<Role, { kind: 'staff' }>['powers'], region?: string) => Person
  /** By default published, with pieces to order, 100 points, no limit a person. */
  gift: (overrides?: GiftOverrides) => Promise<GiftItem>
  /** Gives points as staff do by an adjustment: no cap counts them, and they are of the year that `time` says. */
  give: (name: string, points: number, region?: string) => Promise<void>
  /** A new idempotency key of this moment. */
  key: () => string
  sweep: (until?: number) => Promise<Swept>
  /** Another function of the same API: nothing in its memory. */
  another: () => PointsWorld
}

export type PointsWorldOptions = {
  at?: string
  /** In place of `at`: the test’s own clock, where it has to run before the world is there. */
  time?: { now: number }
  client?: DynamoDBDocumentClient
  /** So that several worlds on one table do not draw the same numbers. */
  seed?: number
  /** Whether the city has another who could approve; true if absent. */
  isHeldByAnother?: () => Promise<boolean>
  /** Stands between those who ask and the API, or in its place. */
  through?: (api: GatewayHandler) => GatewayHandler
  /** Stands between the function and a table, to make happen what seldom does. */
  between?: (table: Table, domain: string) => Table
  /** How the table waits between its tries; not at all if absent. */
  sleep?: (ms: number) => Promise<void>
}

/** A Wednesday, ten in the morning in China. */
export const pointsDay = '2026-11-18T10:00:00+08:00'

export const createPointsWorld = async (
  database: TestDatabase,
  options: PointsWorldOptions = {},
): Promise<PointsWorld> => {
  await loadPlaces(database)
  const time = options.time ?? { now: Date.parse(options.at ?? pointsDay) }
  return worldAt(database, options, { time, logged: [], sessions: testSessions({ clock: () => time.now }) })
}

type Shared = Pick<PointsWorld, 'time' | 'logged' | 'sessions'>

const worldAt = (database: TestDatabase, options: PointsWorldOptions, shared: Shared): PointsWorld => {
  const { time, logged, sessions } = shared
  const { seed = 1, sleep = async () => {}, between = (table) => table } = options
  const clock = () => time.now
  const numbers = seeded(seed)
  const random = (n: number) => Uint8Array.from({ length: n }, () => numbers.between(0, 255))
  const client = options.client ?? database.client()
  const { context: given } = testContext(database, { clock, logged, sessions, otherSecret: secret })
  const context: Context = {
    ...given,
    random,
    // Faults and counts are about points and what it works on; who asks is looked up by another client.
    tableOf: (domain) =>
      domain === 'identity'
        ? given.tableOf(domain)
        : between(
            openTable({ name: database.tableNameOf(domain), client, random: numbers.next, sleep }),
            domain,
          ),
  }
  const table = context.tableOf('points')
  const { service: store, desks } = createPoints(context)
  const caller = callerOfDomains(context, options)
  const key = () => uuid7(time.now, numbers.next)
  const as = (name: string, roles: readonly Role[] = [], minor = false) =>
    personOf({ caller, sessions, time, key }, name, roles, minor)
  return {
    ...caller,
    ...shared,
    store,
    desks,
    holdings: holdings({ points: table, audit: context.tableOf('audit') }, { clock }),
    table,
    secret,
    key,
    as: (name, roles) => as(name, roles),
    minor: (name) => as(name, [], true),
    owner: (name, outlet = outlets.first) => as(name, [{ kind: 'owner', region: city, outlets: [outlet] }]),
    staff: (name, powers = ['gifts', 'review', 'audit'], region = city) =>
      as(name, [{ kind: 'staff', region, powers }]),
    gift: (overrides) => makeGift(desks, key, overrides),
    give: (name, points, region = city) =>
      give(table, store, { person: personNamed(name), region }, points, clock()),
    sweep: createPointsSweep(context),
    another: () => worldAt(database, { ...options, seed: seed + 1000 + numbers.between(0, 1e6) }, shared),
  }
}

/** Each target is asked of the function that has its path; of that of points where none has. */
const callerOfDomains = (
  context: Context,
  { isHeldByAnother = async () => true, through = (handler) => handler }: PointsWorldOptions,
): Caller => {
  const points = callerOf(through(createPointsFunction(context, { isHeldByAnother })))
  const others: Partial<Record<DomainName, Caller>> = {
    audit: callerOf(createAuditFunction(context)),
    tasks: callerOf(createTasksFunction(context)),
  }
  const callerFor = (target: string): Caller => {
    const domain = domainOf(target)
    return (domain && others[domain]) ?? points
  }
  return {
    call: (method, target, sent) => callerFor(target).call(method, target, sent),
    get: (target, headers) => callerFor(target).get(target, headers),
    post: (target, body, sent) => callerFor(target).post(target, body, sent),
  }
}

/** For `between`: no look at something can be put on record. */
export const withoutRecords = (table: Table, domain: string): Table =>
  domain === 'audit' ? { ...table, transact: () => Promise.reject(new Error('the table is full')) } : table

const secret = 'the secret of the points, as long as it has to be'

type Asking = Pick<PointsWorld, 'sessions' | 'time' | 'key'> & { caller: Caller }

const personOf = (
  { caller, sessions, time, key }: Asking,
  name: string,
  roles: readonly Role[],
  minor: boolean,
): Person => {
  const id = personNamed(name)
  const as = () => sessions.as(id, roles, minor)
  const call = (method: string, target: string, body?: unknown, sent: Sent = {}) =>
    caller.call(method, target, {
      ...(body !== undefined && { body }),
      headers: {
        ...as(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(sent.key && { 'idempotency-key': sent.key }),
        ...sent.headers,
      },
    })
  const order: Person['order'] = (gift, how = {}) =>
    call(
      'POST',
      '/api/orders',
      { gift: typeof gift === 'string' ? gift : gift.id, outlet: how.outlet ?? outlets.first },
      { key: how.key ?? key() },
    )
  return {
    id,
    get: (target) => call('GET', target),
    post: (target, body = {}, sent) => call('POST', target, body, sent),
    put: (target, body) => call('PUT', target, body),
    delete: (target) => call('DELETE', target),
    order,
    ordered: async (gift, how) => parsed(orderSchema, await order(gift, how)),
    account: async (region = city) =>
      parsed(accountSchema, await call('GET', `/api/points/account?region=${region}`)),
    cancel: (order) => call('POST', `/api/orders/${order}/cancel`, {}),
    pickupDigits: async (order) => {
      const code: PickupCode = parsed(pickupCodeSchema, await call('GET', `/api/orders/${order}/pickup-code`))
      return pickupDigits(keyOf(code.key), code.slot, time.now)
    },
  }
}

/** What was answered, parsed as the contract promises it; throws with the answer where it was refused. */
export const parsed = <T extends z.ZodMiniType>(schema: T, answer: Answer): z.infer<T> => {
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.json())}`)
  return z.parse(schema, answer.json())
}

/** Status and code of an answer, for tests that compare refusals: `409 sold-out`. */
export const refusal = (answer: Answer): string =>
  `${answer.status} ${z.parse(z.object({ code: z.string() }), answer.json()).code}`

/** RFC 9562, version 7. */
export const uuid7 = (at: number, random: () => number): string => {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('')
  const time = Math.floor(at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[Math.floor(random() * 4)]}${hex(3)}-${hex(12)}`
}

const makeGift = async (
  desks: Desks,
  key: () => string,
  overrides: GiftOverrides = {},
): Promise<GiftItem> => {
  const { stock = 10, region = city, isPublished = true, ...given } = overrides
  const by = personNamed('staff')
  const fields = {
    name: '洗衣液',
    category: 'charity-goods' as const,
    about: '两公斤装。',
    price: 100,
    perPerson: null,
    onSaleFrom: null,
    onSaleUntil: null,
    outlets: [outlets.first, outlets.second],
    ...given,
  }
  const tail = key().replaceAll('-', '').slice(-10)
  const made = must(
    await desks.gifts.createGift({ ...fields, id: `${region}-${tail}`, region, asked: 'x', demo: false, by }),
  )
  const changed = { ...fields, isPublished, version: made.version, by }
  const published = must(await desks.gifts.changeGift(made.id, changed))
  if (stock === 0) return published
  return must(await desks.gifts.changeStock(made.id, { change: stock, version: published.version, by }))
}

const give = async (
  table: Table,
  store: PointsService,
  owner: { person: string; region: string },
  points: number,
  at: number,
): Promise<void> => {
  const account = await store.readAccount(owner, { consistent: true })
  const adjustment = `${owner.region}-000000000${account.seq % 10}`
  const change = must(adjusted(account, { points, adjustment, text: '测试', at }))
  must(await table.transact(accountWrites(table, owner, account, change)))
}

const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`the world of the test was refused: ${JSON.stringify(result.error)}`)
  return result.value
}

/** Loads without the faults that a test may have hung on its own client. */
const loadPlaces = async (database: TestDatabase): Promise<void> => {
  const store = createPlacesStore({ tableOf: database.tableOf, clock: Date.now })
  if (await store.readRegion(city, { consistent: true })) return
  const roles = { first: ['love-aid'], second: ['love-aid'], station: ['post-station'], plain: [] } as const
  const places = Object.entries(outlets).map(([name, id]) =>
    buildPlace({
      id,
      outletNo: id.slice(7),
      roles: [...roles[z.parse(z.enum(['first', 'second', 'station', 'plain']), name)]],
    }),
  )
  must(
    await store.applyImport({
      adcode: city,
      name: '淮安',
      region: null,
      places: [],
      upserts: places.map(({ doubts, ...place }) => ({ ...place, demo: false })),
      deletes: [],
      pinyin: {},
    }),
  )
}

/** Pieces of a gift over all its shards: left, taken, handed over. */
export const stockOf = async (world: PointsWorld, gift: { id: string; shards: number }) => {
  const shards = await world.store.stock.readShards(gift, { consistent: true })
  const sum = (of: 'left' | 'taken' | 'handedOver') => shards.reduce((total, shard) => total + shard[of], 0)
  return [sum('left'), sum('taken'), sum('handedOver')]
}
