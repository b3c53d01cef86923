/** How many wait for a gift makes no look at its list dearer: two read units at most, whatever its length. */
import { staffGiftsResponseSchema, waitingSchema } from '../../../functions/points/contract'
import { type WaitingItem, waitingChanges } from '../../../functions/points/store/waiting/places'
import { maxWrites, type Table } from '../../../functions/shared/aws/table'
import { dayMs } from '../../../functions/shared/day'
import { type Meter, meter } from '../../bench/meter'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, type PointsWorld, parsed } from '../../support/worlds/points-world'

const database = withDomain('points')
const mostUnits = 2

const personAt = (i: number) => `w${String(i).padStart(19, '0')}`
const placeAt = (gift: string, i: number, asked: number): WaitingItem => ({
  gift,
  person: personAt(i),
  asked: asked + i,
  state: 'waiting',
  until: null,
  shard: null,
})

const inBatches = async <T>(all: readonly T[], size: number, work: (some: T[]) => Promise<unknown>) => {
  for (let from = 0; from < all.length; from += size) await work(all.slice(from, from + size))
}

/** So many wait, after so many to whom a piece was offered. */
const writeWaiting = async (
  table: Table,
  gift: string,
  sizes: { offered: number; waiting: number },
  at: number,
) => {
  const all = Array.from({ length: sizes.offered + sizes.waiting }, (_, i) => placeAt(gift, i, at))
  await inBatches(all, maxWrites, (some) =>
    table.transact(some.map((place) => waitingChanges(table).putWaiting(place))),
  )
  await inBatches(all.slice(0, sizes.offered), 30, (some) =>
    table.transact(some.flatMap((place) => waitingChanges(table).offer(place, { shard: 0 }, at + dayMs))),
  )
}

const metered = async (): Promise<{ world: PointsWorld; counted: Meter }> => {
  const client = database.client()
  const counted = meter(client)
  return { world: await createPointsWorld(database, { client }), counted }
}

describe('a waiting list of 5,000', () => {
  it('costs two read units a look at most: whom to offer a piece, how many are before one, how many wait', async () => {
    const { world, counted } = await metered()
    const gift = await world.gift({ stock: 0 })
    const asked = world.time.now
    await writeWaiting(world.table, gift.id, { offered: 300, waiting: 4_700 }, asked)
    const costOf = async <T>(look: () => Promise<T>) => {
      counted.take()
      const answer = await look()
      return { answer: answer, isCheap: counted.take().readUnits <= mostUnits }
    }
    const last = placeAt(gift.id, 4_999, asked)
    const first = await costOf(() => world.store.firstWaiting(gift.id, 1))
    expect(first).toMatchObject({ answer: [{ person: personAt(300) }], isCheap: true })
    expect(await costOf(() => world.store.countAhead(last))).toEqual({
      answer: { count: 100, more: true },
      isCheap: true,
    })
    expect(await costOf(() => world.store.countAhead(placeAt(gift.id, 342, asked)))).toEqual({
      answer: { count: 42, more: false },
      isCheap: true,
    })
    expect(await costOf(() => world.store.countWaiting(gift.id))).toEqual({
      answer: { count: 100, more: true },
      isCheap: true,
    })
  })

  it('says to those far back that more than a hundred are before them', async () => {
    const { world } = await metered()
    const gift = await world.gift({ stock: 0 })
    await writeWaiting(world.table, gift.id, { offered: 0, waiting: 102 }, world.time.now)
    world.time.now += 1_000
    await world.give('lin', 10)
    const answer = await world.as('lin').post(`/api/gifts/${gift.id}/waiting`)
    expect(parsed(waitingSchema, answer)).toMatchObject({ state: 'waiting', ahead: 100, moreAhead: true })
    const { gifts } = parsed(
      staffGiftsResponseSchema,
      await world.staff('staff').get(`/api/staff/gifts?region=${city}`),
    )
    expect(gifts).toMatchObject([{ waiting: 100, moreWaiting: true, held: 0 }])
  })
})

describe('the desk', () => {
  it('knows exactly how many pieces are kept, however many: they are counted where the pieces are', async () => {
    const world = await createPointsWorld(database)
    const gift = await world.gift({ stock: 1 })
    await world.give('chen', 300)
    await world.as('chen').ordered(gift)
    for (const name of ['lin', 'zhou', 'wang']) {
      await world.give(name, 300)
      world.time.now += 1
      await world.as(name).post(`/api/gifts/${gift.id}/waiting`)
    }
    const staff = world.staff('staff')
    const shown = async () =>
      parsed(staffGiftsResponseSchema, await staff.get(`/api/staff/gifts?region=${city}`)).gifts[0]
    const { version = 0 } = (await shown()) ?? {}
    await staff.post(`/api/staff/gifts/${gift.id}/stock`, { change: 2, version })
    expect(await shown()).toMatchObject({ taken: 3, held: 2, waiting: 1 })
    await world.as('lin').ordered(gift)
    expect(await shown()).toMatchObject({ taken: 3, held: 1, waiting: 1 })
    // Handed on from one who leaves to the next: kept all the while.
    await world.as('zhou').delete(`/api/gifts/${gift.id}/waiting`)
    expect(await shown()).toMatchObject({ taken: 3, held: 1, waiting: 0 })
    await world.as('wang').delete(`/api/gifts/${gift.id}/waiting`)
    expect(await shown()).toMatchObject({ taken: 2, held: 0, waiting: 0 })
  })
})
