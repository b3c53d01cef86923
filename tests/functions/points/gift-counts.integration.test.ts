/**
 * What anybody may ask of a large city's gifts: two hundred of them, each of a stock that is spread as widely as it can be.
 * The worst is a function with nothing in its memory.
 */
import { giftSchema, giftsResponseSchema } from '../../../functions/points/contract'
import { pointsOperations } from '../../../functions/points/operations'
import { maxShards } from '../../../functions/points/rules/gifts'
import { stockKey } from '../../../functions/points/store/keys'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { withFaults } from '../../support/faults/faults'
import { buildGifts, createGiftCity, spent } from '../../support/samples/gift-country'
import { city, createPointsWorld, type PointsWorld } from '../../support/worlds/points-world'

const database = withDomain('points')
jest.setTimeout(300_000)
const listed = `/api/gifts?region=${city}`
/** For how long a count is shown. */
const countedFor = 2_000

const withGifts = (count: number, shards: number) => createGiftCity(database, buildGifts(count, shards))
const giftsOf = async (world: Pick<PointsWorld, 'get'>) =>
  z.parse(giftsResponseSchema, (await world.get(listed)).json()).gifts

describe('the gifts of a city of two hundred', () => {
  const most = pointsOperations.gifts.maxReadUnits ?? 0

  it('cost any function no more than they declare, once one has counted them', async () => {
    const { world, counted } = await withGifts(200, 4)
    const shared = await spent(counted, () => giftsOf(world))
    expect(shared.readUnits).toBeLessThanOrEqual(pointsOperations.gifts.sharedReads?.readUnits ?? 0)
    const another = world.another()
    expect((await spent(counted, () => giftsOf(another))).readUnits).toBeLessThanOrEqual(most)
    expect(await giftsOf(another)).toHaveLength(200)
  })

  it('are counted anew by one function for all', async () => {
    const { world, counted } = await withGifts(200, 1)
    const once = (await spent(counted, () => giftsOf(world))).readUnits
    world.time.now += countedFor
    const functions = Array.from({ length: 20 }, () => world.another())
    const { readUnits } = await spent(counted, () => Promise.all(functions.map(giftsOf)))
    expect(readUnits).toBeLessThanOrEqual(once + functions.length * most)
  })

  it('are at most two seconds old while requests keep coming', async () => {
    const { world } = await withGifts(3, 1)
    const [first] = await giftsOf(world)
    await world.give('lin', 1_000)
    await world.as('lin').ordered(first?.id ?? '')
    world.time.now += countedFor
    const now = await giftsOf(world.another())
    expect(now.map(({ left }) => left).sort()).toEqual([2, 3, 3])
  })
})

it('one gift of the widest stock costs no more than it declares, once the city’s were counted', async () => {
  const { world, counted } = await withGifts(2, maxShards)
  const [first] = await giftsOf(world)
  const target = `/api/gifts/${first?.id}`
  const { readUnits } = await spent(counted, () => world.another().get(target))
  expect(readUnits).toBeLessThanOrEqual(pointsOperations.gift.maxReadUnits ?? 0)
  expect(z.parse(giftSchema, (await world.another().get(target)).json()).left).toBe(3 * maxShards)
})

describe('counting', () => {
  it('is seen to have been overtaken by staff at once, by every function', async () => {
    const { world } = await withGifts(2, 1)
    expect(await giftsOf(world)).toHaveLength(2)
    await world.gift({ name: '新礼品', stock: 5 })
    const names = (await giftsOf(world.another())).map(({ name }) => name)
    expect(names).toContain('新礼品')
  })

  it('that its function did not live to finish is done by another', async () => {
    const { world } = await withGifts(2, 1)
    await giftsOf(world)
    world.time.now += countedFor
    const dying = withFaults(database.client({ maxAttempts: 1 }), (command) =>
      command === 'BatchGetItemCommand' ? 'timeout' : null,
    )
    const dead = await createPointsWorld(database, { client: dying })
    dead.time.now = world.time.now
    // It tells what it knows.
    expect((await giftsOf(dead)).map(({ left }) => left)).toEqual([3, 3])
    await world.table.putOne({
      ...stockKey((await giftsOf(world))[0]?.id ?? '', 0),
      n: 0,
      left: 1,
      taken: 2,
      handedOver: 0,
    })
    // Meanwhile the others tell what they know.
    expect((await giftsOf(world)).map(({ left }) => left)).toEqual([3, 3])
    world.time.now += 10_000
    expect((await giftsOf(world.another())).map(({ left }) => left).sort()).toEqual([1, 3])
  })

  it('that is too old is shown by no function, whoever else counts', async () => {
    const { world } = await withGifts(1, 1)
    const [gift] = await giftsOf(world)
    await world.table.putOne({ ...stockKey(gift?.id ?? '', 0), n: 0, left: 0, taken: 3, handedOver: 0 })
    world.time.now += 3_600_000
    const functions = Array.from({ length: 8 }, () => world.another())
    const answers = await Promise.all(functions.map(giftsOf))
    expect(answers.map(([one]) => one?.state)).toEqual(functions.map(() => 'sold-out'))
  })

  it('keeps nothing of a region that has no gifts: anybody can make up a hundred thousand of them', async () => {
    const { world } = await withGifts(0, 1)
    const before = (await database.scan('points')).length
    for (const region of ['999901', '999902']) await world.get(`/api/gifts?region=${region}`)
    expect(await database.scan('points')).toHaveLength(before)
  })
})
