/**
 * Partitions that give so many units a second and no more. Callers meanwhile get an answer, or 503 with the time after which to retry, and
 * nothing is lost, nothing counts twice, and afterwards everybody has what they requested.
 */
import { sessionResponseSchema } from '../../../functions/identity/contract'
import { defaultRules } from '../../../functions/points/rules/default-rules'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { type PartitionLimits, withPartitions } from '../../support/faults/partitions'
import { booksOf } from '../../support/ledger-model/books'
import { violationsIn } from '../../support/ledger-model/invariants'
import { buildPlace } from '../../support/samples/places'
import type { Answer } from '../../support/worlds/api'
import { callerNames, grantPoints, orderConcurrently } from '../../support/worlds/concurrent-callers'
import { createIdentityWorld } from '../../support/worlds/identity'
import { createPointsWorld } from '../../support/worlds/points-world'
import { createWorld } from '../../support/worlds/world'
import { withWeChat } from '../security/kit'

const database = withDomain('places', 'points')
const wechat = withWeChat()
jest.setTimeout(300_000)

/** A thousandth of what DynamoDB gives, and requests that come as fast as many callers send them. */
const tight: PartitionLimits = { readUnits: 3, writeUnits: 4, msOfRequest: 5 }
/** The SDK asks once more, as it does three times in the cloud. */
const impatient = { maxAttempts: 2 }

/** An answer, or 503 with Retry-After; never an error of ours. */
const expectPlain = (answers: readonly Answer[]) => {
  for (const { status, headers, json } of answers) {
    expect([200, 503]).toContain(status)
    if (status === 503) expect(json()).toMatchObject({ code: 'unavailable' })
    if (status === 503) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  }
}
const refusedOf = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 503).length

it('a city’s catalogue is served to many cold functions at once', async () => {
  const client = database.client(impatient)
  const world = createWorld(database, { client })
  await world.load([buildPlace()])
  // Packed by the first of all functions.
  await world.get('/api/regions/320800/places')
  const partitions = withPartitions(client, tight)
  const ask = () =>
    Promise.all(Array.from({ length: 30 }, () => world.another().get('/api/regions/320800/places')))
  const answers = await ask()
  expectPlain(answers)
  expect(refusedOf(answers)).toBeGreaterThan(0)
  expect(partitions.refused()).toBeGreaterThan(0)
  partitions.calm()
  expect(refusedOf(await ask())).toBe(0)
  expect(world.logged.join()).not.toContain('request-crashed')
})

it('reports of a place count once each, also where the caller had to retry', async () => {
  const client = database.client(impatient)
  const world = createWorld(database, { client })
  await world.load([buildPlace()])
  const partitions = withPartitions(client, tight)
  const send = (n: number) =>
    world
      .another()
      .post('/api/places/320800-32080290/reports', { fact: 'locked' }, { sourceIp: `198.${n}.100.1` })
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => send(n)))
  expectPlain(answers)
  expect(partitions.refused()).toBeGreaterThan(0)
  partitions.calm()
  for (let n = 0; n < 12; n++) expect((await send(n)).status).toBe(200)
  const items = await database.scan('places')
  expect(items.filter(({ SK }) => String(SK).startsWith('report#'))).toHaveLength(12)
  expect(items.find(({ SK }) => SK === 'fact#locked')).toMatchObject({ count: 12 })
})

it('of a gift that many order at once exactly the stock is sold, and nobody pays twice', async () => {
  const client = database.client(impatient)
  const first = await createPointsWorld(database, { client })
  const gift = await first.gift({ price: 5, stock: 12, perPerson: 1 })
  const people = callerNames(20)
  await grantPoints(first.table, people, 12, first.time.now)
  first.time.now += 60_000
  const functions = [first, ...Array.from({ length: 9 }, () => first.another())]
  const partitions = withPartitions(client, tight)
  const tried = await orderConcurrently(functions, people, gift.id)
  expect(partitions.refused()).toBeGreaterThan(0)
  expect(Object.keys(tried.counts).filter((code) => !/^(ok|409 |503 unavailable)/.test(code))).toEqual([])
  partitions.calm()
  const repeated = await orderConcurrently(functions, people, gift.id, tried.keys)
  expect(repeated.counts).toEqual({ ok: 12, '409 sold-out': 8 })
  // Whoever got an order at first still has the same one.
  const kept = tried.orders.filter((order) => order !== null)
  expect(repeated.orders).toEqual(expect.arrayContaining(kept))
  const books = booksOf(await database.scan('points'))
  expect(violationsIn(books, defaultRules)).toEqual([])
  expect(books.orders).toHaveLength(12)
})

it('a batch read with unprocessed keys is completed, so that no piece of stock is missed', async () => {
  const client = database.client(impatient)
  const world = await createPointsWorld(database, { client })
  const gift = await world.gift({ stock: 2_000 })
  const partitions = withPartitions(client, { readUnits: 1, writeUnits: 4, msOfRequest: 60 })
  for (let n = 0; n < 12; n++) {
    // The first of its shards are asked for so often that they are refused.
    await world.store.stock.readShards({ id: gift.id, shards: 3 }, { consistent: false })
    expect((await world.store.stock.readLeft([gift])).get(gift.id)).toBe(2_000)
  }
  expect(partitions.refused()).toBeGreaterThan(0)
})

it('nobody loses a session to a refresh that was throttled', async () => {
  const client = database.client(impatient)
  const world = createIdentityWorld(database, wechat.server, { client })
  const sessions = []
  for (let n = 0; n < 6; n++) sessions.push(await world.login(`oCrowd-${String(n).padStart(6, '0')}`))
  const partitions = withPartitions(client, { ...tight, writeUnits: 0.5, readUnits: 0.5 })
  const renew = ({ refresh }: { refresh: string }) => world.refresh(refresh)
  const answers = await Promise.all(sessions.map(renew))
  expectPlain(answers)
  partitions.calm()
  for (const [i, session] of sessions.entries()) {
    const answer = answers[i]
    const renewed = answer?.status === 200 ? answer : await renew(session)
    expect(renewed.status).toBe(200)
    const { access } = z.parse(sessionResponseSchema, renewed.json())
    expect((await world.as({ access }, 'GET', '/api/me')).status).toBe(200)
  }
  expect(world.logged.join()).not.toContain('session-reused')
  expect(world.logged.join()).not.toContain('request-crashed')
})
