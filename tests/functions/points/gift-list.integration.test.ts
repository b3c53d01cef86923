/** The public list of a city's gifts under difficulties: ended gifts, long ones, many callers, slow counters, faults. */
import { brotliCompressSync } from 'node:zlib'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { giftSchema, giftsResponseSchema } from '../../../functions/points/contract'
import { pointsOperations } from '../../../functions/points/operations'
import { maxShards } from '../../../functions/points/rules/gifts'
import type { Item } from '../../../functions/shared/aws/table'
import { withDomain } from '../../support/engine/domain-engine'
import { type Fate, withFaults } from '../../support/faults/faults'
import { buildGifts, createGiftCity, longestFields, spent } from '../../support/samples/gift-country'
import { city, createPointsWorld, type PointsWorld, parsed } from '../../support/worlds/points-world'

const database = withDomain('points')
const listed = `/api/gifts?region=${city}`
const { maxReadUnits: most = 0, sharedReads } = pointsOperations.gifts
const shared = sharedReads?.readUnits ?? 0
/** For how long a count is shown. */
const countedFor = 2_000
/** For how long it is shown where it cannot be counted again. */
const servedForMs = 15_000

const giftsOf = async (world: Pick<PointsWorld, 'get'>) =>
  parsed(giftsResponseSchema, await world.get(listed)).gifts
const namesOf = async (world: Pick<PointsWorld, 'get'>) => (await giftsOf(world)).map(({ name }) => name)
const ended = { onSaleUntil: '2026-11-01T00:00:00Z' }

/** Counts what a client sends of that command. */
const counting = (client: DynamoDBDocumentClient, command: string) => {
  const counter = { sent: 0 }
  withFaults(client, (sent) => {
    if (sent === command) counter.sent += 1
    return null
  })
  return counter
}

/** Another function, whose table does as the fate says. */
const faulty = async (world: PointsWorld, fate: Fate) => {
  const other = await createPointsWorld(database, {
    client: withFaults(database.client({ maxAttempts: 1 }), fate),
  })
  other.time.now = world.time.now
  return other
}
const refusingWrites: Fate = (command) => (/^(Put|Update)Item/.test(command) ? 'throttle' : null)
const refusingShards: Fate = (command) => (command === 'BatchGetItemCommand' ? 'throttle' : null)

const countItems = async () =>
  (await database.scan('points')).filter(({ PK }) => String(PK).startsWith('gift-counts#'))
const put = (world: PointsWorld, item: Item) =>
  world.table.putOne({ ...item, PK: String(item.PK), SK: String(item.SK) })

describe('a gift whose sale has ended', () => {
  it('is not counted with the others of its city', async () => {
    const gifts = buildGifts(12, maxShards, (i) => (i === 0 ? {} : ended))
    const { world, counted } = await createGiftCity(database, gifts)
    const { readUnits } = await spent(counted, async () => expect(await giftsOf(world)).toHaveLength(1))
    // The shards of one, and the twelve gifts.
    expect(readUnits).toBeLessThan(maxShards)
  })

  it('is shown without its stock, as it cannot be ordered', async () => {
    const { world, counted } = await createGiftCity(
      database,
      buildGifts(2, maxShards, (i) => (i === 0 ? {} : ended)),
    )
    await giftsOf(world)
    const target = `/api/gifts/${city}-0000000001`
    const { readUnits } = await spent(counted, async () =>
      expect(parsed(giftSchema, await world.another().get(target))).toMatchObject({
        state: 'ended',
        left: 0,
      }),
    )
    expect(readUnits).toBeLessThanOrEqual(most)
  })
})

describe('two hundred gifts as long as they may be', () => {
  it('cost no more than is declared: one function counts, each other reads once what it found', async () => {
    const { world, counted } = await createGiftCity(database, buildGifts(200, 4, longestFields()))
    const first = await spent(counted, () => giftsOf(world))
    expect(first.readUnits).toBeLessThanOrEqual(most + shared)
    const another = world.another()
    const second = await spent(counted, async () => expect(await giftsOf(another)).toHaveLength(200))
    expect(second.readUnits).toBeLessThanOrEqual(most + 60)
    expect((await spent(counted, () => giftsOf(another))).readUnits).toBeLessThanOrEqual(most)
    expect(
      (await spent(counted, () => another.get(`/api/gifts/${city}-0000000007`))).readUnits,
    ).toBeLessThanOrEqual(most)
  })

  it('and more, which no item of the table holds, are counted by one for all too', async () => {
    const { world, counted } = await createGiftCity(database, buildGifts(400, 1, longestFields()))
    const first = await spent(counted, () => giftsOf(world))
    const another = world.another()
    const second = await spent(counted, async () => expect(await giftsOf(another)).toHaveLength(400))
    expect(second.readUnits).toBeLessThan(first.readUnits / 2)
  })
})

it('claiming to count writes one unit, and finishing one besides the document', async () => {
  const { world, counted } = await createGiftCity(database, buildGifts(200, 1))
  const { writeUnits } = await spent(counted, () => giftsOf(world))
  const document = (await countItems()).reduce(
    (sum, { bytes }) => sum + (bytes instanceof Uint8Array ? Math.ceil((bytes.length + 100) / 1024) : 0),
    0,
  )
  expect(writeUnits).toBeLessThanOrEqual(document + 2)
})

describe('of many functions that are asked at once, one counts', () => {
  it('where nobody has counted before, and the others wait for it', async () => {
    const client = database.client()
    const batches = counting(client, 'BatchGetItemCommand')
    let answered: Promise<unknown> = Promise.resolve()
    const { world } = await createGiftCity(database, buildGifts(2, 1), {
      client,
      sleep: async () => void (await answered),
    })
    const answers = Array.from({ length: 8 }, () => giftsOf(world.another()))
    answered = Promise.any(answers)
    expect((await Promise.all(answers)).map(({ length }) => length)).toEqual(Array(8).fill(2))
    expect(batches.sent).toBe(1)
  })

  it('after a change by staff, and the others answer with what they have', async () => {
    const client = database.client()
    const { world } = await createGiftCity(database, buildGifts(2, 1), { client })
    await giftsOf(world)
    await world.gift({ name: '新礼品', stock: 0 })
    const batches = counting(client, 'BatchGetItemCommand')
    await Promise.all(Array.from({ length: 8 }, () => giftsOf(world.another())))
    expect(batches.sent).toBe(1)
    expect(await namesOf(world)).toContain('新礼品')
  })
})

it('a slow count does not overwrite what staff have changed meanwhile', async () => {
  const { world } = await createGiftCity(database, buildGifts(2, 1))
  const client = database.client()
  let isOver = false
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'BatchGetItemCommand' && !isOver) {
        isOver = true
        await world.gift({ name: '新礼品', stock: 0 })
        expect(await namesOf(world)).toContain('新礼品')
      }
      return next(args)
    },
    { step: 'initialize', priority: 'low', name: 'testMeanwhile' },
  )
  const slow = await createPointsWorld(database, { client })
  expect(await namesOf(slow)).not.toContain('新礼品')
  expect(isOver).toBe(true)
  expect(await namesOf(world.another())).toContain('新礼品')
})

describe('what was counted by another version', () => {
  const others: [string, (item: Item) => Item][] = [
    ['in bytes that are no document', (item) => (item.bytes ? { ...item, bytes: Buffer.from('?') } : item)],
    [
      'of gifts without a price',
      (item) =>
        item.bytes
          ? { ...item, bytes: brotliCompressSync(JSON.stringify([{ id: `${city}-0000000000`, left: 1 }])) }
          : item,
    ],
    [
      'with another head',
      (item) => (item.bytes ? item : { PK: item.PK, SK: item.SK, counted: 'yes', until: '?' }),
    ],
  ]
  it.each(others)('%s, is counted anew', async (_, spoil) => {
    const { world, counted } = await createGiftCity(database, buildGifts(2, maxShards))
    await giftsOf(world)
    for (const item of await countItems()) await put(world, spoil(item))
    expect(await giftsOf(world.another())).toHaveLength(2)
    const { readUnits } = await spent(counted, () => giftsOf(world.another()))
    expect(readUnits).toBeLessThanOrEqual(most)
  })
})

describe('while the table accepts', () => {
  it('no writes, everybody gets what is counted', async () => {
    const { world } = await createGiftCity(database, buildGifts(2, 1))
    expect(await giftsOf(await faulty(world, refusingWrites))).toHaveLength(2)
    await giftsOf(world)
    world.time.now += countedFor
    expect(await giftsOf(await faulty(world, refusingWrites))).toHaveLength(2)
  })

  it('no reads of the stock, everybody gets what was counted last, for fifteen seconds', async () => {
    const { world } = await createGiftCity(database, buildGifts(2, 1))
    await giftsOf(world)
    world.time.now += countedFor
    const other = await faulty(world, refusingShards)
    expect(await giftsOf(other)).toHaveLength(2)
    other.time.now += servedForMs
    expect((await other.get(listed)).status).toBe(503)
  })
})

it('a city with many drafts and nothing published is read whole by one function, not at each look', async () => {
  const drafts = buildGifts(60, 1, () => ({ isPublished: false }))
  const { world, counted } = await createGiftCity(database, drafts)
  expect(await giftsOf(world)).toEqual([])
  const { readUnits } = await spent(counted, async () => expect(await giftsOf(world.another())).toEqual([]))
  expect(readUnits).toBeLessThanOrEqual(1)
})
