import { orderSchema } from '../../../functions/points/contract'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, parsed, stockOf } from '../../support/worlds/points-world'

const database = withDomain('points')

describe('cancelling', () => {
  it('gives the points back and the piece, once', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift({ stock: 1, perPerson: 1 })
    const lin = world.as('lin')
    const order = await lin.ordered(gift)
    const cancelled = parsed(orderSchema, await lin.cancel(order.id))
    expect(cancelled).toMatchObject({ state: 'cancelled', endedAt: '2026-11-18T02:00:00.000Z' })
    expect(parsed(orderSchema, await lin.cancel(order.id))).toEqual(cancelled)
    expect(await lin.account()).toMatchObject({ balance: 100, reserved: 0, redeemedThisYear: 0 })
    expect(await stockOf(world, gift)).toEqual([1, 0, 0])
    expect((await lin.order(gift)).status).toBe(200)
  })

  it('ten times at once gives back once', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift()
    const order = await world.as('lin').ordered(gift)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.another().as('lin').cancel(order.id)),
    )
    for (const answer of answers) expect(parsed(orderSchema, answer).state).toBe('cancelled')
    expect((await world.as('lin').account()).balance).toBe(100)
    expect(await stockOf(world, gift)).toEqual([10, 0, 0])
  })

  it('says before what would not come back, and leaves it expired', async () => {
    const world = await createPointsWorld(database, { at: '2026-06-01T10:00:00+08:00' })
    await world.give('lin', 60)
    world.time.now = Date.parse('2027-12-28T10:00:00+08:00')
    await world.give('lin', 60)
    const lin = world.as('lin')
    const order = await lin.ordered(await world.gift())
    expect(order.wouldLapse).toBe(0)
    world.time.now = Date.parse('2028-01-02T10:00:00+08:00')
    expect(parsed(orderSchema, await lin.get(`/api/orders/${order.id}`)).wouldLapse).toBe(60)
    expect(parsed(orderSchema, await lin.cancel(order.id))).toMatchObject({
      state: 'cancelled',
      wouldLapse: 0,
    })
    expect(await lin.account()).toMatchObject({ balance: 60, lots: [{ points: 60, on: '2028-12-31' }] })
    const { entries } = await world.store.readEntries(
      { person: lin.id, region: city },
      { after: null, limit: 1 },
    )
    expect(entries).toMatchObject([{ kind: 'refund', points: 40, reason: { lapsed: 60 } }])
  })
})
