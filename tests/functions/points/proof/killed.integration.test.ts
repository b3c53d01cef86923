/** The bundle that would be uploaded, under AWS's runtime client, killed in the middle of requests that are then sent again. */
import { pickupCheckSchema, pickupCodeSchema } from '../../../../functions/points/contract'
import { defaultRules } from '../../../../functions/points/rules/default-rules'
import { pickupDigits } from '../../../../functions/points/rules/rolling-code'
import { keyOf } from '../../../../functions/shared/codes/rolling-code'
import * as z from '../../../../functions/shared/zod'
import { readAssembly } from '../../../../infra/local/builds/assembly'
import { assemblyFolder, synthesize } from '../../../../infra/local/builds/builds'
import { localTemplate } from '../../../../infra/local/builds/templates'
import { type Engine, startEngine } from '../../../../infra/local/engine/engine'
import { localEnvironment } from '../../../../infra/local/runtime/environment'
import type { FunctionSpec } from '../../../../infra/local/runtime/worker'
import { openSecretsStore } from '../../../../infra/local/stand-ins/secrets'
import { startSecretsManager } from '../../../../infra/local/stand-ins/secrets-manager'
import type { StandInServer } from '../../../../infra/local/stand-ins/server'
import { tablesOfDomain } from '../../../support/engine/domain-engine'
import { openDatabase, type TestDatabase } from '../../../support/engine/engine'
import { type KillableFunction, startKillableFunction } from '../../../support/faults/killable-function'
import { isFull } from '../../../support/full-histories'
import { type Books, booksOf } from '../../../support/ledger-model/books'
import { violationsIn } from '../../../support/ledger-model/invariants'
import { type Random, seeded } from '../../../support/samples/random'
import type { Answer } from '../../../support/worlds/api'
import { callerNames, grantPoints } from '../../../support/worlds/concurrent-callers'
import { city, createPointsWorld, outlets, type PointsWorld } from '../../../support/worlds/points-world'
import { personNamed } from '../../../support/worlds/sessions'

const minutes = 60_000
const seed = Number(process.env.LEDGER_SEED ?? 20_260_919)
let engine: Engine
let secrets: StandInServer
let killable: KillableFunction | undefined

beforeAll(async () => {
  await synthesize()
  engine = await startEngine()
}, 5 * minutes)
afterAll(async () => {
  await killable?.stop()
  await secrets?.stop()
  await engine?.stop()
})

const specOf = (database: TestDatabase, secretsUrl: string): FunctionSpec => {
  const { functions } = readAssembly(assemblyFolder)
  const found = [...functions.values()].find(({ name }) => name === 'fuyi-local-points')
  if (!found) throw new Error('there is no function of the points')
  const { unresolved: _, ...spec } = found
  const nowhere = 'http://127.0.0.1:9'
  const endpoints = {
    database: engine.endpoint,
    secrets: secretsUrl,
    functions: nowhere,
    addresses: nowhere,
    objects: nowhere,
    wechat: nowhere,
  }
  const tables = {
    TABLE_NAME: database.tableNameOf('points'),
    PLACES_TABLE_NAME: database.tableNameOf('places'),
    IDENTITY_TABLE_NAME: database.tableNameOf('identity'),
  }
  // It is asked without a distribution before it, so there is no secret to be known by.
  const { ORIGIN_VERIFY: __, ...local } = localEnvironment(endpoints, '')
  return { ...spec, environment: { ...spec.environment, ...local, ...tables } }
}

/** Sent until there is an answer: what the gateway says of a function that died is none. */
const insist = async (ask: () => Promise<Answer>): Promise<Answer> => {
  for (let sent = 1; sent <= 40; sent++) {
    const answer = await ask()
    if (answer.status !== 500 && answer.status !== 503) return answer
    // A 500 of the function itself has a code, and is nothing to insist on.
    expect(answer.json()).toEqual(
      answer.status === 503
        ? expect.objectContaining({ code: 'unavailable' })
        : { message: 'Internal Server Error' },
    )
  }
  throw new Error('it was never answered')
}

type Scene = {
  world: PointsWorld
  random: Random
  gifts: readonly string[]
  codes: readonly string[]
  kept: Kept
}
/** What people were answered, and what must therefore be stored. */
type Kept = { orders: { id: string; key: string; person: string }[]; handedOver: string[] }

const idSchema = z.object({ id: z.string() })

const orderOne = async ({ world, random, gifts, kept }: Scene, name: string) => {
  const key = world.key()
  const gift = random.pick(gifts)
  const answer = await insist(() => world.as(name).order(gift, { key }))
  if (answer.status !== 200) return
  const { id } = z.parse(idSchema, answer.json())
  kept.orders.push({ id, key, person: world.as(name).id })
  const repeated = await insist(() => world.as(name).order(gift, { key }))
  expect(z.parse(idSchema, repeated.json()).id).toBe(id)
}

const handOver = async ({ world, kept }: Scene, name: string, order: string) => {
  const seller = world.owner('seller')
  const shown = await insist(() => world.as(name).get(`/api/orders/${order}/pickup-code`))
  if (shown.status !== 200) return
  const { key, slot } = z.parse(pickupCodeSchema, shown.json())
  const digits = pickupDigits(keyOf(key), slot, Date.now())
  const checked = await insist(() => seller.post('/api/pickups/checks', { place: outlets.first, digits }))
  if (checked.status !== 200) return
  const { ticket } = z.parse(pickupCheckSchema, checked.json())
  const done = await insist(() => seller.post('/api/pickups', { place: outlets.first, ticket }))
  if (done.status === 200) kept.handedOver.push(order)
}

/** Something that this person does next, to its end. */
const act = async (scene: Scene, name: string): Promise<void> => {
  const { world, random, kept, codes, gifts } = scene
  const person = world.as(name)
  const own = kept.orders.filter((order) => order.person === person.id)
  const action = random.weighted([
    [5, 'order'],
    [3, 'cancel'],
    [3, 'hand over'],
    [1, 'check in'],
    [2, 'code'],
    [1, 'wait'],
  ])
  if (action === 'order' || (own.length === 0 && (action === 'cancel' || action === 'hand over')))
    return orderOne(scene, name)
  if (action === 'cancel') await insist(() => person.cancel(random.pick(own).id))
  if (action === 'hand over') await handOver(scene, name, random.pick(own).id)
  if (action === 'check in') await insist(() => person.post('/api/points/check-ins', { region: city }))
  if (action === 'code') await insist(() => person.post('/api/points/codes', { code: random.pick(codes) }))
  if (action === 'wait') await insist(() => person.post(`/api/gifts/${random.pick(gifts)}/waiting`, {}))
}

const soundBooks = async (database: TestDatabase): Promise<Books> => {
  const books = booksOf(await database.scan('points'))
  expect(violationsIn(books, defaultRules)).toEqual([])
  return books
}

it(
  'a function killed in the middle of any work loses nothing and doubles nothing',
  async () => {
    const database = openDatabase(engine, await localTemplate('data'), tablesOfDomain('points'))
    await database.clear()
    const random = seeded(seed)
    const through = () => (event: unknown) => {
      if (!killable) throw new Error('nothing is to be asked before it runs')
      return killable.handler(event)
    }
    const world = await createPointsWorld(database, { seed, through })
    // The function goes by the clock on the wall, so everything here has to.
    Object.defineProperty(world.time, 'now', { get: Date.now })
    const store = openSecretsStore()
    store.create({
      name: 'fuyi/local/session-public-keys',
      value: JSON.stringify({ keys: [world.sessions.publicKey] }),
    })
    store.create({ name: 'fuyi/local/points', value: world.secret })
    secrets = await startSecretsManager(store)
    killable = await startKillableFunction({
      spec: specOf(database, secrets.url),
      endpoint: engine.endpoint,
      random,
      oneIn: 4,
    })

    const people = callerNames(8)
    await grantPoints(world.table, people, 60, Date.now())
    const gifts = [
      await world.gift({ price: 7, stock: 3 }),
      await world.gift({ price: 4, stock: 6, perPerson: 2 }),
    ]
    const maker = personNamed('maker')
    const made = await world.desks.batches.createBatch(
      {
        id: `${city}-0000000001`,
        region: city,
        label: '集市',
        count: 5,
        points: 9,
        until: '2099-12-31',
        asked: 'x',
        by: maker,
        approvedBy: personNamed('approver'),
      },
      world.secret,
    )
    expect(made.ok).toBe(true)
    const printed = await world.desks.batches.readCodes({ id: `${city}-0000000001`, by: maker }, world.secret)
    const codes = printed.ok ? printed.value.codes.map(({ code }) => code) : []
    const kept: Kept = { orders: [], handedOver: [] }
    const scene: Scene = { world, random, gifts: gifts.map(({ id }) => id), codes, kept }

    const isRare = () => Math.min(killable?.kills.before ?? 0, killable?.kills.after ?? 0) <= 5
    // When a function dies is a matter of luck: as many rounds as it takes to have died before and after writes.
    for (let round = 0; round < (isFull ? 40 : 20) || (isRare() && round < 80); round++) {
      await Promise.all(random.sample(people, 3).map((name) => act(scene, name)))
      const { orders } = await soundBooks(database)
      for (const { id, person } of kept.orders)
        expect(orders.find((order) => order.id === id)).toMatchObject({ person })
      for (const id of kept.handedOver)
        expect(orders.find((order) => order.id === id)).toMatchObject({ state: 'picked-up' })
    }
    const { before, after } = killable.kills
    expect(before).toBeGreaterThan(5)
    expect(after).toBeGreaterThan(5)
    expect(killable.logged.filter((line) => line.includes('request-crashed'))).toEqual([])
  },
  5 * minutes,
)
