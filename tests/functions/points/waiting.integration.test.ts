import { type Waiting, waitingSchema } from '../../../functions/points/contract'
import { dayMs } from '../../../functions/shared/day'
import { withDomain } from '../../support/engine/domain-engine'
import {
  createPointsWorld,
  type Person,
  type PointsWorld,
  parsed,
  refusal,
} from '../../support/worlds/points-world'

const database = withDomain('points')
type Gift = { id: string; shards: number }

const place = async (person: Person, gift: Gift): Promise<Waiting> =>
  parsed(waitingSchema, await person.get(`/api/gifts/${gift.id}/waiting`))
const wait = async (person: Person, gift: Gift): Promise<Waiting> =>
  parsed(waitingSchema, await person.post(`/api/gifts/${gift.id}/waiting`))
const leave = async (person: Person, gift: Gift): Promise<Waiting> =>
  parsed(waitingSchema, await person.delete(`/api/gifts/${gift.id}/waiting`))

/** A gift whose one piece somebody has ordered, and people with points. */
const soldOut = async (world: PointsWorld) => {
  for (const name of ['chen', 'lin', 'zhou', 'wang']) await world.give(name, 300)
  const gift = await world.gift({ stock: 1 })
  const order = await world.as('chen').ordered(gift)
  const left = async () => {
    const [shard] = await world.store.stock.readShards(gift, { consistent: true })
    return [shard?.left, shard?.taken]
  }
  return { gift, order, left }
}
const none = { state: 'none', ahead: null, until: null }

describe('waiting for a gift', () => {
  it('is in the order of asking, and asking again keeps the place', async () => {
    const world = await createPointsWorld(database)
    const { gift } = await soldOut(world)
    expect(await place(world.as('lin'), gift)).toEqual(none)
    expect(await wait(world.as('lin'), gift)).toEqual({ state: 'waiting', ahead: 0, until: null })
    world.time.now += 1
    expect(await wait(world.as('zhou'), gift)).toEqual({ state: 'waiting', ahead: 1, until: null })
    world.time.now += 1
    expect(await wait(world.as('lin'), gift)).toEqual({ state: 'waiting', ahead: 0, until: null })
  })

  it('is refused while there are pieces, and to those who have enough of it', async () => {
    const world = await createPointsWorld(database)
    const gift = await world.gift()
    expect(refusal(await world.as('lin').post(`/api/gifts/${gift.id}/waiting`))).toBe('409 not-sold-out')
    await world.give('lin', 100)
    const single = await world.gift({ stock: 1, perPerson: 1 })
    await world.as('lin').ordered(single)
    expect(refusal(await world.as('lin').post(`/api/gifts/${single.id}/waiting`))).toBe(
      '409 person-limit-reached',
    )
    expect(refusal(await world.as('lin').post('/api/gifts/320800-0000000000/waiting'))).toBe(
      '404 unknown-gift',
    )
  })

  it('ends when one leaves, and the next moves up', async () => {
    const world = await createPointsWorld(database)
    const { gift } = await soldOut(world)
    await wait(world.as('lin'), gift)
    world.time.now += 1
    await wait(world.as('zhou'), gift)
    expect(await leave(world.as('lin'), gift)).toEqual(none)
    expect(await leave(world.as('lin'), gift)).toEqual(none)
    expect(await place(world.as('lin'), gift)).toEqual(none)
    expect(await place(world.as('zhou'), gift)).toMatchObject({ ahead: 0 })
  })
})

describe('the account', () => {
  it('names what the person waits for, and what is reserved for them and until when', async () => {
    const world = await createPointsWorld(database)
    const { gift, order } = await soldOut(world)
    expect((await world.as('lin').account()).waiting).toEqual([])
    await wait(world.as('lin'), gift)
    const of = { id: gift.id, name: gift.name, category: gift.category, picture: null }
    expect((await world.as('lin').account()).waiting).toEqual([
      { gift: of, price: 100, state: 'waiting', until: null },
    ])
    await world.as('chen').cancel(order.id)
    const until = new Date(world.time.now + 2 * dayMs).toISOString()
    expect((await world.as('lin').account()).waiting).toEqual([
      { gift: of, price: 100, state: 'offered', until },
    ])
    world.time.now += 2 * dayMs
    expect((await world.as('lin').account()).waiting).toEqual([])
  })

  it('names no piece that was taken, nor one of a gift that is off sale', async () => {
    const world = await createPointsWorld(database)
    const { gift, order } = await soldOut(world)
    await wait(world.as('lin'), gift)
    await world.as('chen').cancel(order.id)
    await world.as('lin').ordered(gift)
    expect((await world.as('lin').account()).waiting).toEqual([])
    await wait(world.as('zhou'), gift)
    const now = await world.store.readGift(gift.id, { consistent: true })
    if (!now) throw new Error('the gift is gone')
    await world.desks.gifts.changeGift(gift.id, { ...now, isPublished: false, by: 'staff' })
    expect((await world.as('zhou').account()).waiting).toEqual([])
  })
})

describe('a piece that comes free', () => {
  it('is reserved for two days for the first in line, and nobody else can have it', async () => {
    const world = await createPointsWorld(database)
    const { gift, order, left } = await soldOut(world)
    await wait(world.as('lin'), gift)
    world.time.now += 1
    await wait(world.as('zhou'), gift)
    await world.as('chen').cancel(order.id)
    const until = new Date(world.time.now + 2 * dayMs).toISOString()
    expect(await place(world.as('lin'), gift)).toEqual({ state: 'offered', ahead: null, until })
    expect(await place(world.as('zhou'), gift)).toMatchObject({ state: 'waiting', ahead: 0 })
    expect(await left()).toEqual([0, 1])
    expect(refusal(await world.as('zhou').order(gift))).toBe('409 sold-out')
    expect(await world.as('lin').ordered(gift)).toMatchObject({ state: 'reserved' })
    expect(await place(world.as('lin'), gift)).toEqual(none)
    expect(await left()).toEqual([0, 1])
    // A second one is not kept for the same person.
    expect(refusal(await world.as('lin').order(gift))).toBe('409 sold-out')
  })

  it('goes to the next person when its time is up, and back to the stock when nobody waits', async () => {
    const world = await createPointsWorld(database)
    const { gift, order, left } = await soldOut(world)
    await wait(world.as('lin'), gift)
    world.time.now += 1
    await wait(world.as('zhou'), gift)
    await world.as('chen').cancel(order.id)
    world.time.now += 2 * dayMs - 1
    expect(await world.sweep()).toMatchObject({ offers: 0 })
    expect((await place(world.as('lin'), gift)).state).toBe('offered')
    world.time.now += 1
    expect(await place(world.as('lin'), gift)).toEqual(none)
    expect(refusal(await world.as('lin').order(gift))).toBe('409 sold-out')
    expect(await world.sweep()).toMatchObject({ offers: 1, complete: true })
    expect((await place(world.as('zhou'), gift)).state).toBe('offered')
    world.time.now += 2 * dayMs
    expect(await world.sweep()).toMatchObject({ offers: 1 })
    expect(await left()).toEqual([1, 0])
    expect(await world.sweep()).toMatchObject({ offers: 0 })
  })

  it('that was offered goes on when the person leaves the list', async () => {
    const world = await createPointsWorld(database)
    const { gift, order, left } = await soldOut(world)
    await wait(world.as('lin'), gift)
    world.time.now += 1
    await wait(world.as('zhou'), gift)
    await world.as('chen').cancel(order.id)
    await leave(world.as('lin'), gift)
    expect((await place(world.as('zhou'), gift)).state).toBe('offered')
    await leave(world.as('zhou'), gift)
    expect(await left()).toEqual([1, 0])
  })

  it('of a gift that is no more on sale is offered to nobody', async () => {
    const world = await createPointsWorld(database)
    await world.give('chen', 100)
    const gift = await world.gift({ stock: 1, onSaleUntil: '2026-11-20T00:00:00.000Z' })
    const order = await world.as('chen').ordered(gift)
    await wait(world.as('lin'), gift)
    world.time.now += 3 * dayMs
    await world.as('chen').cancel(order.id)
    expect((await place(world.as('lin'), gift)).state).toBe('waiting')
    const [shard] = await world.store.stock.readShards(gift, { consistent: true })
    expect(shard).toMatchObject({ left: 1, taken: 0 })
  })

  it('is offered only as long as the gift is on sale', async () => {
    const world = await createPointsWorld(database)
    await world.give('chen', 100)
    const gift = await world.gift({ stock: 1, onSaleUntil: '2026-11-19T00:00:00.000Z' })
    const order = await world.as('chen').ordered(gift)
    await wait(world.as('lin'), gift)
    await world.as('chen').cancel(order.id)
    expect(await place(world.as('lin'), gift)).toMatchObject({ until: '2026-11-19T00:00:00.000Z' })
  })

  it('is offered to one, though five orders are cancelled and five people ask at the same moment', async () => {
    const world = await createPointsWorld(database)
    const gift = await world.gift({ stock: 5 })
    const names = ['a', 'b', 'c', 'd', 'e']
    for (const name of names) await world.give(name, 100)
    const orders = await Promise.all(names.map((name) => world.as(name).ordered(gift)))
    const waiters = ['p', 'q', 'r', 's', 't']
    await Promise.all([
      ...orders.map((order, i) =>
        world
          .another()
          .as(names[i] ?? '')
          .cancel(order.id),
      ),
      ...waiters.map((name) => world.another().as(name).post(`/api/gifts/${gift.id}/waiting`)),
    ])
    const places = await Promise.all(waiters.map((name) => place(world.as(name), gift)))
    const offered = places.filter(({ state }) => state === 'offered').length
    const [shard] = await world.store.stock.readShards(gift, { consistent: true })
    expect([shard?.taken, (shard?.left ?? 0) + (shard?.taken ?? 0)]).toEqual([offered, 5])
    // Nobody waits while a piece lies there.
    if (places.some(({ state }) => state === 'waiting')) expect(shard?.left).toBe(0)
  })
})

describe('an offer that expired', () => {
  it('can be asked for again, at the end of the line, before any sweep', async () => {
    const world = await createPointsWorld(database)
    const { gift, order } = await soldOut(world)
    await wait(world.as('lin'), gift)
    world.time.now += 1
    await wait(world.as('zhou'), gift)
    await world.as('chen').cancel(order.id)
    world.time.now += 3 * dayMs
    expect(await wait(world.as('lin'), gift)).toEqual({ state: 'waiting', ahead: 0, until: null })
    expect((await place(world.as('zhou'), gift)).state).toBe('offered')
    expect(await world.sweep()).toMatchObject({ offers: 0, complete: true })
    expect((await place(world.as('zhou'), gift)).state).toBe('offered')
  })
})

describe('asking and cancelling at the same moment', () => {
  /** A client that lets something else happen just before its next transaction, or just after it. */
  const interleaving = (when: 'before' | 'after', other: () => Promise<unknown>) => {
    const client = database.client()
    let hasRun = false
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const isFirst = context.commandName === 'TransactWriteItemsCommand' && !hasRun
        if (isFirst) hasRun = true
        if (isFirst && when === 'before') await other()
        const answer = await next(args)
        if (isFirst && when === 'after') await other()
        return answer
      },
      { step: 'initialize', name: 'meeting' },
    )
    return client
  }

  it.each(['before', 'after'] as const)('the cancellation finds whoever asked %s it wrote', async (when) => {
    const world = await createPointsWorld(database)
    const { gift, order, left } = await soldOut(world)
    const client = interleaving(when, () => world.as('lin').post(`/api/gifts/${gift.id}/waiting`))
    const other = await createPointsWorld(database, { client, seed: 2 })
    await other.as('chen').cancel(order.id)
    const { state } = await place(world.as('lin'), gift)
    // A request after the piece came free is refused: the person can order it.
    if (state === 'none') expect(await left()).toEqual([1, 0])
    else expect([state, await left()]).toEqual(['offered', [0, 1]])
  })

  it('whoever asks finds the piece that came free before they wrote', async () => {
    const world = await createPointsWorld(database)
    const { gift, order, left } = await soldOut(world)
    const client = interleaving('before', () => world.as('chen').cancel(order.id))
    const other = await createPointsWorld(database, { client, seed: 2 })
    expect((await wait(other.as('lin'), gift)).state).toBe('offered')
    expect(await left()).toEqual([0, 1])
  })
})
